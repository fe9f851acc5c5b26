import type { Author, Pins } from '@tandem/domain';
import { formatInstant } from '@tandem/domain';
import { type Rng, rngOf } from '../random.ts';
import { partOf, scenario } from '../scenario.ts';
import type { ScenarioKind, ScenarioPeople, Step } from '../types.ts';
import { type Appointment, appointmentsOf } from './calendar.ts';
import { clientsOf } from './clients.ts';
import type { ClinicClient, ClinicSession, ClinicYear, ClinicYearInput } from './types.ts';

/** Share of each kind among past sessions in percent; the rest is uneventful. */
const shares: Readonly<Record<Exclude<ScenarioKind, 'uneventful'>, number>> = {
  'repeat-dose': 12,
  'late-entry': 8,
  'pressure-rise': 9,
  'emergence-distress': 6,
  'dropped-network': 4,
  'early-leave': 3,
};
/** Sessions of the last days before now are not all signed: something must stand under "to sign". */
const UNSIGNED_DAYS = 6;

/**
 * The past of a clinic: clients, and their sessions over 14 months of working days before `untilMs`, without
 * the same room, person or client in two at once. Only the plans: {@link stepsOf} writes one session out.
 * @throws RangeError when the calendar has fewer places than sessions
 */
export function clinicYear(input: ClinicYearInput): ClinicYear {
  const clients = clientsOf(input);
  const appointments = appointmentsOf(input, clients);
  const sessions = appointments.map((appointment, at) =>
    sessionOf(input, appointment, at, appointments.length - 1 - at),
  );
  return { clients, sessions };
}

/** What the log of a past session holds at `untilMs`. */
export function stepsOf(session: ClinicSession, untilMs: number): Step[] {
  const steps = partOf(scenario(session.kind, session.input), untilMs);
  if (session.signed === 'both') return steps;
  const signatures = session.signed === 'physician' ? 1 : 0;
  const first = steps.findIndex(({ command }) => command.type === 'sign');
  return first === -1 ? steps : steps.slice(0, first + signatures);
}

function sessionOf(
  input: ClinicYearInput,
  appointment: Appointment,
  at: number,
  /** How many sessions came after it. */
  later: number,
): ClinicSession {
  const { client, startMs, room, column } = appointment;
  const rng = rngOf('session', input.seed, at);
  const nurse = input.nurses[column];
  const people: ScenarioPeople = {
    physician: input.physicians[column] as Author,
    therapist: input.therapists[column] as Author,
    ...(nurse === undefined ? {} : { nurse }),
  };
  return {
    kind: kindOf(rng),
    signed: signedBy(rng, later, input.untilMs - startMs),
    input: {
      seed: rng.int(0, 2 ** 31),
      sessionId: rng.uuid(),
      patientId: client.id,
      protocolId: client.protocolId,
      roomId: room,
      seriesId: client.seriesId,
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

function signedBy(rng: Rng, later: number, agoMs: number): ClinicSession['signed'] {
  // Whatever the dice say, one waits for both and one for the therapist.
  if (later < 2) return later === 0 ? 'nobody' : 'physician';
  if (agoMs > UNSIGNED_DAYS * 86_400_000) return 'both';
  return rng.pick(['both', 'physician', 'nobody', 'nobody'] as const);
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
