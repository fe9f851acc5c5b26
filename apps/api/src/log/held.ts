import { emptyFold, type StreamFold, typeOf } from './fold.ts';
import type { AppendRequest, CommittedStream } from './requests.ts';
import { emptyHead, type Head } from './seal.ts';
import { StateCache } from './state-cache.ts';
import { keyOf, type Stream } from './stream.ts';

/** A stream as this process last knew it: its state, and the head that the next entry follows. */
interface Held {
  readonly fold: StreamFold;
  readonly head: Head;
  /** False once another process was heard to have written more. */
  readonly newest: boolean;
}

/** What this process knows of the streams it wrote lately. Never more than a guess: the database holds the truth. */
export class HeldStreams {
  private readonly cache = new StateCache<Held>(({ fold }) => fold.state.lastSeq);

  /** The streams of these requests, as far as they are held; what is not begins empty and is read. */
  open(requests: readonly AppendRequest[]): Map<string, Stream> {
    const streams = new Map<string, Stream>();
    for (const { clinicId, streamId, command } of requests) {
      const key = keyOf(clinicId, streamId);
      if (streams.has(key)) continue;
      const fold = this.cache.get(key)?.fold ?? emptyFold(typeOf(command), streamId);
      streams.set(key, { clinicId, streamId, head: emptyHead, isNew: true, fold, sealed: [], acts: [] });
    }
    return streams;
  }

  /** The same with the heads they had; null when one is not held, or not as far as it is known to go. */
  openAtHeads(requests: readonly AppendRequest[]): Map<string, Stream> | null {
    const streams = this.open(requests);
    for (const [key, stream] of streams) {
      const held = this.cache.get(key);
      if (held === undefined || !held.newest) return null;
      stream.isNew = false;
      stream.head = held.head;
    }
    return streams;
  }

  /** After the commit: as they stand now. */
  keep(streams: ReadonlyMap<string, Stream>): void {
    for (const [key, { fold, head }] of streams)
      if (fold.state.lastSeq > 0) this.cache.set(key, { fold, head, newest: true });
  }

  /** Another process says that a stream has reached `seq`. */
  heard(clinicId: string, streamId: string, seq: number): void {
    const key = keyOf(clinicId, streamId);
    const held = this.cache.get(key);
    if (held !== undefined && held.head.seq < seq) this.cache.set(key, { ...held, newest: false });
  }

  drop(keys: Iterable<string>): void {
    for (const key of keys) this.cache.drop(key);
  }
}

/** What screens are to be told of a flush: they follow sessions; what happens between them is read when it is looked at. */
export function writtenIn(streams: ReadonlyMap<string, Stream>): CommittedStream[] {
  return [...streams.values()]
    .filter(({ fold, sealed }) => fold.type === 'session' && sealed.length > 0)
    .map(({ clinicId, streamId, sealed }) => ({
      clinicId,
      streamId,
      entries: sealed.map(({ entry }) => entry),
    }));
}
