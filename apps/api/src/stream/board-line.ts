import { currentPhase, type SessionState, standing, vitalSignRows, vitalsDueAt } from '@tandem/domain';
import { BOARD_PRESSURES, type BoardSession } from '@tandem/wire';

/** One session in progress as the board shows it to those who may read it. */
export function boardLine(state: SessionState): BoardSession {
  return {
    sessionId: state.sessionId,
    lastSeq: state.lastSeq,
    phase: currentPhase(state)?.data.phase ?? null,
    nextDueAt: vitalsDueAt(state),
    // No rule raises a notice yet; the frame has its place so that the wire need not change for it.
    worstNotice: null,
    lastVitals: lastVitals(state),
    pressures: lastPressures(state),
  };
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
