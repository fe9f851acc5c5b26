import {
  currentPhase,
  dischargeOf,
  estimateOf,
  formatInstant,
  intakesOf,
  ketamineGiven,
  type Notice,
  noticeSentence,
  noticesOf,
  openHandovers,
  type SessionState,
  vitalsDue,
} from '@tandem/domain';
import type { StateReply } from '@tandem/wire';

/**
 * A session as its rules see it at a moment: the same functions that the dashboard runs.
 * @param state folded from what the asking role may read
 * @param atMs milliseconds since the epoch
 */
export function stateOf(
  state: SessionState,
  atMs: number,
): Omit<StateReply, 'estimate' | 'estimateAbsentReason'> {
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
    openHandovers: openHandovers(state).map(({ id, happenedAt: at, data: { fromId, toId, role } }) => ({
      id,
      at,
      fromId,
      toId,
      role,
    })),
  };
}

const ESTIMATE_EVERY_MS = 2 * 60_000;
const ESTIMATE_AT_MOST_MS = 4 * 3_600_000;

/** From the first dose up to `atMs`, four hours at most. */
export function estimateAt(
  state: SessionState,
  enabled: boolean,
  atMs: number,
): Pick<StateReply, 'estimate' | 'estimateAbsentReason'> {
  const fromMs = intakesOf(state, atMs)[0]?.fromMs ?? atMs;
  const toMs = Math.min(atMs, fromMs + ESTIMATE_AT_MOST_MS);
  const found = estimateOf(state, { enabled }, fromMs, toMs, ESTIMATE_EVERY_MS, atMs);
  if ('absent' in found) return { estimate: null, estimateAbsentReason: found.absent };
  const points = found.points.map(({ atMs: at, ...band }) => ({ at: formatInstant(at), ...band }));
  return { estimate: { model: found.model, points }, estimateAbsentReason: null };
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
