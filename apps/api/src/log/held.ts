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

  /** @returns what the screens are to be told */
  committed(streams: ReadonlyMap<string, Stream>): CommittedStream[] {
    const committed: CommittedStream[] = [];
    for (const [key, { clinicId, streamId, fold, head, sealed }] of streams) {
      if (fold.state.lastSeq > 0) this.cache.set(key, { fold, head, newest: true });
      // Screens follow sessions; what happens between them is read when it is looked at.
      if (sealed.length > 0 && fold.type === 'session')
        committed.push({ clinicId, streamId, entries: sealed.map((one) => one.entry) });
    }
    return committed;
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
