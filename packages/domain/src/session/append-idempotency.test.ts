import { describe, expect, test } from 'vitest';
import { instantSchema } from '../time.ts';
import type { KnownEntry } from './commands.ts';
import {
  append,
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
} from './given.test-support.ts';

const pressure = { systolic: 148, diastolic: 92, heartRate: 88, spo2: 97 };
const first = entry('vital-signs', pressure, { id: uuid(1) });
const second = entry('note', { text: 'Breath slow.', category: 'noticed' }, { id: uuid(2) });
const third = entry('phase', { phase: 'peak' }, { id: uuid(3) });
const running = given(planned, started, recorded(physician, first, second));

describe('sending entries again', () => {
  test('[LOG-1] given three entries of which one is refused, when appended, then none is stored and the index names it', () => {
    const late = entry('note', { text: 'x', category: 'noticed' }, { id: uuid(4), happenedAt: at(30) });
    const outcome = given(planned, started).when(append(first, late, third), physician, T0);
    expect(outcome.refusal).toMatchObject({
      refused: 'time-ahead',
      index: 1,
      entryId: uuid(4),
      field: 'entries[1].happenedAt',
    });
    expect(outcome.drafts).toEqual([]);
    expect(outcome.state.lastSeq).toBe(2);
  });

  test('[LOG-1] given entries, when appended, then they are answered in request order with the version of their kind', () => {
    const outcome = given(planned, started).when(append(third, first, second));
    expect(outcome.drafts.map((draft) => draft.id)).toEqual([uuid(3), uuid(1), uuid(2)]);
    expect(outcome.drafts.map((draft) => draft.version)).toEqual([1, 1, 1]);
  });

  test('[LOG-2] given a batch with one id twice, when appended, then it is refused, also with equal content', () => {
    const outcome = given(planned, started).when(append(first, third, { ...first }));
    expect(outcome.refusal).toEqual({
      refused: 'duplicate-id',
      field: 'entries[2].id',
      index: 2,
      entryId: uuid(1),
    });
  });

  test('[LOG-2] given an id that the log knows, when it stands twice in a batch, then it is refused all the same', () => {
    expect(running.when(append(first, { ...first })).refusal?.refused).toBe('duplicate-id');
  });

  test('[LOG-4] given known entries, when all are sent again, then all are known and nothing is new', () => {
    const outcome = running.when(append(first, second));
    expect(outcome.knownIds).toEqual([uuid(1), uuid(2)]);
    expect(outcome.drafts).toEqual([]);
    expect(outcome.state).toBe(running.state);
  });

  test('[LOG-4] given a session ended, or signed, when a retry comes, then it is answered as a retry', () => {
    for (const later of [[ended], [ended, signed, cosigned]]) {
      const log = given(planned, started, recorded(physician, first, second), ...later);
      expect(log.when(append(first, second)).knownIds).toEqual([uuid(1), uuid(2)]);
    }
  });

  test('[LOG-4] given a retry a day later, when its time would be too early now, then it is still a retry', () => {
    const outcome = running.when(append(first), physician, T0 + 3 * 1440 * MINUTE);
    expect(outcome.knownIds).toEqual([uuid(1)]);
  });

  test('[LOG-4] given an entry amended or retracted meanwhile, when its first sending is repeated, then it is a retry', () => {
    const change = entry('amendment', {
      entryId: uuid(1),
      data: { ...pressure, systolic: 184 },
      reason: 'Mistyped.',
    });
    const gone = entry('retraction', { entryId: uuid(2), reason: 'Twice.' });
    const log = given(
      planned,
      started,
      recorded(physician, first, second),
      recorded(physician, change),
      recorded(physician, gone),
    );
    expect(log.when(append(first, second)).knownIds).toEqual([uuid(1), uuid(2)]);
  });

  test('[LOG-5] given some known, when sent with a new one, then the rest is appended, in request order', () => {
    const outcome = running.when(append(first, third, second));
    expect(outcome.refusal).toBeNull();
    expect(outcome.knownIds).toEqual([uuid(1), uuid(2)]);
    expect(outcome.drafts.map((draft) => draft.id)).toEqual([uuid(3)]);
    expect(outcome.state.lastSeq).toBe(5);
  });

  test('[LOG-5] given some known after sign-off, when a new one comes along, then the batch is refused whole', () => {
    const log = given(planned, started, recorded(physician, first), ended, signed, cosigned);
    const outcome = log.when(append(first, third));
    expect(outcome.refusal).toMatchObject({ refused: 'session-signed', index: 1, entryId: uuid(3) });
  });
});

describe('an id that belongs to something else', () => {
  const reused = (again: typeof first, who = physician) => running.when(append(third, again), who);

  test('[LOG-6] given a known id, when one value differs, then 409 and nothing is stored, not even the new entry beside it', () => {
    const outcome = reused({ ...first, data: { ...pressure, systolic: 149 } } as typeof first);
    expect(outcome.refusal).toEqual({
      refused: 'entry-id-reused',
      field: 'entries[1].id',
      index: 1,
      entryId: uuid(1),
    });
    expect(outcome.drafts).toEqual([]);
  });

  test('[LOG-6] given a known id, when the time differs by a millisecond, then 409', () => {
    expect(reused({ ...first, happenedAt: '2026-11-24T10:00:00.001Z' }).refusal?.refused).toBe(
      'entry-id-reused',
    );
  });

  test('[LOG-6] given a known id, when the kind differs, then 409', () => {
    expect(reused({ ...third, id: uuid(1) }).refusal?.refused).toBe('entry-id-reused');
    // The same data under another kind: only the kind tells them apart.
    expect(reused({ ...first, kind: 'note' } as never).refusal?.refused).toBe('entry-id-reused');
  });

  test('[LOG-6] given a known id, when another person sends the same content, then 409', () => {
    expect(reused(first, therapist).refusal?.refused).toBe('entry-id-reused');
  });

  test('[LOG-6] given an id of another session, when it is sent with equal content here, then 409', () => {
    const foreign: KnownEntry = {
      id: uuid(3),
      sessionId: uuid(8000),
      kind: 'phase',
      authorId: physician.id,
      happenedAt: third.happenedAt,
      data: third.data,
    };
    const outcome = given(planned, started).when(append(third), physician, T0, { foreign: [foreign] });
    expect(outcome.refusal?.refused).toBe('entry-id-reused');
    const own = { ...foreign, sessionId: SESSION };
    expect(given(planned, started).when(append(third), physician, T0, { foreign: [own] }).knownIds).toEqual([
      uuid(3),
    ]);
  });

  test('[LOG-6] given an id that belongs to a step of the session, when an entry uses it, then 409', () => {
    expect(running.when(append({ ...third, id: uuid(902) })).refusal?.refused).toBe('entry-id-reused');
  });
});

describe('what counts as the same content', () => {
  test('[LOG-8] given other context, when sent again, then it is a retry: context is not compared', () => {
    const again = {
      ...first,
      context: { deviceId: 'tablet-2', knownSeq: 9, offline: true, lateReason: 'Slow.' },
    };
    expect(running.when(append(again)).knownIds).toEqual([uuid(1)]);
  });

  test('[LOG-8] given the members in another order, or undefined ones, when sent again, then it is a retry', () => {
    const data = { spo2: 97, temperatureC: undefined, heartRate: 88, diastolic: 92, systolic: 148 };
    expect(running.when(append({ ...first, data } as typeof first)).knownIds).toEqual([uuid(1)]);
  });

  test('[LOG-8] given another spelling of the zone, when read by the schema and sent again, then it is a retry', () => {
    for (const spelling of [
      '2026-11-24T12:00:00+02:00',
      '2026-11-24T10:00:00Z',
      '2026-11-24T04:30:00.000-05:30',
    ]) {
      const happenedAt = instantSchema.parse(spelling);
      expect(running.when(append({ ...first, happenedAt })).knownIds).toEqual([uuid(1)]);
    }
  });

  test('[LOG-8] given context without content, when stored, then it is null; with content, as it came', () => {
    const empty = given(planned, started).when(append({ ...first, context: {} }));
    expect(empty.drafts[0]?.context).toBeNull();
    const context = { knownSeq: 0, offline: false };
    expect(given(planned, started).when(append({ ...first, context })).drafts[0]?.context).toEqual(context);
  });
});

describe('entries of one batch', () => {
  const change = entry('amendment', {
    entryId: uuid(1),
    data: { ...pressure, systolic: 184 },
    reason: 'Mistyped.',
  });
  const gone = () => entry('retraction', { entryId: uuid(1), reason: 'Twice.' });

  test('[LOG-10] given an entry and its amendment from eight hours offline, when sent in one batch, then both are taken', () => {
    const outcome = given(planned, started).when(append(first, change));
    expect(outcome.refusal).toBeNull();
    expect(outcome.drafts).toHaveLength(2);
  });

  test('[LOG-10] given two retractions of one entry in one batch, when appended, then the second is refused as the log would', () => {
    expect(running.when(append(gone(), gone())).refusal).toMatchObject({
      refused: 'entry-retracted',
      index: 1,
    });
  });

  test('[LOG-10] given two amendments on the same base in one batch, when appended, then the second finds the entry changed', () => {
    const based = (systolic: number) =>
      entry('amendment', {
        entryId: uuid(1),
        data: { ...pressure, systolic },
        reason: 'Mistyped.',
        basedOnSeq: 3,
      });
    expect(running.when(append(based(184), based(185))).refusal).toMatchObject({
      refused: 'entry-changed',
      index: 1,
    });
  });
});
