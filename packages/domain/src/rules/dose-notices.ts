import type { Standing } from '../session/select.ts';
import type { SessionState } from '../session/state.ts';
import { microgramsFromMg } from '../units.ts';
import { anaestheticMicrograms, doseLimits } from './dose-limits.ts';
import type { NoticeFacts, NoticePriority, Raised } from './notice.ts';
import { studyDoses } from './vitals-schedule.ts';

type Dose = Standing<'dose'>;

/**
 * Doses of ketamine or esketamine outside what protocol and plan say (DOS-9 to DOS-12). A dose that was given is
 * never refused for it: it is stored and noticed. The reason of an override settles it at once.
 */
export function doseNotices(state: SessionState): Raised[] {
  const { ceilingMicrograms, minimumIntervalMinutes, plannedMicrograms } = doseLimits(state);
  const found: Raised[] = [];
  let totalMicrograms = 0;
  let before: Dose | null = null;
  for (const dose of studyDoses(state)) {
    const amountMicrograms = microgramsFromMg(dose.data.amountMg);
    totalMicrograms += amountMicrograms;
    const notice = (ruleId: string, priority: NoticePriority, facts: NoticeFacts) =>
      found.push(raised(dose, ruleId, priority, facts));
    if (ceilingMicrograms !== null && totalMicrograms > ceilingMicrograms) {
      const limit = { against: 'ceiling', totalMicrograms, limitMicrograms: ceilingMicrograms } as const;
      notice('dose-ceiling', 'high', { type: 'dose-total', ...limit });
    } else if (plannedMicrograms !== null && totalMicrograms > plannedMicrograms) {
      const limit = { against: 'plan', totalMicrograms, limitMicrograms: plannedMicrograms } as const;
      notice('dose-plan', 'medium', { type: 'dose-total', ...limit });
    }
    if (before !== null && minimumIntervalMinutes !== null) {
      const minutes = (Date.parse(dose.happenedAt) - Date.parse(before.happenedAt)) / 60_000;
      if (minutes < minimumIntervalMinutes) {
        notice('dose-interval', 'high', {
          type: 'dose-interval',
          minutes,
          limitMinutes: minimumIntervalMinutes,
        });
      }
    }
    const fromMicrograms = anaestheticMicrograms(state, dose.data.route);
    if (fromMicrograms !== null && dose.data.drug === 'ketamine' && amountMicrograms >= fromMicrograms) {
      notice('dose-range', 'high', { type: 'dose-range', amountMicrograms, fromMicrograms });
    }
    before = dose;
  }
  return found;
}

function raised(dose: Dose, ruleId: string, priority: NoticePriority, facts: NoticeFacts): Raised {
  const { author, recordedAt } = dose.item.entry;
  const sinceMs = Math.max(Date.parse(dose.happenedAt), Date.parse(recordedAt));
  const overridden = dose.data.overrideReason !== undefined;
  return {
    ruleId,
    by: dose.id,
    entryId: dose.id,
    priority,
    emergency: false,
    facts,
    sinceMs,
    recheckedMs: [],
    settledMs: overridden ? sinceMs : null,
    supersededBy: null,
    seenBy: overridden ? [{ by: author, atMs: sinceMs }] : [],
  };
}
