import type { Author, Pins } from '@tandem/domain';
import { formatInstant } from '@tandem/domain';
import { type Rng, rngOf } from '../random.ts';
import { scenario } from '../scenario.ts';
import type { ScenarioKind, ScenarioPeople, Step } from '../types.ts';
import { type Appointment, appointmentsOf, comingAppointments, type UnderWay } from './calendar.ts';
import { clientsOf } from './clients.ts';
import type { ClinicClient, ClinicSession, ClinicYear, ClinicYearInput, ComingInput } from './types.ts';

/** Share of each kind among past sessions in percent; the rest is uneventful. */
const shares: Readonly<Record<Exclude<ScenarioKind, 'uneventful'>, number>> = {
  'repeat-dose': 12,
  'late-entry': 8,
  'pressure-rise': 9,
  'emergence-distress': 6,
  'dropped-network': 4,
  'early-leave': 3,
};
/** Sessions that wait for a signature, counted from the latest: this many lie before "to sign" in the demo. */
const waiting: Readonly<Record<number, Exclude<ClinicSession['signed'], 'both'>>> = {
  0: 'nobody',
  1: 'physician',
  3: 'nobody',
  6: 'nobody',
  10: 'physician',
};

/**
 * A clinic as it stands at `untilMs`: clients, their sessions over 14 months of working days before, and what is
 * left of their series, without the same room, person or client in two at once. Only the plans: {@link stepsOf} and
 * {@link planOf} write one session out.
 * @throws RangeError when the calendar has fewer places than sessions
 */
export function clinicYear(input: ClinicYearInput): ClinicYear {
  const clients = clientsOf(input);
  const appointments = appointmentsOf(input, clients);
  const sessions = appointments.map((appointment, at) => {
    const later = appointments.length - 1 - at;
    return sessionOf(input, appointment, rngOf('session', input.seed, at), waiting[later] ?? 'both');
  });
  const taken = new Set<string>();
  const coming = clients.flatMap((client, at) =>
    client.series
      .filter(({ done, length }) => done < length)
      .flatMap((series) => comingSessions(input, { client, at, series }, input.untilMs, taken)),
  );
  return { clients, sessions, coming: coming.toSorted(byPlannedAt) };
}

/** The sessions of a series that are still to come, from the day after `fromMs` on, and after those in `taken`. */
export function comingSessions(
  input: ComingInput,
  underWay: UnderWay,
  fromMs: number,
  taken?: Set<string>,
): ClinicSession[] {
  return comingAppointments(input, underWay, fromMs, taken).map((appointment, nth) =>
    sessionOf(input, appointment, rngOf('coming-session', input.seed, underWay.series.id, nth), 'nobody'),
  );
}

/** What the log of a past session holds at `untilMs`; who is to have signed by then has. */
export function stepsOf(session: ClinicSession, untilMs: number): Step[] {
  const steps = scenario(session.kind, session.input);
  const wanted = { both: 2, physician: 1, nobody: 0 }[session.signed];
  let signatures = 0;
  return steps.flatMap((step) => {
    if (step.command.type !== 'sign') return signatures > wanted || step.atMs > untilMs ? [] : [step];
    signatures += 1;
    return signatures > wanted ? [] : [{ ...step, atMs: Math.min(step.atMs, untilMs) }];
  });
}

/** The plan alone of a session that is still to come, made at `atMs`. */
export function planOf(session: ClinicSession, atMs: number): Step[] {
  return scenario(session.kind, session.input)
    .filter(({ command }) => command.type === 'plan')
    .map((step) => ({ ...step, atMs: Math.min(step.atMs, atMs) }));
}

const byPlannedAt = (a: ClinicSession, b: ClinicSession) => (a.input.plannedAt < b.input.plannedAt ? -1 : 1);

function sessionOf(
  input: ComingInput,
  { client, series, visit, startMs, room, column }: Appointment,
  rng: Rng,
  signed: ClinicSession['signed'],
): ClinicSession {
  const nurse = input.nurses[column];
  const people: ScenarioPeople = {
    physician: input.physicians[column] as Author,
    therapist: input.therapists[column] as Author,
    ...(nurse === undefined ? {} : { nurse }),
  };
  return {
    kind: kindOf(rng),
    signed,
    input: {
      seed: rng.int(0, 2 ** 31),
      sessionId: rng.uuid(),
      patientId: client.id,
      protocolId: client.protocolId,
      roomId: room,
      seriesId: series.id,
      visit,
      people,
      plannedAt: formatInstant(startMs),
      weightKg: client.weightKg,
      pins: pinsOf(input, client, people),
      origin: 'demo',
    },
  };
}

function kindOf(rng: Rng): ScenarioKind {
  let left = rng.int(1, 100);
  for (const [kind, share] of Object.entries(shares)) {
    left -= share;
    if (left <= 0) return kind as ScenarioKind;
  }
  return 'uneventful';
}

/** What a start pins: the client, the protocol version and the team as they are that day. */
export function pinsOf(
  input: Pick<ClinicYearInput, 'protocols'>,
  client: ClinicClient,
  people: ScenarioPeople,
): Pins {
  const { id, familyName, givenName, birthDate, sex, mrn, allergies, weightKg } = client;
  const protocol = input.protocols.find((candidate) => candidate.id === client.protocolId);
  if (protocol === undefined) throw new RangeError(`no protocol ${client.protocolId}`);
  const team = [people.physician, people.therapist, ...(people.nurse === undefined ? [] : [people.nurse])];
  return {
    patient: { id, familyName, givenName, birthDate, sex, mrn, allergies },
    weightKg,
    protocol,
    team: team.map((person) => ({ personId: person.id, name: person.name, role: person.role })),
  };
}
