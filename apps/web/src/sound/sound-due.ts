import type { Notice } from '@tandem/domain';

/** A High that is not seen sounds again after so long (ux.md 2.8). */
export const REPEAT_MS = 60_000;

/** A High that no physician or nurse has seen. */
export interface UnseenHigh {
  readonly id: string;
  /** When it was raised last, milliseconds since the epoch. */
  readonly raisedMs: number;
}

/** What has sounded so far in one session. */
export interface Heard {
  readonly lastMs: number | null;
  /** When each notice that has sounded was raised, by its id. */
  readonly raised: ReadonlyMap<string, number>;
}

export const nothingHeard: Heard = { lastMs: null, raised: new Map() };

/** Those that sound: a Medium never does, and what is seen does no more (SND-1). */
export function unseenHighs(notices: readonly Notice[]): UnseenHigh[] {
  return notices
    .filter(({ priority, shown, quiet }) => priority === 'high' && shown && !quiet)
    .map(({ id, raisedMs }) => ({ id, raisedMs }));
}

/**
 * Is a tone due? At once when one was raised that has not sounded, and each minute for as long as one stands unseen;
 * several make one tone. The same notice raised again counts anew only a minute later: the server dates an entry a
 * moment after the screen that recorded it (SND-2).
 * @param nowMs milliseconds since the epoch, by the server's clock
 */
export function soundDue(unseen: readonly UnseenHigh[], heard: Heard, nowMs: number): boolean {
  if (unseen.length === 0) return false;
  if (heard.lastMs === null || nowMs - heard.lastMs >= REPEAT_MS) return true;
  return unseen.some(({ id, raisedMs }) => {
    const before = heard.raised.get(id);
    return before === undefined || raisedMs - before >= REPEAT_MS;
  });
}

/** After a tone. */
export function heardNow(unseen: readonly UnseenHigh[], heard: Heard, nowMs: number): Heard {
  const raised = new Map(heard.raised);
  for (const { id, raisedMs } of unseen) raised.set(id, raisedMs);
  return { lastMs: nowMs, raised };
}
