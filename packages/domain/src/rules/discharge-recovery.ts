import { adverseEventLabel } from '../entries/adverse-event.ts';
import { summarizeAssessment } from '../entries/assessment.ts';
import { protocolOf } from '../protocol/protocol.ts';
import { scoreOf } from '../scales/instruments.ts';
import { emergencyOf } from '../session/emergency.ts';
import { type Standing, standing } from '../session/select.ts';
import type { SessionState } from '../session/state.ts';
import { agedWords, type Fact, goingHome, isFresh, minutesSince } from './discharge-facts.ts';
import { lastGivenMs } from './discharge-medicines.ts';
import { latestUntil } from './discharge-vitals.ts';
import { noticesOf } from './notices.ts';

function assessmentsUntil(state: SessionState, atMs: number): Standing<'assessment'>[] {
  return standing(state, 'assessment').filter(({ happenedMs }) => happenedMs <= atMs);
}

/** DCH-5: MOAA/S of 5 in the last 15 minutes, or RASS 0; with both, both. */
export function awake(state: SessionState, atMs: number): Fact {
  const moaas = latestUntil(state, atMs)('moaas');
  const rass = assessmentsUntil(state, atMs).findLast(({ data }) => data.instrument === 'rass');
  const levels = [
    ...(moaas === null
      ? []
      : [{ words: `MOAA/S ${moaas.value}`, age: moaas.age, isAwake: moaas.value >= goingHome.moaas }]),
    ...(rass === undefined
      ? []
      : [
          {
            words: summarizeAssessment(rass.data),
            age: minutesSince(rass.happenedMs, atMs),
            isAwake: scoreOf('rass', rass.data.answers) === 0,
          },
        ]),
  ];
  const fresh = levels.filter(({ age }) => isFresh(age));
  // One that says otherwise is never outvoted: restless is not awake, whatever the other scale says.
  const met = fresh.length > 0 && fresh.every(({ isAwake }) => isAwake);
  const words = levels.map(({ words: level, age }) => agedWords(level, age));
  return {
    fact: words.length === 0 ? 'no MOAA/S' : words.join(', '),
    needs: met ? null : `MOAA/S ${goingHome.moaas} or RASS 0 now`,
  };
}

/** DCH-6: modified Aldrete or PADSS since the last dose, from the protocol's number on. */
export function recoveryScored(state: SessionState, atMs: number): Fact {
  const { aldreteFrom, padssFrom } = protocolOf(state);
  const lastMs = lastGivenMs(state, atMs);
  const scored = assessmentsUntil(state, atMs).filter(({ happenedMs }) => happenedMs >= lastMs);
  const scales = [
    { instrument: 'aldrete', from: aldreteFrom },
    { instrument: 'padss', from: padssFrom },
  ] as const;
  const scores = scales.flatMap(({ instrument, from }) => {
    const last = scored.findLast(({ data }) => data.instrument === instrument);
    if (last === undefined) return [];
    const score = scoreOf(instrument, last.data.answers) ?? 0;
    return [{ words: summarizeAssessment(last.data), isFit: score >= from }];
  });
  return {
    fact: scores.length === 0 ? 'no score' : scores.map(({ words }) => words).join(', '),
    needs: scores.some(({ isFit }) => isFit) ? null : `Aldrete ${aldreteFrom} or PADSS ${padssFrom}`,
  };
}

/**
 * DCH-7: no emergency that runs, no High notice without a value in range or an outcome, no adverse event of grade 2 or
 * more without an end or an outcome.
 */
export function nothingOpen(state: SessionState, atMs: number): Fact {
  const notices = noticesOf(state, atMs).filter(
    ({ priority, settled, supersededBy }) => priority === 'high' && settled === null && supersededBy === null,
  );
  const events = standing(state, 'adverse-event').filter(
    ({ data, happenedMs }) =>
      data.grade >= 2 && data.endedAt === undefined && isOpenOutcome(data.outcome) && happenedMs <= atMs,
  );
  const open = [
    ...(emergencyOf(state)?.overMs === null ? ['an emergency'] : []),
    ...(notices.length === 0
      ? []
      : [`${notices.length} High ${notices.length === 1 ? 'notice' : 'notices'}`]),
    ...events.map(({ data }) => `${adverseEventLabel(data.term).toLowerCase()}, grade ${data.grade}`),
  ];
  return open.length === 0
    ? { fact: 'nothing is open', needs: null }
    : { fact: open.join(', '), needs: 'an outcome for each' };
}

/** No outcome, and "Not resolved", which is one in name only; so is "Still not resolved". */
function isOpenOutcome(outcome: string | undefined): boolean {
  return outcome === undefined || outcome.toLowerCase().includes('not resolved');
}
