import { describe, expect, test } from 'vitest';
import type { AnyNewEntry } from '../entries/registry.ts';
import type { Author } from '../roles.ts';
import {
  admin,
  append,
  at,
  ended,
  entry,
  given,
  lead,
  MINUTE,
  nurse,
  otherPhysician,
  otherTherapist,
  physician,
  planned,
  recorded,
  started,
  steps,
  T0,
  therapist,
  uuid,
} from './given.test-support.ts';
import { itemOf } from './state.ts';

const pressure = { systolic: 164, diastolic: 90 };
const ketamine = { state: 'already-given', drug: 'ketamine', route: 'im', amountMg: 40 } as const;
const vitals = (id = uuid(1)) => entry('vital-signs', pressure, { id });
const dose = (id = uuid(1)) => entry('dose', ketamine, { id });
const note = (id = uuid(1)) => entry('note', { text: 'Breath slow.', category: 'noticed' }, { id });
const event = (id = uuid(1)) => entry('adverse-event', { term: 'nausea', grade: 2 }, { id });

const amend = (data: object, more: object = {}) =>
  entry('amendment', {
    entryId: uuid(1),
    data: data as Record<string, unknown>,
    reason: 'Mistyped.',
    ...more,
  });
const retract = (more: object = {}) => entry('retraction', { entryId: uuid(1), reason: 'Twice.', ...more });
const dataOf = (one: AnyNewEntry) => one.data;

/** What happens when `who` amends what `author` wrote. */
function amending(author: Author, written: AnyNewEntry, who: Author) {
  const log = given(planned, started, recorded(author, written));
  return log.when(append(amend(dataOf(written))), who).refusal?.refused ?? null;
}

describe('who corrects', () => {
  test('[COR-1] given anyone, when they correct their own entry, then it is taken', () => {
    const ordered = entry('dose', { ...ketamine, orderedById: physician.id }, { id: uuid(1) });
    expect(amending(therapist, note(), therapist)).toBeNull();
    expect(amending(therapist, vitals(), therapist)).toBeNull();
    expect(amending(nurse, vitals(), nurse)).toBeNull();
    expect(amending(nurse, ordered, nurse)).toBeNull();
  });

  test('[COR-1] given vital signs, a dose or an event of another, when a physician corrects it, then it is taken', () => {
    const ordered = entry('dose', { ...ketamine, orderedById: physician.id }, { id: uuid(1) });
    expect(amending(nurse, vitals(), physician)).toBeNull();
    expect(amending(nurse, ordered, otherPhysician)).toBeNull();
    expect(amending(therapist, event(), physician)).toBeNull();
  });

  test('[COR-1] given the same by another, when no physician corrects it, then it is refused as not theirs', () => {
    expect(amending(physician, vitals(), nurse)).toBe('not-yours');
    expect(amending(physician, vitals(), therapist)).toBe('not-yours');
    expect(amending(physician, event(), therapist)).toBe('not-yours');
  });

  test('[COR-2] given a note, a phase or a Seen of another, when anyone else corrects it, then it is refused', () => {
    const phase = entry('phase', { phase: 'peak' }, { id: uuid(1) });
    const over = entry('vital-signs', { systolic: 168, diastolic: 92 }, { id: uuid(2) });
    const seen = entry('acknowledgement', { noticeId: `bp-high:${uuid(2)}` }, { id: uuid(1) });
    for (const who of [physician, nurse, otherTherapist])
      expect(amending(therapist, note(), who)).toBe('not-yours');
    expect(amending(therapist, phase, physician)).toBe('not-yours');
    const told = given(planned, started, recorded(therapist, over, seen));
    expect(told.when(append(amend(dataOf(seen))), physician).refusal?.refused).toBe('not-yours');
  });

  test('[COR-2] given an entry of another, when retracted, then the same hands count', () => {
    const log = (one: AnyNewEntry) => given(planned, started, recorded(therapist, one));
    expect(log(note()).when(append(retract()), physician).refusal?.refused).toBe('not-yours');
    expect(log(vitals()).when(append(retract()), physician).refusal).toBeNull();
    expect(log(note()).when(append(retract()), therapist).refusal).toBeNull();
  });

  test('[COR-1] given a person who recorded as physician, when they act as therapist, then a dose is not theirs to amend', () => {
    const asTherapist: Author = { ...physician, role: 'therapist' };
    expect(amending(physician, dose(), asTherapist)).not.toBeNull();
  });

  test('[COR-1] given a lead or an admin, when they correct anything, then it is refused and nothing is told', () => {
    const log = given(planned, started, recorded(therapist, note()));
    expect(log.when(append(amend(dataOf(note()))), lead).refusal?.refused).toBe('not-found');
    expect(log.when(append(amend(dataOf(note()))), admin).refusal?.refused).toBe('not-found');
    const over = given(planned, started, recorded(therapist, vitals()), ended);
    expect(over.when(append(amend(pressure)), lead).refusal).not.toBeNull();
  });
});

describe('what can be corrected', () => {
  test('[COR-3] given an id that is not in this session, when amended or retracted, then it is not found', () => {
    const log = given(planned, started);
    for (const one of [amend(pressure), retract()]) {
      expect(log.when(append(one)).refusal).toMatchObject({
        refused: 'not-found',
        field: 'entries[0].data.entryId',
      });
    }
  });

  test('[COR-3] given corrections and steps of the session, when corrected, then it is refused', () => {
    const change = entry('amendment', { entryId: uuid(1), data: pressure, reason: 'x' }, { id: uuid(2) });
    const gone = entry('retraction', { entryId: uuid(3), reason: 'x' }, { id: uuid(4) });
    const log = given(
      planned,
      started,
      recorded(physician, vitals(), note(uuid(3))),
      recorded(physician, change),
      recorded(physician, gone),
    );
    for (const entryId of [uuid(2), uuid(4), steps.plan.id, steps.start.id]) {
      for (const one of [
        entry('retraction', { entryId, reason: 'x' }),
        entry('amendment', { entryId, data: pressure, reason: 'x' }),
      ]) {
        expect(log.when(append(one)).refusal?.refused).toBe('not-correctable');
      }
    }
  });

  test('[COR-4] given a retracted entry, when amended or retracted again, then it is refused: enter it anew', () => {
    const log = given(planned, started, recorded(physician, vitals()), recorded(physician, retract()));
    expect(log.when(append(amend(pressure))).refusal?.refused).toBe('entry-retracted');
    expect(log.when(append(retract())).refusal?.refused).toBe('entry-retracted');
  });

  test('[COR-5] given a base, when the entry changed after it, then it is refused; at it or without one, it is taken', () => {
    const log = given(planned, started, recorded(physician, vitals()), recorded(physician, amend(pressure)));
    // Seqs: planned 1, started 2, vitals 3, amendment 4.
    expect(log.when(append(amend(pressure, { basedOnSeq: 3 }))).refusal).toMatchObject({
      refused: 'entry-changed',
      field: 'entries[0].data.basedOnSeq',
    });
    expect(log.when(append(amend(pressure, { basedOnSeq: 4 }))).refusal).toBeNull();
    expect(log.when(append(amend(pressure))).refusal).toBeNull();
  });

  test('[COR-6] given an amendment whose data does not fit the kind, when appended, then the field is named', () => {
    const log = given(planned, started, recorded(physician, vitals()));
    expect(log.when(append(amend({ ...pressure, systolic: 301 }))).refusal).toMatchObject({
      refused: 'invalid',
      field: 'entries[0].data.data.systolic',
    });
    expect(log.when(append(amend({ text: 'a note' }))).refusal?.refused).toBe('invalid');
    expect(log.when(append(amend({ ...pressure, colour: 'red' }))).refusal).toMatchObject({
      field: 'entries[0].data.data.colour',
    });
  });

  test('[COR-6] given a dose, when its drug is changed, then it is refused; amount and route may change', () => {
    const log = given(planned, started, recorded(physician, dose()));
    expect(log.when(append(amend({ ...ketamine, drug: 'esketamine' }))).refusal).toMatchObject({
      refused: 'invalid',
      field: 'entries[0].data.data.drug',
    });
    expect(log.when(append(amend({ ...ketamine, amountMg: 35, route: 'sc' }))).refusal).toBeNull();
  });

  test('[COR-6] given another drug by name, when the name is changed, then it is a change of drug', () => {
    const other = { ...ketamine, drug: 'other', drugName: 'Magnesium' } as const;
    const log = given(planned, started, recorded(physician, entry('dose', other, { id: uuid(1) })));
    expect(log.when(append(amend({ ...other, drugName: 'Scopolamine' }))).refusal?.refused).toBe('invalid');
    expect(log.when(append(amend({ ...other, amountMg: 20 }))).refusal).toBeNull();
  });

  test('[COR-7] given a dose, when retracted, then only with anyGiven false; other kinds never carry it', () => {
    const doses = given(planned, started, recorded(physician, dose()));
    expect(doses.when(append(retract())).refusal).toMatchObject({
      refused: 'invalid',
      field: 'entries[0].data.anyGiven',
    });
    expect(doses.when(append(retract({ anyGiven: false }))).refusal).toBeNull();
    const notes = given(planned, started, recorded(physician, note()));
    expect(notes.when(append(retract({ anyGiven: false }))).refusal).toMatchObject({
      field: 'entries[0].data.anyGiven',
    });
    expect(notes.when(append(retract())).refusal).toBeNull();
  });
});

describe('what a correction does', () => {
  test('[COR-8] given an amendment, when folded, then data and time stand corrected and the original stays readable', () => {
    const log = given(planned, started, recorded(physician, vitals()));
    const fixed = { systolic: 146, diastolic: 90 };
    const { state } = log.when(append(amend(fixed, { correctedHappenedAt: at(-2) })), physician, T0 + MINUTE);
    const item = itemOf(state, uuid(1));
    expect(item).toMatchObject({ data: fixed, happenedAt: at(-2), lastChangeSeq: 4, retraction: null });
    expect(item?.entry).toMatchObject({ data: pressure, happenedAt: at(0) });
    expect(item?.amendments).toHaveLength(1);
  });

  test('[COR-8] given an amendment that leaves out what the schema fills in, when folded, then it is filled in', () => {
    const { state: _state, ...withoutState } = ketamine;
    const log = given(planned, started, recorded(physician, dose()));
    const { state } = log.when(append(amend(withoutState)));
    expect(itemOf(state, uuid(1))?.data).toMatchObject({ state: 'about-to-give', amountMg: 40 });
  });

  test('[COR-8] given a retraction, when folded, then the entry is kept with it, by its maker and reason', () => {
    const log = given(planned, started, recorded(physician, vitals()));
    const item = itemOf(log.when(append(retract())).state, uuid(1));
    expect(item?.retraction?.author.id).toBe(physician.id);
    expect(item?.data).toEqual(pressure);
  });
});
