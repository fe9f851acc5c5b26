import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../entries/entry-kind.ts';
import { evolve, fold } from './evolve.ts';
import { emptyFeed, type Feed, gapOf, ingest } from './feed.ts';
import {
  append,
  at,
  cosigned,
  ended,
  entry,
  given,
  MINUTE,
  otherTherapist,
  physician,
  planned,
  recorded,
  SESSION,
  signed,
  started,
  steps,
  T0,
  therapist,
  uuid,
} from './given.test-support.ts';
import { logOf, standing, timeline } from './select.ts';
import { initialState, type SessionState } from './state.ts';

/** A session with everything a fold can meet: corrections, an unknown kind, a withheld entry, an addendum. */
const log: readonly Entry[] = (() => {
  const note = (n: number, text: string) =>
    entry('note', { text, category: 'words' }, { id: uuid(n), happenedAt: at(n) });
  const change = (id: string, text: string) =>
    entry('amendment', { entryId: id, data: { text, category: 'words' }, reason: 'Fuller.' });
  const lines = Array.from({ length: 12 }, (_, n) => recorded(therapist, note(n + 1, `line ${n}`)));
  const whole = given(
    planned,
    started,
    { ...(lines[0] as (typeof lines)[number]), nowMs: T0 + 30 * MINUTE },
    ...lines.slice(1),
    recorded(therapist, change(uuid(1), 'line 0, whole')),
    recorded(therapist, change(uuid(1), 'line 0, whole again')),
    recorded(therapist, entry('retraction', { entryId: uuid(5), reason: 'Twice.' })),
    recorded(
      physician,
      entry(
        'dose',
        { state: 'already-given', drug: 'ketamine', route: 'im', amountMg: 40 },
        { id: uuid(40) },
      ),
    ),
    recorded(physician, entry('retraction', { entryId: uuid(40), reason: 'Not given.', anyGiven: false })),
    ended,
    signed,
    cosigned,
    { command: steps.addendum, actor: therapist },
  ).log;
  return whole.map((one) => {
    if (one.id === uuid(7)) return { ...one, kind: 'weather', data: { sky: 'grey' } };
    return one.id === uuid(8) ? { ...one, data: null, withheld: true as const } : one;
  });
})();

/** Everything a screen could ask of a state, as bytes. */
function bytesOf(state: SessionState): string {
  const positions = log.map((one) => state.index.get(one.id) ?? null);
  const kinds = Object.keys(state.byKind)
    .sort()
    .map((kind) => [kind, [...(state.byKind[kind] ?? [])]]);
  const { index, byKind, ...rest } = state;
  void [index, byKind];
  return JSON.stringify({ ...rest, positions, kinds, timeline: timeline(state), log: [...logOf(state)] });
}

const inOrder = fold(SESSION, log);
const feedOf = (arrivals: readonly (readonly Entry[])[]) => arrivals.reduce<Feed>(ingest, emptyFeed(SESSION));

describe('arrival', () => {
  test('[LOG-3] given any order, duplication and cutting into chunks, when ingested, then the state is byte for byte the in-order fold', () => {
    const arrival = fc
      .tuple(
        fc.shuffledSubarray([...log], { minLength: log.length }),
        fc.array(fc.constantFrom(...log), { maxLength: 40 }),
        fc.array(fc.nat(9), { minLength: 1, maxLength: 40 }),
      )
      .map(([shuffled, again, sizes]) =>
        chunked([...again.slice(0, 20), ...shuffled, ...again.slice(20)], sizes),
      );
    fc.assert(
      fc.property(arrival, (chunks) => {
        const feed = feedOf(chunks);
        expect(bytesOf(feed.state)).toBe(bytesOf(inOrder));
        expect(gapOf(feed)).toBeNull();
        expect(feed.waiting.size).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  test('[LOG-3] given reconnections that send again from any cursor, when ingested, then the state is the in-order fold', () => {
    const cursors = fc.array(fc.tuple(fc.nat(log.length), fc.nat(log.length)), { maxLength: 12 });
    fc.assert(
      fc.property(cursors, (pages) => {
        const arrivals = pages.map(([after, count]) => log.slice(after, after + count));
        expect(bytesOf(feedOf([...arrivals, log]).state)).toBe(bytesOf(inOrder));
      }),
    );
  });

  test('[LOG-3] given a missing entry, when others arrive, then the state stops before it and the gap is named', () => {
    const feed = feedOf([log.slice(0, 4), log.slice(6, 9)]);
    expect(feed.state.lastSeq).toBe(4);
    expect(gapOf(feed)).toEqual({ from: 5, to: 6 });
    expect(gapOf(ingest(feed, log.slice(4, 6)))).toBeNull();
    expect(ingest(feed, log.slice(4, 6)).state.lastSeq).toBe(9);
  });

  test('[LOG-3] given nothing new, when ingested, then it is the same feed, so that no screen redraws', () => {
    const feed = feedOf([log]);
    expect(ingest(feed, log)).toBe(feed);
    expect(ingest(feed, [])).toBe(feed);
  });
});

describe('the fold', () => {
  test('[LOG-11] given an entry that is not the next, when evolved, then it throws', () => {
    const [first, second] = log as [Entry, Entry];
    expect(() => evolve(initialState(SESSION), second)).toThrow(RangeError);
    expect(() => evolve(evolve(initialState(SESSION), first), first)).toThrow(RangeError);
  });

  test('[LOG-11] given an unknown kind and a withheld entry, when folded, then both keep their place on the timeline', () => {
    expect(inOrder.lastSeq).toBe(log.length);
    expect(timeline(inOrder).map((item) => item.entry.kind)).toContain('weather');
    expect(timeline(inOrder).filter((item) => item.entry.withheld === true)).toHaveLength(1);
  });

  test('[LOG-11] given a state, when an entry is folded onto it, then the old state is as it was', () => {
    const half = fold(SESSION, log.slice(0, 16));
    const before = bytesOf(half);
    for (const entry of log.slice(16))
      fold(SESSION, [], evolve(fold(SESSION, log.slice(0, entry.seq - 1)), entry));
    evolve(half, log[16] as Entry);
    expect(bytesOf(half)).toBe(before);
  });

  test('[LOG-13] given entries out of their order in time, when read, then by when they happened, then by seq', () => {
    const later = entry('note', { text: 'b', category: 'noticed' }, { happenedAt: at(5) });
    const earlier = entry('note', { text: 'a', category: 'noticed' }, { happenedAt: at(2) });
    const same = entry('note', { text: 'c', category: 'noticed' }, { happenedAt: at(5) });
    const state = given(planned, started, {
      command: append(later, earlier, same),
      actor: otherTherapist,
      nowMs: T0 + 9 * MINUTE,
    }).state;
    expect(standing(state, 'note').map(({ data }) => data.text)).toEqual(['a', 'b', 'c']);
  });

  test('[LOG-13] given retracted and withheld entries, when counted, then they do not stand; corrections have no row', () => {
    expect(standing(inOrder, 'dose')).toEqual([]);
    expect(standing(inOrder, 'note').map(({ id }) => id)).not.toContain(uuid(5));
    expect(timeline(inOrder).map((item) => item.entry.kind)).not.toContain('amendment');
    expect(standing(inOrder, 'note')[0]?.data.text).toBe('line 0, whole again');
  });
});

/** Cuts a list into pieces of these sizes, over and over. */
function chunked<T>(list: readonly T[], sizes: readonly number[]): T[][] {
  const chunks: T[][] = [];
  for (let from = 0, turn = 0; from < list.length; turn += 1) {
    const size = Math.max(1, sizes[turn % sizes.length] ?? 1);
    chunks.push(list.slice(from, from + size));
    from += size;
  }
  return chunks;
}
