import type { Session } from '@tandem/wire';
import { MINUTE_MS, type Span } from './day-grid.ts';

/** What a session without a planned length is taken to last (clinic policy). */
export const USUAL_MINUTES = 120;

/**
 * When a session takes its room: as planned until it starts, as it went once it ended. One that runs takes it until
 * its planned length is over, and until now when it runs longer.
 */
export function spanOf(session: Session, nowMs: number): Span {
  const plannedMs = Date.parse(session.plannedAt);
  const lengthMs = (session.durationMinutes ?? USUAL_MINUTES) * MINUTE_MS;
  const fromMs = session.startedAt === null ? plannedMs : Date.parse(session.startedAt);
  if (session.endedAt !== null) return { fromMs, toMs: Date.parse(session.endedAt) };
  const toMs = fromMs + lengthMs;
  return { fromMs, toMs: session.status === 'in-progress' ? Math.max(toMs, nowMs) : toMs };
}

/** The same length, begun at another time: where a planned session would stand. */
export function spanAt(session: Session, fromMs: number): Span {
  return { fromMs, toMs: fromMs + (session.durationMinutes ?? USUAL_MINUTES) * MINUTE_MS };
}
