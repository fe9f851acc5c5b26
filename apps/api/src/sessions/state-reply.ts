import {
  currentPhase,
  dischargeOf,
  formatInstant,
  ketamineGiven,
  type Notice,
  noticeSentence,
  noticesOf,
  type SessionState,
  vitalsDue,
} from '@tandem/domain';
import type { StateReply } from '@tandem/wire';

/**
 * A session as its rules see it at a moment: the same functions that the dashboard runs.
 * @param state folded from what the asking role may read
 * @param atMs milliseconds since the epoch
 */
export function stateOf(state: SessionState, atMs: number): StateReply {
  const given = ketamineGiven(state, atMs);
  const sinceMs = given.lastDoseAt === null ? null : atMs - Date.parse(given.lastDoseAt);
  const { ready, missing } = dischargeOf(state, atMs);
  return {
    lastSeq: state.lastSeq,
    status: state.status,
    phase: currentPhase(state)?.data.phase ?? null,
    notices: noticesOf(state, atMs).map(servedNotice),
    vitalsDue: vitalsDue(state, atMs),
    ketamine: {
      totalMg: given.totalMicrograms / 1000,
      mgPerKg: given.microgramsPerKg === null ? null : Math.round(given.microgramsPerKg) / 1000,
      minutesSinceLastDose: sinceMs === null ? null : Math.floor(sinceMs / 60_000),
    },
    discharge: { ready, missing: [...missing] },
  };
}

function servedNotice({
  id,
  ruleId,
  priority,
  emergency,
  facts,
  entryId,
  shown,
  escalation,
  ...notice
}: Notice) {
  const { settled } = notice;
  return {
    id,
    ruleId,
    priority,
    emergency,
    sentence: noticeSentence(facts),
    entryId,
    raisedAt: formatInstant(notice.raisedMs),
    settled:
      settled === null
        ? null
        : { how: settled.how, at: formatInstant(settled.atMs), outcome: settled.outcome },
    seen: notice.seen.map(({ by, at, reason }) => ({ by: by.name, role: by.role, at, reason })),
    shown,
    escalation,
  };
}
