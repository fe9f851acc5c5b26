import {
  currentPhase,
  noticeSentence,
  noticesOf,
  type SessionState,
  standing,
  vitalSignRows,
  vitalsDue,
} from '@tandem/domain';
import { BOARD_PRESSURES, type BoardSession } from '@tandem/wire';

/** One session in progress, at a moment, as the board shows it to those who may read it. */
export function boardLine(state: SessionState, nowMs: number): BoardSession {
  return {
    sessionId: state.sessionId,
    lastSeq: state.lastSeq,
    phase: currentPhase(state)?.data.phase ?? null,
    nextDueAt: vitalsDue(state, nowMs)?.at ?? null,
    worstNotice: worstNotice(state, nowMs),
    lastVitals: lastVitals(state),
    pressures: lastPressures(state),
  };
}

/** The one that a screen names first; what only comes due soon is told by `nextDueAt`. */
function worstNotice(state: SessionState, nowMs: number): BoardSession['worstNotice'] {
  const worst = noticesOf(state, nowMs).find(({ shown }) => shown);
  if (worst === undefined) return null;
  const { id, priority, facts, escalation } = worst;
  return { noticeId: id, priority, sentence: noticeSentence(facts), escalation };
}

/** The same for a lead, who sees room, phase and notices of a session that runs (reliability.md 5). */
export function withoutValues(line: BoardSession): BoardSession {
  return { ...line, nextDueAt: null, lastVitals: null, pressures: [] };
}

function lastVitals(state: SessionState): BoardSession['lastVitals'] {
  const last = standing(state, 'vital-signs').findLast(({ data }) =>
    vitalSignRows.some(({ key }) => data[key] !== undefined),
  );
  if (last === undefined) return null;
  const measured = vitalSignRows.flatMap(({ key }) => {
    const value = last.data[key];
    return value === undefined ? [] : [[key, value] as const];
  });
  return { happenedAt: last.happenedAt, ...Object.fromEntries(measured) } as BoardSession['lastVitals'];
}

function lastPressures(state: SessionState): BoardSession['pressures'] {
  return standing(state, 'vital-signs')
    .flatMap(({ happenedAt, data: { systolic, diastolic } }) =>
      systolic === undefined || diastolic === undefined ? [] : [{ happenedAt, systolic, diastolic }],
    )
    .slice(-BOARD_PRESSURES);
}
