import { describe, expect, test } from 'vitest';
import { type NoteCategory, noteCategories } from '../entries/note.ts';
import { type RecordableKind, recordableKinds } from '../entries/registry.ts';
import {
  anyOf,
  append,
  entry,
  given,
  nurse,
  physician,
  planned,
  reach,
  recorded,
  started,
  therapist,
  uuid,
} from './given.test-support.ts';
import { sessionStatuses } from './status.ts';

const kinds = recordableKinds.map((definition) => definition.kind as RecordableKind);
const fromPlanning: readonly RecordableKind[] = [
  'vital-signs',
  'checklist',
  'note',
  'amendment',
  'retraction',
];
const base = entry(
  'note',
  { text: 'Slept well.', category: 'noticed' },
  { id: uuid(1), happenedAt: '2026-11-24T09:00:00.000Z' },
);

/** Raises a notice, for the entry that says it was seen. */
const over = entry(
  'vital-signs',
  { systolic: 168, diastolic: 92 },
  { id: uuid(2), happenedAt: '2026-11-24T09:01:00.000Z' },
);

const toPhysician = entry(
  'handover',
  { fromId: nurse.id, toId: physician.id, role: 'nurse', summary: { openNotices: [] } },
  { id: uuid(3), happenedAt: '2026-11-24T09:20:00.000Z' },
);

/** interface.md, "Which kinds when". */
function expected(kind: RecordableKind, status: (typeof sessionStatuses)[number]): string | null {
  if (status === 'signed') return 'session-signed';
  if (status === 'cancelled') return 'session-cancelled';
  if (status !== 'planned' || fromPlanning.includes(kind)) return null;
  return 'session-not-started';
}

describe('which kinds when', () => {
  for (const status of sessionStatuses) {
    for (const kind of kinds) {
      const answer = expected(kind, status);
      test(`[LOG-9] given a session that is ${status}, when ${kind} is appended, then ${answer ?? 'it is taken'}`, () => {
        const [first, ...rest] = reach[status].told;
        const history = first === undefined ? [] : [first, recorded(physician, base, over), ...rest];
        // A rate and a stop belong to an infusion that runs.
        if (
          kind.startsWith('infusion-') &&
          kind !== 'infusion-start' &&
          ['in-progress', 'ended'].includes(status)
        )
          history.push(
            recorded(physician, anyOf('infusion-start', uuid(1), { happenedAt: '2026-11-24T09:10:00.000Z' })),
          );
        // An acceptance belongs to a handover that waits for whoever accepts.
        if (kind === 'handover-accepted' && ['in-progress', 'ended'].includes(status))
          history.push(recorded(nurse, toPhysician));
        const { nowMs } = reach[status];
        const about = { acknowledgement: uuid(2), 'handover-accepted': uuid(3) }[kind as string] ?? uuid(1);
        const one = anyOf(kind, about, { happenedAt: '2026-11-24T09:30:00.000Z' });
        const outcome = given(...history).when(append(one), physician, nowMs);
        expect(outcome.refusal?.refused ?? null).toBe(answer);
        expect(outcome.drafts).toHaveLength(answer === null ? 1 : 0);
      });
    }
  }

  test('[LOG-9] given a planned session, when a step of the session is sent as an entry, then it is refused', () => {
    const forged = { ...anyOf('phase', uuid(1)), kind: 'started' } as never;
    for (const status of sessionStatuses) {
      const outcome = given(...reach[status].told).when(append(forged), physician, reach[status].nowMs);
      expect(outcome.refusal).not.toBeNull();
      expect(outcome.drafts).toEqual([]);
    }
  });

  test('[LOG-9] given a kind that does not exist, when appended, then it is refused with the field', () => {
    const unknown = { ...anyOf('phase', uuid(1)), kind: 'horoscope' } as never;
    const outcome = given(planned, started).when(append(unknown));
    expect(outcome.refusal).toMatchObject({ refused: 'invalid', field: 'entries[0].kind' });
  });
});

describe('[NTC-10] Seen needs a notice', () => {
  const seen = anyOf('acknowledgement', uuid(2));

  test('one that was never raised is not found, with the field, and nothing is stored', () => {
    const outcome = given(planned, started).when(append(entry('note', base.data as never), seen));
    expect(outcome.refusal).toMatchObject({ refused: 'not-found', field: 'entries[1].data.noticeId' });
    expect(outcome.drafts).toEqual([]);
    const calm = entry('vital-signs', { systolic: 120, diastolic: 80 }, { id: uuid(2) });
    expect(given(planned, started, recorded(physician, calm)).when(append(seen)).refusal?.refused).toBe(
      'not-found',
    );
  });

  test('another rule of an entry that raised one is not found either', () => {
    const other = entry('acknowledgement', { noticeId: `heart-rate-high:${uuid(2)}` });
    const told = given(planned, started, recorded(physician, over));
    expect(told.when(append(other)).refusal?.refused).toBe('not-found');
  });

  test('one whose value was corrected since was raised', () => {
    const corrected = entry('amendment', {
      entryId: uuid(2),
      data: { systolic: 148, diastolic: 92 },
      reason: 'Mistyped.',
    });
    const told = given(planned, started, recorded(physician, over), recorded(physician, corrected));
    expect(told.when(append(seen)).refusal).toBeNull();
  });
});

describe('a dose needs the right hand', () => {
  const dose = { state: 'already-given', drug: 'ketamine', route: 'im', amountMg: 40 } as const;

  test('[DOS-4] given a nurse, when a dose names no physician, then it is refused; with one it is taken', () => {
    const log = given(planned, started);
    expect(log.when(append(entry('dose', dose)), nurse).refusal).toMatchObject({
      refused: 'order-needed',
      field: 'entries[0].data.orderedById',
    });
    const ordered = entry('dose', { ...dose, orderedById: physician.id });
    expect(log.when(append(ordered), nurse).refusal).toBeNull();
  });

  test('[DOS-4] given a nurse whose dose was ordered, when an amendment drops the order, then it is refused', () => {
    const ordered = entry('dose', { ...dose, orderedById: physician.id }, { id: uuid(1) });
    const dropped = entry('amendment', {
      entryId: uuid(1),
      data: { ...dose, amountMg: 50 },
      reason: 'Mistyped.',
    });
    const outcome = given(planned, started, recorded(nurse, ordered)).when(append(dropped), nurse);
    expect(outcome.refusal?.refused).toBe('order-needed');
  });

  test('[DOS-3] given far more than any ceiling, when it was given already, then it is stored', () => {
    const huge = entry('dose', { ...dose, amountMg: 99_999 });
    expect(given(planned, started).when(append(huge)).refusal).toBeNull();
  });

  test('[PER-4] given a therapist, when a dose is appended, then the role may not; a note may', () => {
    const log = given(planned, started);
    expect(log.when(append(entry('dose', dose)), therapist).refusal).toMatchObject({
      refused: 'role-may-not',
      field: 'entries[0].kind',
    });
    expect(log.when(append(anyOf('note', uuid(1))), therapist).refusal).toBeNull();
  });
});

describe('a note in the right hand', () => {
  const categories = Object.keys(noteCategories) as NoteCategory[];
  const note = (category: NoteCategory, id = uuid(1)) =>
    entry('note', { text: 'Breath slow.', category }, { id });
  const recategorised = (category: NoteCategory) =>
    entry('amendment', { entryId: uuid(1), data: { text: 'Breath slow.', category }, reason: 'Fuller.' });

  test('[NOT-2] given a nurse, when a note is recorded, then what was noticed is taken and every other category names the way out', () => {
    const log = given(planned, started);
    expect(log.when(append(note('noticed')), nurse).refusal).toBeNull();
    for (const category of categories.filter((one) => one !== 'noticed')) {
      const { refusal } = log.when(append(note(category)), nurse);
      expect(refusal).toMatchObject({ refused: 'role-may-not', field: 'entries[0].data.category' });
      expect(refusal?.detail).toMatch(/Nothing was stored\. Send it as `noticed`/);
    }
  });

  test('[NOT-2] given a physician or a therapist, when a note is recorded, then every category is taken', () => {
    for (const who of [physician, therapist]) {
      for (const category of categories)
        expect(given(planned, started).when(append(note(category)), who).refusal).toBeNull();
    }
  });

  test('[NOT-2] given a nurse who noticed something, when an amendment makes words of it, then it is refused; its text may change', () => {
    const log = given(planned, started, recorded(nurse, note('noticed')));
    expect(log.when(append(recategorised('words')), nurse).refusal).toMatchObject({
      refused: 'role-may-not',
      field: 'entries[0].data.data.category',
    });
    expect(log.when(append(recategorised('noticed')), nurse).refusal).toBeNull();
  });
});
