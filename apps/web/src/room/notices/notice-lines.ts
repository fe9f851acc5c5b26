import { breachWords, type Notice, noticeSentence, RECHECK_MS } from '@tandem/domain';
import { clockOf } from '../../data/zone.ts';
import { initials } from '../../ui/names.ts';
import { words } from '../../words/in-room.ts';

const text = words.notices;
const MINUTE = 60_000;

/** What happened, with the clinic's clock: "BP 164/98, over 160 · 10:37". */
export function headline({ facts, raisedMs, settled }: Notice, nowMs: number, zone: string): string {
  if (facts.type === 'vitals-due') {
    const slotMs = Date.parse(facts.slotAt);
    return `${text.due(clockOf(slotMs, zone))}, ${text.lateBy(Math.floor(((settled?.atMs ?? nowMs) - slotMs) / MINUTE))}`;
  }
  const atMs = 'takenAt' in facts ? Date.parse(facts.takenAt) : raisedMs;
  return text.at(noticeSentence(facts), clockOf(atMs, zone));
}

/** What stands about it, in the order in which it matters: who is called, what became of it, who saw it, what next. */
export function details(notice: Notice, zone: string): string[] {
  const { emergency, escalation, settled, seen, priority, facts, raisedMs, sinceMs } = notice;
  const clock = (ms: number) => clockOf(ms, zone);
  const names = seen.map(({ by, at }) => text.seenAt(initials(by.name), clock(Date.parse(at))));
  const open = settled === null;
  return [
    emergency ? text.emergency : null,
    escalation === 2 ? text.fetch : null,
    // The reason of an override stands with the dose: nothing came back into range.
    settled?.how === 'value' && !facts.type.startsWith('dose-') ? text.back(clock(settled.atMs)) : null,
    settled?.how === 'outcome' ? text.outcomeAt(settled.outcome ?? '', clock(settled.atMs)) : null,
    names.length > 0 ? text.seenBy(names.join(', ')) : null,
    open && raisedMs > sinceMs ? text.again : null,
    open && facts.type === 'sign' && priority === 'high'
      ? text.recheckBy(clock(raisedMs + RECHECK_MS))
      : null,
    open && facts.type.startsWith('dose') ? text.askOutcome : null,
  ].filter((part) => part !== null);
}

/** Has this person tapped Seen since it was raised last? */
export function seenByMe({ seen, raisedMs }: Notice, personId: string): boolean {
  return seen.some(({ by, at }) => by.id === personId && Date.parse(at) >= raisedMs);
}

/** Under the row of the entry that raised it: "over 160 · Seen by AO 10:38 · In range again 10:44". */
export function rowLine(notice: Notice, zone: string): string {
  const { facts } = notice;
  const what = facts.type === 'sign' ? breachWords(facts.breaches).join(', ') : noticeSentence(facts);
  return [what, ...details(notice, zone)].join(' · ');
}

/** Under a Seen or an outcome: what it answers. A value that was corrected since raises its notice no more. */
export function answeredLine(notice: Notice | undefined, zone: string): string {
  if (notice === undefined) return text.correctedSince;
  return notice.facts.type === 'vitals-due'
    ? text.due(clockOf(Date.parse(notice.facts.slotAt), zone))
    : noticeSentence(notice.facts);
}
