import { expect, test, vi } from 'vitest';
import { dose, saw, set, symptom, under } from '../rules/notices.test-support.ts';
import { fold } from '../session/evolve.ts';
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
  SESSION,
  signed,
  started,
  steps,
  T0,
  type Told,
  therapist,
  uuid,
} from '../session/given.test-support.ts';
import { sessionFigures } from './session-figures.ts';

const over = (...told: Told[]) => sessionFigures(given(...under({}), ...told, ended).state);
const retract = (entryId: string, minute: number, data: object = {}): Told => ({
  command: append(entry('retraction', { entryId, reason: 'Twice.', ...data })),
  actor: physician,
  nowMs: T0 + minute * MINUTE,
});

test('[PST-4] a session that is planned or runs has no figures', () => {
  expect(sessionFigures(given(planned).state)).toBeNull();
  expect(sessionFigures(given(planned, started).state)).toBeNull();
});

test('[PST-4] pressures, doses, sets and events are those of the report', () => {
  const figures = over(
    set(-5, { systolic: 130, diastolic: 80, spo2: 98 }, { enteredAt: 0 }),
    dose(0, 40),
    set(10, { systolic: 164, diastolic: 98 }),
    dose(30, 20.5),
    set(40, { systolic: 150, diastolic: 90, spo2: 93 }),
    symptom(50, 'nausea'),
    symptom(55, 'headache'),
  );
  expect(figures).toMatchObject({
    baseline: { systolic: 130, diastolic: 80 },
    peak: { systolic: 164, diastolic: 98, at: at(10) },
    notifySystolic: 160,
    lowestSpo2: 93,
    doseMicrograms: 60_500,
    microgramsPerKg: 885,
    doses: 2,
    given: [{ drug: 'ketamine', route: 'im', micrograms: [40_000, 20_500] }],
    firstDoseAt: at(0),
    lastDoseAt: at(30),
    events: { worstGrade: 2, byGrade: [0, 2, 0, 0, 0], worst: ['Nausea', 'Headache'] },
    toSign: ['physician', 'therapist'],
    lockedAt: null,
  });
  expect(figures?.vitals.due).toBeGreaterThan(2);
});

test('[PST-4] notices by priority, raised and seen; recording one is no Seen', () => {
  const high = uuid(21);
  const figures = over(
    dose(0, 40),
    set(5, { systolic: 190, diastolic: 100 }, { id: high }),
    saw(7, `bp-high:${high}`),
    set(9, { systolic: 124, diastolic: 80 }),
    set(20, { systolic: 165, diastolic: 90 }),
  );
  expect(figures?.notices.high).toMatchObject({ seen: 1 });
  expect(figures?.notices.seenMs).toEqual([2 * MINUTE]);
  expect(figures?.notices.medium.raised).toBeGreaterThan(0);
  expect(figures?.notices.open).toBeGreaterThan(0);
});

test('[PST-4] a dose outside of a limit counts once, whatever speaks against it', () => {
  expect(over(dose(0, 40))?.dosesOutside).toBe(1);
  const none = sessionFigures(given(...under({}), ended).state);
  expect(none).toMatchObject({ dosesOutside: 0, doses: 0, goingHome: null, peak: null, given: [] });
});

test('[PST-4] what was entered in error counts as nothing but that, a dose soon taken back apart', () => {
  const [soon, late] = [uuid(31), uuid(32)];
  const figures = over(
    dose(0, 40, { id: soon }),
    retract(soon, 9, { anyGiven: false }),
    dose(10, 30, { id: late }),
    retract(late, 21, { anyGiven: false }),
    dose(22, 20),
  );
  expect(figures).toMatchObject({
    doseMicrograms: 20_000,
    doses: 1,
    retractions: { all: 2, doses: 2, quickDoses: 1 },
  });
});

test('[PST-4] when the record was locked, and by whom', () => {
  const locked = given(planned, started, ended, signed, cosigned).state;
  expect(sessionFigures(locked)).toMatchObject({
    lockedAt: at(150),
    closedByLead: false,
    toSign: [],
    addenda: 0,
  });
  const added = given(planned, started, ended, signed, cosigned, {
    command: steps.addendum,
    actor: therapist,
  });
  expect(sessionFigures(added.state)?.addenda).toBe(1);
});

test('[PST-5] figures come from the log alone: made anew a year later they are the same', () => {
  const { log, state } = given(...under({}), dose(0, 40), set(5, { systolic: 190, diastolic: 100 }), ended);
  const figures = sessionFigures(state);
  vi.useFakeTimers({ now: T0 + 365 * 24 * 60 * MINUTE });
  try {
    expect(sessionFigures(fold(SESSION, log))).toEqual(figures);
  } finally {
    vi.useRealTimers();
  }
  // As the database gives them back.
  expect(JSON.parse(JSON.stringify(figures))).toEqual(figures);
});
