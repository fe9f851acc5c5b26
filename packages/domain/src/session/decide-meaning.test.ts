import { describe, expect, test } from 'vitest';
import { momentSchema } from '../entries/moment.ts';
import { shiftSchema } from '../entries/shift.ts';
import { wordsToKeepSchema } from '../entries/words-to-keep.ts';
import {
  anyOf,
  append,
  at,
  ended,
  entry,
  given,
  inSession,
  MINUTE,
  nurse,
  physician,
  planned,
  recorded,
  T0,
  therapist,
  uuid,
} from './given.test-support.ts';
import { itemOf } from './state.ts';

const running = inSession();
const now = T0 + 40 * MINUTE;
const region = (endsAt: string, happenedAt = at(10)) =>
  entry('moment', { endsAt, tags: ['grief'] }, { id: uuid(1), happenedAt });

describe('a moment', () => {
  test('[MNG-2] given neither text nor tag, when parsed, then it is refused; one of them is enough', () => {
    expect(momentSchema.safeParse({ endsAt: at(5) }).error?.issues[0]?.path).toEqual(['text']);
    expect(momentSchema.safeParse({ text: '  ' }).success).toBe(false);
    for (const data of [{ text: 'Tears.' }, { tags: ['grief'] }])
      expect(momentSchema.safeParse(data).success).toBe(true);
  });

  test('[MNG-2] given a start, when the end lies at it or before, then it is refused with the field; a millisecond after is a region', () => {
    for (const endsAt of [at(10), at(9)]) {
      expect(running.when(append(region(endsAt)), therapist, now).refusal).toMatchObject({
        refused: 'invalid',
        field: 'entries[0].data.endsAt',
      });
    }
    expect(running.when(append(region('2026-11-24T10:10:00.001Z')), therapist, now).refusal).toBeNull();
  });

  test('[MNG-2] given the server clock, when the end lies 2 minutes ahead, then it is taken; a millisecond more, not', () => {
    expect(running.when(append(region(at(42))), therapist, now).refusal).toBeNull();
    expect(running.when(append(region('2026-11-24T10:42:00.001Z')), therapist, now).refusal).toMatchObject({
      refused: 'time-ahead',
      field: 'entries[0].data.endsAt',
    });
  });

  test('[MNG-2] given a region, when an amendment moves its start, then the end is held against the new start', () => {
    const log = inSession({
      ...recorded(therapist, region(at(20))),
      nowMs: now,
    });
    const move = (endsAt: string, correctedHappenedAt?: string) =>
      log.when(
        append(
          entry('amendment', {
            entryId: uuid(1),
            data: { endsAt, tags: ['grief'] },
            reason: 'Time.',
            ...(correctedHappenedAt === undefined ? {} : { correctedHappenedAt }),
          }),
        ),
        therapist,
        now,
      ).refusal;
    expect(move(at(20), at(15))).toBeNull();
    expect(move(at(20), at(20))).toMatchObject({
      refused: 'invalid',
      field: 'entries[0].data.data.endsAt',
    });
    expect(move(at(12))).toBeNull();
    expect(move(at(9))?.refused).toBe('invalid');
    expect(move(at(9), at(5))).toBeNull();
    expect(move(at(43))?.refused).toBe('time-ahead');
  });

  test('[MNG-3] given tags, when there are none, 13, a long one, a blank one or two of one spelling, then it is refused', () => {
    const many = (n: number) => Array.from({ length: n }, (_, at) => `tag ${at}`);
    for (const tags of [[], many(13), ['x'.repeat(41)], [' '], ['Grief', 'shame', ' grief']])
      expect(momentSchema.safeParse({ text: 'Tears.', tags }).success).toBe(false);
    for (const tags of [many(12), ['x'.repeat(40)], ['grief', 'griefs']])
      expect(momentSchema.safeParse({ tags }).success).toBe(true);
    const twice = momentSchema.safeParse({ tags: ['Grief', 'shame', 'GRIEF'] });
    expect(twice.error?.issues[0]?.path).toEqual(['tags', 2]);
  });
});

describe('shifts and words to keep', () => {
  test('[MNG-5] given a shift, when either side is blank or over 500 characters, then it is refused', () => {
    const whole = { from: 'x'.repeat(500), to: 'y' };
    expect(shiftSchema.safeParse(whole).success).toBe(true);
    for (const more of [{ from: '' }, { to: ' ' }, { from: 'x'.repeat(501) }, { to: 'y'.repeat(501) }])
      expect(shiftSchema.safeParse({ ...whole, ...more }).success).toBe(false);
  });

  test('[MNG-4] given words to keep, when blank or over 500 characters, then refused', () => {
    expect(wordsToKeepSchema.safeParse({ text: 'x'.repeat(500) }).success).toBe(true);
    for (const text of ['', ' ', 'x'.repeat(501)])
      expect(wordsToKeepSchema.safeParse({ text }).success).toBe(false);
  });

  const kept = (fromEntryId: string) => entry('words-to-keep', { text: 'I can put it down.', fromEntryId });

  test('[MNG-4] given a note, a moment or a shift, when words are kept from it, then it is taken; of another kind or none, not found', () => {
    for (const kind of ['note', 'moment', 'shift'] as const) {
      const source = { ...anyOf(kind, uuid(1)), id: uuid(1) };
      const log = inSession(recorded(physician, source));
      expect(log.when(append(kept(uuid(1))), therapist).refusal).toBeNull();
      expect(log.when(append(kept(uuid(2))), therapist).refusal).toMatchObject({
        refused: 'not-found',
        field: 'entries[0].data.fromEntryId',
      });
    }
    const phase = { ...anyOf('phase', uuid(1)), id: uuid(1) };
    const log = inSession(recorded(physician, phase));
    expect(log.when(append(kept(uuid(1))), therapist).refusal?.refused).toBe('not-found');
  });

  test('[MNG-4] given a note entered in error, when words are kept from it, then refused; words kept before stay and can be amended', () => {
    const note = { ...anyOf('note', uuid(1)), id: uuid(1) };
    const words = { ...kept(uuid(1)), id: uuid(2) };
    const log = inSession(
      recorded(therapist, note, words),
      recorded(therapist, entry('retraction', { entryId: uuid(1), reason: 'Twice.' })),
    );
    expect(log.when(append(kept(uuid(1))), therapist).refusal).toMatchObject({
      refused: 'entry-retracted',
      field: 'entries[0].data.fromEntryId',
    });
    const amended = entry('amendment', {
      entryId: uuid(2),
      data: { text: 'I can put it all down.', fromEntryId: uuid(1) },
      reason: 'Fuller.',
    });
    expect(log.when(append(amended), therapist).refusal).toBeNull();
    const other = entry('amendment', {
      entryId: uuid(2),
      data: { text: 'x', fromEntryId: uuid(7) },
      reason: 'x',
    });
    expect(log.when(append(other), therapist).refusal?.field).toBe('entries[0].data.data.fromEntryId');
  });

  test('[MNG-6] given each of the three, when a nurse records it, then refused; physician and therapist may, until it is signed', () => {
    for (const kind of ['moment', 'shift', 'words-to-keep'] as const) {
      const one = anyOf(kind, uuid(1));
      expect(running.when(append(one), nurse).refusal).toMatchObject({
        refused: 'role-may-not',
        field: 'entries[0].kind',
      });
      for (const who of [physician, therapist])
        for (const log of [running, inSession(ended)]) expect(log.when(append(one), who).refusal).toBeNull();
      expect(given(planned).when(append(one), therapist).refusal?.refused).toBe('session-not-started');
    }
  });

  test('[MNG-6] given a moment of the therapist, when the physician amends it, then it is not theirs; the author does', () => {
    const log = inSession(recorded(therapist, { ...anyOf('moment', uuid(1)), id: uuid(1) }));
    const change = entry('amendment', { entryId: uuid(1), data: { text: 'Sobbing.' }, reason: 'Fuller.' });
    expect(log.when(append(change), physician).refusal?.refused).toBe('not-yours');
    const { state } = log.when(append(change), therapist);
    expect(itemOf(state, uuid(1))?.data).toEqual({ text: 'Sobbing.' });
  });
});
