import type { AnyNewEntry } from '../entries/registry.ts';
import type { Author } from '../roles.ts';
import { formatInstant } from '../time.ts';
import { evolve } from './evolve.ts';
import type { SessionState } from './state.ts';

/**
 * What a session becomes when this entry is the next in its log: for what is kept on a device, and for showing what
 * a correction would change before anyone saves it.
 * @param recordedMs milliseconds since the epoch, by the server's clock as the device knows it
 */
export function withExpected(
  state: SessionState,
  { id, kind, happenedAt, data, context }: AnyNewEntry,
  author: Author,
  recordedMs: number,
): SessionState {
  return evolve(state, {
    id,
    sessionId: state.sessionId,
    seq: state.lastSeq + 1,
    kind,
    version: 1,
    happenedAt,
    recordedAt: formatInstant(recordedMs),
    author,
    data,
    context: context ?? null,
    hash: '',
  });
}
