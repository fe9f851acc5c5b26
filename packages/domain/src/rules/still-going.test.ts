import { describe, expect, test } from 'vitest';
import {
  append,
  ended,
  entry,
  given,
  MINUTE,
  nurse,
  planned,
  started,
  T0,
  uuid,
} from '../session/given.test-support.ts';
import { noticeSentence } from './notice-words.ts';
import { noticesAt, saw, session, set } from './notices.test-support.ts';
import { silentMinutes } from './still-going.ts';

const first = uuid(60);
const quiet = session(set(0, { heartRate: 80 }, { id: first }));
const id = `still-going:${first}`;

describe('[END-3] an hour without an entry', () => {
  test.each([
    [59, null],
    [60, 60],
    [61, 61],
  ])('minute %d: %s', (minute, minutes) => {
    expect(silentMinutes(quiet.state, T0 + minute * MINUTE)).toBe(minutes);
    const notice = noticesAt(quiet, minute).get(id);
    expect(notice?.facts ?? null).toEqual(minutes === null ? null : { type: 'still-going', minutes });
    if (notice === undefined) return;
    expect(notice).toMatchObject({ priority: 'low', shown: false, settled: null, entryId: null });
    expect(noticeSentence(notice.facts)).toBe(`No entry for ${minutes} min`);
  });

  test('is acknowledged by its id from minute 60 on, and not before', () => {
    const yes = append(entry('acknowledgement', { noticeId: id }));
    expect(quiet.when(yes, nurse, T0 + 59 * MINUTE).refusal?.refused).toBe('not-found');
    expect(quiet.when(yes, nurse, T0 + 60 * MINUTE).refusal).toBeNull();
  });

  test('the answer starts the hour anew, and a second answer to the same question is taken', () => {
    const told = session(set(0, { heartRate: 80 }, { id: first }), saw(62, id));
    expect(silentMinutes(told.state, T0 + 121 * MINUTE)).toBeNull();
    expect(silentMinutes(told.state, T0 + 122 * MINUTE)).toBe(60);
    expect(noticesAt(told, 63).get(id)).toMatchObject({
      settled: { how: 'value', atMs: T0 + 62 * MINUTE },
      facts: { minutes: 62 },
    });
    const again = append(entry('acknowledgement', { noticeId: id }));
    expect(told.when(again, nurse, T0 + 63 * MINUTE).refusal).toBeNull();
  });

  test('nobody asks before the start or after the end; the end settles it', () => {
    expect([...noticesAt(given(planned), 300).keys()]).toEqual([]);
    const told = given(planned, started, ended);
    expect(silentMinutes(told.state, T0 + 600 * MINUTE)).toBeNull();
    const asked = [...noticesAt(told, 600).values()].filter(({ ruleId }) => ruleId === 'still-going');
    expect(asked).toHaveLength(1);
    expect(asked[0]?.settled).toMatchObject({ atMs: T0 + 130 * MINUTE });
  });
});
