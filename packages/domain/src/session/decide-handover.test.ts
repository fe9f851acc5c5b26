import { describe, expect, test } from 'vitest';
import { handoverSchema } from '../entries/handover.ts';
import type { Author } from '../roles.ts';
import {
  append,
  at,
  doseGiven,
  entry,
  given,
  inSession,
  lead,
  MINUTE,
  nurse,
  otherPhysician,
  physician,
  planned,
  recorded,
  T0,
  therapist,
  uuid,
} from './given.test-support.ts';
import { handoverSummary, handoversOf, openHandovers } from './handovers.ts';

const summary = { openNotices: [] };
const handover = (from: Author, to: Author, id = uuid(1)) =>
  entry('handover', { fromId: from.id, toId: to.id, role: 'physician', summary }, { id });
const accept = (id = uuid(2)) => entry('handover-accepted', { handoverId: uuid(1) }, { id });
const retract = (entryId: string) => append(entry('retraction', { entryId, reason: 'Twice.' }));
const handed = inSession(recorded(physician, handover(physician, otherPhysician)));
const accepted = inSession(
  recorded(physician, handover(physician, otherPhysician)),
  recorded(otherPhysician, accept()),
);

describe('who hands over', () => {
  test('[HOV-1] given a person, when they hand over for themselves, then it is taken; for somebody else, refused with the field', () => {
    const running = inSession();
    for (const who of [physician, nurse, therapist])
      expect(running.when(append(handover(who, otherPhysician)), who).refusal).toBeNull();
    expect(running.when(append(handover(nurse, otherPhysician)), physician).refusal).toMatchObject({
      refused: 'invalid',
      field: 'entries[0].data.fromId',
    });
    expect(running.when(append(handover(lead, physician)), lead).refusal?.refused).toBe('role-may-not');
  });

  test('[HOV-1] given a handover to oneself, when parsed, then it is refused', () => {
    const data = { fromId: uuid(1), toId: uuid(1), role: 'nurse', summary };
    expect(handoverSchema.safeParse(data).error?.issues[0]?.path).toEqual(['toId']);
  });

  test('[HOV-1] given a handover, when its author amends from whom, then refused', () => {
    const data = { fromId: nurse.id, toId: otherPhysician.id, role: 'physician', summary };
    const change = entry('amendment', { entryId: uuid(1), data, reason: 'x' });
    expect(handed.when(append(change), physician).refusal?.field).toBe('entries[0].data.data.fromId');
  });
});

describe('who accepts', () => {
  test('[HOV-2] given a handover, when its receiver accepts, then it is taken; by anyone else, not theirs', () => {
    expect(handed.when(append(accept()), otherPhysician).refusal).toBeNull();
    for (const who of [physician, nurse, therapist]) {
      expect(handed.when(append(accept()), who).refusal).toMatchObject({
        refused: 'not-yours',
        field: 'entries[0].data.handoverId',
      });
    }
  });

  test('[HOV-2] given one that was accepted, when accepted again, then refused', () => {
    expect(accepted.when(append(accept(uuid(3))), otherPhysician).refusal?.refused).toBe('already-accepted');
  });

  test('[HOV-2] given one entered in error, or none, when accepted, then refused with the field', () => {
    const gone = inSession(recorded(physician, handover(physician, otherPhysician)), {
      command: retract(uuid(1)),
      actor: physician,
    });
    expect(gone.when(append(accept()), otherPhysician).refusal?.refused).toBe('entry-retracted');
    const none = inSession().when(append(accept()), otherPhysician);
    expect(none.refusal).toMatchObject({ refused: 'not-found', field: 'entries[0].data.handoverId' });
    const note = entry('note', { text: 'x', category: 'noticed' }, { id: uuid(1) });
    const other = inSession(recorded(physician, note));
    expect(other.when(append(accept()), otherPhysician).refusal?.refused).toBe('not-found');
  });

  test('[HOV-2] given a corrected receiver, when accepted, then the one it names now accepts', () => {
    const data = { fromId: physician.id, toId: nurse.id, role: 'physician', summary };
    const log = inSession(
      recorded(physician, handover(physician, otherPhysician)),
      recorded(physician, entry('amendment', { entryId: uuid(1), data, reason: 'Mira.' })),
    );
    expect(log.when(append(accept()), nurse).refusal).toBeNull();
    expect(log.when(append(accept()), otherPhysician).refusal?.refused).toBe('not-yours');
  });
});

describe('what stands of a handover', () => {
  test('[HOV-3] given one that waits, when accepted, then it is open no more; its acceptance entered in error opens it again', () => {
    expect(openHandovers(handed.state).map(({ id }) => id)).toEqual([uuid(1)]);
    expect(openHandovers(accepted.state)).toEqual([]);
    expect(handoversOf(accepted.state)[0]?.accepted?.id).toBe(uuid(2));
    const again = accepted.when(retract(uuid(2)), otherPhysician).state;
    expect(openHandovers(again)).toHaveLength(1);
    expect(openHandovers(handed.when(retract(uuid(1)), physician).state)).toEqual([]);
  });

  test('[HOV-4] given one that was accepted, when its author amends or retracts it, then refused; before, taken', () => {
    const data = { fromId: physician.id, toId: nurse.id, role: 'physician', summary };
    const change = append(entry('amendment', { entryId: uuid(1), data, reason: 'x' }));
    for (const command of [change, retract(uuid(1))]) {
      expect(accepted.when(command, physician).refusal?.refused).toBe('already-accepted');
      expect(handed.when(command, physician).refusal).toBeNull();
    }
  });

  test('[HOV-4] given an acceptance, when amended to another handover, then refused', () => {
    const change = (handoverId: string) =>
      append(entry('amendment', { entryId: uuid(2), data: { handoverId }, reason: 'x' }));
    expect(accepted.when(change(uuid(5)), otherPhysician).refusal?.field).toBe(
      'entries[0].data.data.handoverId',
    );
    expect(accepted.when(change(uuid(1)), otherPhysician).refusal).toBeNull();
  });

  test('[HOV-5] given doses, an open notice and a due set, when summed up, then all three stand in it', () => {
    const log = inSession({
      nowMs: T0 + 6 * MINUTE,
      ...recorded(
        physician,
        doseGiven(),
        entry('vital-signs', { systolic: 168, diastolic: 98 }, { happenedAt: at(5) }),
      ),
    });
    const told = handoverSummary(log.state, T0 + 6 * MINUTE);
    expect(told).toMatchObject({ totalMg: 40, doses: 1, lastDoseMg: 40, lastDoseAt: at(0) });
    expect(told.totalMgPerKg).toBeCloseTo(40 / 68.4, 3);
    expect(told.openNotices.join(' ')).toContain('168/98');
    expect(told.nextVitalsDueAt).toMatch(/^2026-11-24T10:/);
    const empty = handoverSummary(given(planned).state, T0);
    expect(empty).toEqual({ totalMg: 0, totalMgPerKg: 0, doses: 0, openNotices: [] });
  });
});
