import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noticesOf } from '../rules/notices.ts';
import { fold } from '../session/evolve.ts';
import {
  at,
  cosigned,
  ended,
  entry,
  given,
  MINUTE,
  physician,
  planned,
  recorded,
  SESSION,
  signed,
  started,
  T0,
  therapist,
  uuid,
} from '../session/given.test-support.ts';
import { standing } from '../session/select.ts';
import { replayOf } from './replay.ts';
import { replayStops, stopFrom } from './replay-stops.ts';

const KNOWN = { type: 'known' } as const;
const HAPPENED = { type: 'happened' } as const;
const later = (minutes: number) => T0 + minutes * MINUTE;
const vitals = (n: number, minute: number, systolic: number, context = {}) =>
  entry(
    'vital-signs',
    { systolic, diastolic: 80, heartRate: 80, spo2: 97 },
    { id: uuid(n), happenedAt: at(minute), context },
  );

/** 164 mistyped at 10, put right to 146 at 30; a note about minute 5 written at 40; a dose at 20; signed at 140. */
const session = given(
  planned,
  started,
  { ...recorded(physician, vitals(1, 1, 120, { deviceId: 'A', knownSeq: 2 })), nowMs: later(1) },
  { ...recorded(physician, vitals(2, 10, 164, { deviceId: 'A', knownSeq: 3 })), nowMs: later(10) },
  {
    ...recorded(
      physician,
      entry(
        'dose',
        { state: 'already-given', drug: 'ketamine', route: 'im', amountMg: 40 },
        { id: uuid(3), happenedAt: at(20), context: { deviceId: 'B', knownSeq: 3 } },
      ),
    ),
    nowMs: later(20),
  },
  {
    ...recorded(
      physician,
      entry('amendment', {
        entryId: uuid(2),
        data: { systolic: 146, diastolic: 80, heartRate: 80, spo2: 97 },
        reason: 'Mistyped.',
      }),
    ),
    nowMs: later(30),
  },
  {
    ...recorded(
      therapist,
      entry('note', { text: 'Tears.', category: 'affect' }, { id: uuid(4), happenedAt: at(38) }),
    ),
    nowMs: later(45),
  },
  ended,
  signed,
  cosigned,
).log;
const replay = replayOf(SESSION, session);
const systolic = (ms: number, view: Parameters<typeof replay.at>[1]) =>
  standing(replay.at(ms, view), 'vital-signs').map(({ data }) => data.systolic);

describe('a replay', () => {
  test('[RPL-1] at any entry is the fold of the entries up to it, whatever was looked at before', () => {
    const long = [...session];
    fc.assert(
      fc.property(fc.array(fc.nat(long.length), { minLength: 1, maxLength: 12 }), (seqs) => {
        const fresh = replayOf(SESSION, long);
        for (const seq of seqs)
          expect(JSON.stringify(fresh.prefix(seq))).toBe(JSON.stringify(fold(SESSION, long.slice(0, seq))));
      }),
    );
  });

  test('[RPL-1] also where more entries lie between than one fold keeps', () => {
    const notes = Array.from({ length: 300 }, (_, n) => ({
      ...recorded(therapist, entry('note', { text: `${n}`, category: 'noticed' }, { happenedAt: at(n / 4) })),
      nowMs: later(n / 4 + 1),
    }));
    const long = given(planned, started, ...notes).log;
    const fresh = replayOf(SESSION, long);
    for (const seq of [0, 1, 63, 64, 65, 127, 128, 200, long.length])
      expect(JSON.stringify(fresh.prefix(seq))).toBe(JSON.stringify(fold(SESSION, long.slice(0, seq))));
    expect(fresh.at(later(31), KNOWN).lastSeq).toBe(fresh.seqAt(later(31)));
  });

  test('[RPL-2] as it was known then hides what was corrected or written later', () => {
    expect(systolic(later(29), KNOWN)).toEqual([120, 164]);
    expect(systolic(later(30), KNOWN)).toEqual([120, 146]);
    expect(standing(replay.at(later(44), KNOWN), 'note')).toHaveLength(0);
    expect(standing(replay.at(later(45), KNOWN), 'note')).toHaveLength(1);
    expect(replay.at(later(29), KNOWN).endedAt).toBeNull();
  });

  test('[RPL-2] a notice that a correction took away is still there at the moment at which it was shown', () => {
    const shown = (ms: number) =>
      noticesOf(replay.at(ms, KNOWN), ms).filter((notice) => notice.shown && notice.entryId === uuid(2));
    expect(shown(later(11))).toHaveLength(1);
    const stops = replayStops(replay, KNOWN).filter(({ type }) => type === 'notice');
    expect(stops.map(({ atMs }) => atMs)).toContain(later(10));
  });

  test('[RPL-3] as it happened, each entry stands at its moment as it is told today', () => {
    expect(systolic(later(9), HAPPENED)).toEqual([120]);
    expect(systolic(later(10), HAPPENED)).toEqual([120, 146]);
    expect(standing(replay.at(later(38), HAPPENED), 'note')).toHaveLength(1);
    expect(replay.at(later(129), HAPPENED).status).toBe('in-progress');
    expect(replay.at(later(130), HAPPENED).status).toBe('ended');
  });

  test('[RPL-4] as a device had it: what it said it knew, and its own entries', () => {
    const on = (deviceId: string, ms: number) =>
      standing(replay.at(ms, { type: 'device', deviceId }), 'vital-signs').map(({ data }) => data.systolic);
    expect(replay.devices.map(({ deviceId, entries }) => [deviceId, entries])).toEqual([
      ['A', 2],
      ['B', 1],
    ]);
    expect(on('A', later(10))).toEqual([120, 164]);
    // It had not got the reading of minute 10 when its dose was confirmed.
    expect(on('B', later(20))).toEqual([120]);
    expect(on('B', later(19))).toEqual([]);
  });

  test('[RPL-5] every stop is found forwards and backwards, and the span is that of the session', () => {
    expect([replay.fromMs, replay.toMs]).toEqual([later(0), later(130)]);
    const stops = replayStops(replay, KNOWN);
    expect(stopFrom(stops, later(0), 'next', ['dose'])?.atMs).toBe(later(20));
    expect(stopFrom(stops, later(20), 'next', ['dose'])).toBeNull();
    expect(stopFrom(stops, later(21), 'previous', ['dose'])?.atMs).toBe(later(20));
    expect(stopFrom(stops, later(20), 'next', ['note'])?.atMs).toBe(later(45));
    expect(stopFrom(replayStops(replay, HAPPENED), later(20), 'next', ['note'])?.atMs).toBe(later(38));
    const walked: number[] = [];
    for (let from = 0; ; ) {
      const next = stopFrom(stops, from, 'next', ['dose', 'notice', 'note', 'entry']);
      if (next === null) break;
      walked.push(next.atMs);
      from = next.atMs;
    }
    expect(walked).toEqual([...new Set(stops.map(({ atMs }) => atMs))]);
  });

  test('[RPL-3] shown at any moments one after the other, forwards and back, each is as if it were asked first', () => {
    const minutes = fc.array(fc.integer({ min: -5, max: 150 }), { minLength: 2, maxLength: 30 });
    const mixed = given(
      planned,
      started,
      ...[9, 3, 14, 1, 20, 8, 21].map((minute, n) => ({
        ...recorded(physician, vitals(50 + n, minute, 120 + n)),
        nowMs: later(30 + n),
      })),
      {
        ...recorded(physician, entry('retraction', { entryId: uuid(52), reason: 'Other client.' })),
        nowMs: later(40),
      },
      ended,
    );
    fc.assert(
      fc.property(minutes, fc.boolean(), (all, forwards) => {
        const moments = forwards ? all.toSorted((a, b) => a - b) : all;
        const replay = replayOf(SESSION, mixed.log);
        for (const minute of moments) {
          const shown = replay.at(later(minute), HAPPENED);
          expect(shown).toEqual(replayOf(SESSION, mixed.log).at(later(minute), HAPPENED));
        }
      }),
      { seed: 20261124, numRuns: 60 },
    );
  });

  test('[RPL-1] of a session in which nothing happened yet shows nothing, and has no span', () => {
    const empty = replayOf(SESSION, []);
    expect(empty.at(later(5), KNOWN).lastSeq).toBe(0);
    expect(replayStops(empty, HAPPENED)).toEqual([]);
    expect(empty.toMs).toBe(empty.fromMs);
  });
});
