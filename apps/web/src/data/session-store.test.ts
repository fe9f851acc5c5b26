import { type AnyNewEntry, type Entry, ketamineGiven } from '@tandem/domain';
import type { ServedEntry } from '@tandem/wire';
import { describe, expect, it } from 'vitest';
import { CURTAIN_FALLS_MS } from './currency.ts';
import {
  author,
  dose,
  idOf,
  note,
  queued,
  served,
  sessionA,
  signedProblem,
  speaker,
} from './entries.test-support.ts';
import { manualTime } from './manual-time.test-support.ts';
import { createOutbox } from './outbox.ts';
import { memoryShelf } from './outbox-shelf.ts';
import type { SendOutcome } from './outbox-types.ts';
import { createSessionStore } from './session-store.ts';
import type { Watcher } from './socket-states.ts';

function setUp(outcome: SendOutcome | null = null) {
  const time = manualTime();
  let watcher: Watcher | null = null;
  const caughtUp: number[] = [];
  const socket = {
    watch(_sessionId: string, given: Watcher) {
      watcher = given;
      return () => {};
    },
    catchUp: () => void caughtUp.push(watcher?.after() ?? -1),
  };
  const send = () => (outcome === null ? new Promise<SendOutcome>(() => {}) : Promise.resolve(outcome));
  const outbox = createOutbox({ send, shelf: memoryShelf(), scheduler: time, random: () => 0 });
  outbox.speakAs(speaker);
  const store = createSessionStore({ sessionId: sessionA, socket, outbox, scheduler: time, author });
  const far = watcher as unknown as Watcher;
  const take = (...entries: Entry[]) => far.entries(entries as unknown as ServedEntry[]);
  return { time, outbox, store, far, take, caughtUp };
}

const lifecycle = (seq: number, kind: string, data: unknown, more: Partial<Entry> = {}): Entry =>
  served(seq, { ...note(seq), kind, data } as unknown as AnyNewEntry, more);
const ended = (seq: number) => lifecycle(seq, 'ended', { endedAt: null, disposition: 'completed' });
const withheld = (seq: number) => served(seq, note(seq), { data: null, withheld: true });

describe('session store', () => {
  it('[STO-1] folds by seq: order and repetition of frames make no difference', () => {
    const straight = setUp();
    straight.take(served(1, note(1)), served(2, note(2)), served(3, dose(3, 40)));
    const mixed = setUp();
    mixed.take(served(3, dose(3, 40)));
    expect(mixed.store.view().gap).toEqual({ from: 1, to: 2 });
    mixed.take(served(1, note(1)), served(1, note(1)));
    mixed.take(served(2, note(2)), served(3, dose(3, 40)));
    expect(mixed.store.view().gap).toBeNull();
    expect(JSON.stringify(mixed.store.view().confirmed)).toBe(
      JSON.stringify(straight.store.view().confirmed),
    );
  });

  it('[STO-2] asks for what is missing, by its cursor', () => {
    const { take, far, caughtUp } = setUp();
    take(served(1, note(1)));
    take(served(3, note(3)));
    expect(caughtUp).toEqual([1]);
    far.current(3, 0);
    expect(caughtUp).toEqual([1, 1]);
  });

  it('[STO-11] does not ask in a circle for what the server does not give', async () => {
    const { time, take, far, caughtUp } = setUp();
    take(served(1, note(1)));
    for (let answer = 0; answer < 20; answer += 1) far.current(3, 0);
    expect(caughtUp).toEqual([1]);
    await time.advance(1_500);
    far.current(3, 0);
    expect(caughtUp).toEqual([1, 1]);
    take(served(2, note(2)));
    far.current(3, 0);
    expect(caughtUp).toEqual([1, 1, 2]);
  });

  it('[STO-3] is current only while the server said so within 4.3 s, and only if nothing is missing', async () => {
    const { time, store, far, take } = setUp();
    expect(store.view().currency.type).toBe('loading');
    take(served(1, note(1)));
    far.current(2, 0);
    expect(store.view().currency.type).toBe('loading');
    far.current(1, 0);
    const heardAtMs = time.nowMs();
    expect(store.view().currency.type).toBe('current');
    await time.advance(CURTAIN_FALLS_MS - 1);
    expect(store.view().currency.type).toBe('current');
    await time.advance(1);
    expect(store.view().currency).toMatchObject({ type: 'not-current', sinceMs: heardAtMs });
    far.current(1, 0);
    expect(store.view().currency.type).toBe('current');
  });

  it('[STO-3] a room that never loads says so too', async () => {
    const { time, store } = setUp();
    await time.advance(CURTAIN_FALLS_MS);
    expect(store.view().currency.type).toBe('not-current');
  });

  it('[STO-8] a page that slept is not current at once, until the next word of the server', async () => {
    const { time, store, far, take } = setUp();
    take(served(1, note(1)));
    far.doubted('stood-still');
    expect(store.view().currency.type).toBe('loading');
    far.current(1, 0);
    const heardAtMs = time.nowMs();
    time.sleep(30 * 60_000);
    far.doubted('stood-still');
    expect(store.view().currency).toEqual({
      type: 'not-current',
      sinceMs: heardAtMs,
      isProven: true,
      because: 'stood-still',
    });
    far.current(1, 0);
    expect(store.view().currency.type).toBe('current');
    await time.advance(CURTAIN_FALLS_MS - 1);
    expect(store.view().currency.type).toBe('current');
  });

  it('[STO-9] says why it is not current where the server said why, and only as long as that holds', async () => {
    const { time, store, far } = setUp();
    far.current(0, 0);
    await time.advance(2_000);
    far.doubted('database');
    expect(store.view().currency.type).toBe('current');
    await time.advance(3_000);
    expect(store.view().currency).toMatchObject({ type: 'not-current', because: 'database' });
    far.doubted('ahead');
    expect(store.view().currency).toMatchObject({ because: 'ahead' });
    far.current(0, 0);
    await time.advance(CURTAIN_FALLS_MS);
    expect(store.view().currency).toMatchObject({ because: 'silence' });
  });

  it('[STO-10] names what is missing: between two entries, and up to the head of the server', () => {
    const { store, far, take } = setUp();
    // What has not been read yet is loading, not missing.
    far.current(2, 0);
    expect(store.view().gap).toBeNull();
    take(served(1, note(1)), served(2, note(2)));
    far.current(2, 0);
    expect(store.view().gap).toBeNull();
    far.current(4, 0);
    expect(store.view().gap).toEqual({ from: 3, to: 4 });
    take(served(4, note(4)));
    expect(store.view().gap).toEqual({ from: 3, to: 3 });
    take(served(3, note(3)));
    expect(store.view().gap).toBeNull();
  });

  it('[STO-4] the screen changes when the entry arrives, not when the POST is answered', async () => {
    const { time, outbox, store, take } = setUp({ type: 'stored' });
    await outbox.add(queued(note(1)));
    await time.advance(0);
    expect(store.view().pending).toMatchObject([{ id: idOf(1), status: 'stored' }]);
    expect(store.view().confirmed.lastSeq).toBe(0);
    let seen = { rows: -1, pending: -1 };
    store.subscribe(() => {
      const { confirmed, pending } = store.view();
      seen = { rows: confirmed.items.length, pending: pending.length };
      // Never twice, never gone: in one step from pending to confirmed.
      expect(seen.rows + seen.pending).toBe(1);
    });
    take(served(1, note(1)));
    expect(seen).toEqual({ rows: 1, pending: 0 });
    expect(outbox.items()).toEqual([]);
  });

  it('[STO-5] a dose kept on this device counts at once; one that was refused does not', async () => {
    const kept = setUp();
    kept.take(served(1, dose(1, 40)));
    await kept.outbox.add(queued(dose(2, 20)));
    expect(ketamineGiven(kept.store.view().confirmed).totalMicrograms).toBe(40_000);
    expect(ketamineGiven(kept.store.view().expected).totalMicrograms).toBe(60_000);

    const refused = setUp({ type: 'refused', problem: signedProblem });
    await refused.outbox.add(queued(dose(2, 20)));
    await refused.time.advance(0);
    expect(refused.store.view().pending).toMatchObject([{ status: 'refused' }]);
    expect(ketamineGiven(refused.store.view().expected).totalMicrograms).toBe(0);
  });

  it('[STO-5] a dose leaves the total when its retraction is stored, not before', async () => {
    const { outbox, store, take } = setUp();
    take(served(1, dose(1, 40)));
    const retraction = {
      ...note(2),
      kind: 'retraction',
      data: { entryId: idOf(1), reason: 'mistyped', anyGiven: false },
    } as AnyNewEntry;
    await outbox.add(queued(retraction));
    expect(ketamineGiven(store.view().expected).totalMicrograms).toBe(40_000);
    take(served(2, retraction));
    expect(ketamineGiven(store.view().expected).totalMicrograms).toBe(0);
  });

  it('[STO-6] reads the session once more when its end opens what was withheld', () => {
    const { store, far, take, caughtUp } = setUp();
    take(withheld(1));
    far.current(1, 0);
    take(ended(2));
    expect(caughtUp).toEqual([0]);
    expect(store.view().currency.type).toBe('loading');
    take(served(1, note(1)), ended(2));
    expect(store.view().confirmed.items.at(0)?.data).toMatchObject({ text: 'note 1' });
    expect(store.view().confirmed.status).toBe('ended');
  });

  it('[STO-6] also when the end comes before the first reading is through', () => {
    const { store, far, take, caughtUp } = setUp();
    take(withheld(1));
    take(ended(2));
    far.current(2, 0);
    expect(caughtUp).toContain(0);
    take(served(1, note(1)), ended(2));
    far.current(2, 0);
    expect(store.view().confirmed.items.at(0)?.data).toMatchObject({ text: 'note 1' });
    expect(store.view().currency.type).toBe('current');
  });

  it('[STO-6] and once only when what stays withheld and the end come in two pages', () => {
    const { store, far, take, caughtUp } = setUp();
    take(withheld(1));
    take(ended(2));
    take(withheld(1));
    take(ended(2));
    far.current(2, 0);
    expect(caughtUp).toEqual([0]);
    expect(store.view().currency.type).toBe('current');
  });

  it('[STO-6] and not for ever: what stays withheld after reading again stays so', () => {
    const { store, far, take, caughtUp } = setUp();
    take(withheld(1));
    far.current(1, 0);
    take(ended(2));
    take(withheld(1), ended(2));
    far.current(2, 0);
    take(served(3, note(3)));
    expect(caughtUp).toEqual([0]);
    expect(store.view().confirmed.lastSeq).toBe(3);
  });

  it('[STO-7] keeps the very same view while nothing changed, so that nothing is drawn again', () => {
    const { store, far, take } = setUp();
    take(served(1, note(1)));
    far.current(1, 0);
    const before = store.view();
    far.current(1, 0);
    take(served(1, note(1)));
    expect(store.view()).toBe(before);
  });
});
