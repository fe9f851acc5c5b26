import { describe, expect, test } from 'vitest';
import { formatInstant } from '../time.ts';
import {
  anyOf,
  append,
  entry,
  given,
  MINUTE,
  physician,
  planned,
  recorded,
  started,
  steps,
  T0,
  uuid,
} from './given.test-support.ts';

const DAY = 1440 * MINUTE;
const noteAt = (ms: number) => append(anyOf('note', uuid(1), { happenedAt: formatInstant(ms) }));
const running = given(planned, started);
const now = T0 + 40 * MINUTE;

describe('when an entry may have happened', () => {
  test('[VIT-5] given the server clock, when an entry lies 2 minutes ahead, then it is taken; a millisecond more, not', () => {
    expect(running.when(noteAt(now + 2 * MINUTE), physician, now).refusal).toBeNull();
    expect(running.when(noteAt(now + 2 * MINUTE + 1), physician, now).refusal).toMatchObject({
      refused: 'time-ahead',
      field: 'entries[0].happenedAt',
    });
  });

  test('[VIT-5] given the start, when an entry lies 24 hours before it, then it is taken; a millisecond more, not', () => {
    expect(running.when(noteAt(T0 - DAY), physician, now).refusal).toBeNull();
    expect(running.when(noteAt(T0 - DAY - 1), physician, now).refusal).toMatchObject({
      refused: 'time-too-early',
      field: 'entries[0].happenedAt',
    });
  });

  test('[VIT-5] given a planned session, when an entry lies 24 hours before now, then it is taken; a millisecond more, not', () => {
    const before = T0 - 30 * MINUTE;
    expect(given(planned).when(noteAt(before - DAY), physician, before).refusal).toBeNull();
    expect(given(planned).when(noteAt(before - DAY - 1), physician, before).refusal?.refused).toBe(
      'time-too-early',
    );
  });

  test('[VIT-5] given a session copied from paper, when an entry lies years back, then it is taken', () => {
    const start = { ...steps.start, startedAt: formatInstant(T0 - 400 * DAY), reason: 'Paper record.' };
    const paper = given(planned, { command: start, nowMs: T0 });
    expect(paper.when(noteAt(T0 - 402 * DAY), physician, now).refusal).toBeNull();
    expect(paper.when(noteAt(now + 2 * MINUTE + 1), physician, now).refusal?.refused).toBe('time-ahead');
  });

  test('[VIT-5] given a corrected time, when it lies outside, then it is refused one millisecond beyond either side', () => {
    const note = anyOf('note', uuid(1));
    const log = given(planned, started, recorded(physician, note));
    const move = (ms: number) => {
      const data = {
        entryId: note.id,
        data: { text: 'x', category: 'noticed' },
        reason: 'Time.',
        correctedHappenedAt: formatInstant(ms),
      };
      return log.when(append(entry('amendment', data)), physician, now).refusal;
    };
    expect(move(now + 2 * MINUTE)).toBeNull();
    expect(move(now + 2 * MINUTE + 1)).toMatchObject({
      refused: 'time-ahead',
      field: 'entries[0].data.correctedHappenedAt',
    });
    expect(move(T0 - DAY)).toBeNull();
    expect(move(T0 - DAY - 1)?.refused).toBe('time-too-early');
  });
});
