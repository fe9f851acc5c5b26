import { checkRows, type DataOf, type Plan, resolveProtocol } from '@tandem/domain';
import type { Draft } from './draft.ts';
import { phaseTimes, vitalSlots } from './schedule.ts';
import { takeScheduledSets, takeSet } from './vitals.ts';
import { addenda } from './words/special.ts';

/** What every session has: plan, baseline, start, doses, phases and sets of vital signs on schedule. */
export function layFrame(draft: Draft): void {
  planAndStart(draft);
  giveDoses(draft);
  setPhases(draft);
  takeScheduledSets(draft, vitalSlots(draft.plan, draft.lastSetMin));
}

function planAndStart(draft: Draft): void {
  const { input, rng, startMs, leadMin, recorder } = draft;
  const { physician, therapist } = input.people;
  const plannedMs = startMs - rng.int(2, 9) * 86_400_000 - rng.int(0, 90) * 60_000;
  const plan = planOf(draft);
  recorder.step(rng.chance(0.5) ? therapist : physician, plannedMs, { type: 'plan', id: rng.uuid(), plan });
  // Baseline: the mean of two readings within 30 minutes before the first dose (clinical.md 1.4).
  takeSet(draft, -leadMin - rng.between(3, 6), {
    oxygenLitresPerMin: 0,
    temperatureC: rng.int(362, 371) / 10,
  });
  const { pins } = input;
  recorder.step(physician, startMs, { type: 'start', id: rng.uuid(), startedAt: null, reason: null, pins });
  draft.record(therapist, 'phase', { phase: 'settling' }, -leadMin + rng.between(0.5, 1.5));
  answerGate(draft);
  takeSet(draft, rng.between(-6, -3), { oxygenLitresPerMin: 0 });
}

function planOf({ input, doses, rng }: Draft): Plan {
  const { patientId, protocolId, plannedAt, weightKg, origin, roomId, seriesId, people } = input;
  const team = [people.physician, people.therapist, ...(people.nurse === undefined ? [] : [people.nurse])];
  return {
    patientId,
    protocolId,
    plannedAt,
    weightKg,
    origin,
    durationMinutes: rng.pick([180, 180, 210]),
    setting: 'in-clinic',
    people: team.map(({ id, role }) => ({ personId: id, role })),
    plannedDoses: doses.map(({ data }) => ({ drug: data.drug, route: data.route, amountMg: data.amountMg })),
    ...(roomId === undefined ? {} : { roomId }),
    ...(seriesId === undefined ? {} : { seriesId }),
  };
}

/** The list before the first dose, answered in one go: every row that the protocol blocks or asks. */
function answerGate(draft: Draft): void {
  const { input, leadMin } = draft;
  const { checklist } = resolveProtocol(draft.plan);
  const answers = checkRows
    .filter(({ list, key }) => list === 'gate' && checklist.get(key) !== 'off')
    .map(({ key, asks }) => ({
      item: key,
      result: 'fulfilled' as const,
      ...(asks === 'weight' ? { weightKg: input.weightKg } : {}),
      ...(asks === 'person' ? { person: 'Sister' } : {}),
    }));
  draft.record(input.people.physician, 'checklist', { answers }, -leadMin + 2);
}

/** The physician records what is about to be given; a nurse what was given, on the physician's order. */
function giveDoses(draft: Draft): void {
  const { physician, nurse } = draft.input.people;
  const chosen = draft.rng.chance(0.4);
  for (const dose of draft.doses) {
    const [first] = draft.doseIds;
    const held = isHeld(draft, dose.offsetMin);
    // Outside the hold column a physician gives it, with a reason.
    const byNurse = nurse !== undefined && chosen && !held;
    const data: DataOf<'dose'> = {
      ...dose.data,
      ...(dose.booster && first !== undefined ? { boosterOf: first } : {}),
      ...(byNurse
        ? { state: 'already-given', orderedById: physician.id, givenById: nurse.id }
        : { givenById: physician.id }),
      ...(held ? { overrideReason: 'Known to run high; calm, without symptoms.' } : {}),
    };
    draft.doseIds.push(giveOne(draft, dose.offsetMin, data, byNurse ? nurse : physician));
  }
}

/** Does the last look at the body before this dose lie outside the hold column? */
function isHeld(draft: Draft, minute: number): boolean {
  const { hold, boosterHold } = resolveProtocol(draft.plan);
  const reading = minute > 0 ? draft.readingAt(minute - 2) : draft.sets.at(-1)?.reading;
  return Object.entries(minute > 0 ? boosterHold : hold).some(([sign, { low, high }]) => {
    const value = (reading as Readonly<Record<string, number>> | undefined)?.[sign];
    return (
      value !== undefined && ((low !== undefined && value < low) || (high !== undefined && value > high))
    );
  });
}

function giveOne(
  draft: Draft,
  minute: number,
  data: DataOf<'dose'>,
  author: Draft['input']['people']['physician'],
) {
  const { rng, kind } = draft;
  if (kind !== 'late-entry' || minute > 0 || rng.chance(0.4))
    return draft.record(author, 'dose', data, minute);
  const options = {
    afterMin: rng.between(11, 17),
    lateReason: 'Both hands were needed; recorded once the room was calm.',
  };
  return draft.record(author, 'dose', { ...data, state: 'already-given' }, minute, options);
}

function setPhases(draft: Draft): void {
  const { rng, input, lastSetMin } = draft;
  for (const { phase, atMin } of phaseTimes(draft.plan.route, draft.doses)) {
    if (atMin > lastSetMin - 14) continue;
    const author = rng.chance(0.75) ? input.people.therapist : input.people.physician;
    draft.record(author, 'phase', { phase }, atMin + rng.between(-1.5, 1.5));
  }
}

const meanings = {
  physician: 'I have reviewed this record; medicine, vital signs and events are complete as far as I know.',
  therapist: 'I have reviewed my notes; they say what I saw and heard.',
} as const;

/** End, then the signatures the team calls for; now and then an addendum the day after. */
export function endAndSign(draft: Draft): void {
  const { rng, input, recorder } = draft;
  const { physician, therapist } = input.people;
  const endMs = draft.ms(draft.lastSetMin + rng.between(5, 11));
  const { disposition } = draft;
  recorder.step(physician, endMs, { type: 'end', id: rng.uuid(), endedAt: null, disposition });
  const signedMs = endMs + rng.int(6, 45) * 60_000;
  recorder.step(physician, signedMs, { type: 'sign', id: rng.uuid(), meaning: meanings.physician });
  if (!input.pins.team.some((member) => member.role === 'therapist')) return;
  const cosignedMs = signedMs + (rng.chance(0.75) ? rng.int(5, 90) : rng.int(900, 1200)) * 60_000;
  recorder.step(therapist, cosignedMs, { type: 'sign', id: rng.uuid(), meaning: meanings.therapist });
  if (!rng.chance(0.08)) return;
  const text = rng.pick(addenda);
  recorder.step(therapist, cosignedMs + rng.int(20, 30) * 3_600_000, {
    type: 'addendum',
    id: rng.uuid(),
    text,
  });
}
