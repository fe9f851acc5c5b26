import { createHash, randomUUID } from 'node:crypto';
import type { Author } from '@tandem/domain';
import {
  type ClinicClient,
  type ClinicYear,
  partOf,
  type ScenarioKind,
  type ScenarioPeople,
  type Step,
  scenario,
} from '@tandem/scenarios';
import { and, eq, gt } from 'drizzle-orm';
import { sessions } from '../db/schema.ts';
import type { Services } from '../services.ts';
import type { DemoClinic } from './people.ts';
import { play } from './play.ts';
import type { Roster } from './roster.ts';

const STALE_MS = 6 * 3_600_000;
const HALF_HOUR_MS = 1_800_000;

/** Three rooms in session, one physician in two of them; the first two clients share a family name. */
const running: readonly {
  readonly kind: ScenarioKind;
  readonly minutesAgo: number;
  readonly physician: string;
  readonly therapist: string;
}[] = [
  {
    kind: 'pressure-rise',
    minutesAgo: 62,
    physician: 'physician@harbor.test',
    therapist: 'therapist@harbor.test',
  },
  {
    kind: 'uneventful',
    minutesAgo: 95,
    physician: 'physician.two@harbor.test',
    therapist: 'therapist.two@harbor.test',
  },
  {
    kind: 'repeat-dose',
    minutesAgo: 24,
    physician: 'physician@harbor.test',
    therapist: 'therapist.three@harbor.test',
  },
];

/**
 * The demo's today, at every start: sessions older than 6 h are ended and new ones put in their rooms, so that
 * the demo never shows a session of last week as running.
 */
export async function liveToday(
  services: Services,
  clinic: DemoClinic,
  year: ClinicYear,
  roster: Roster,
): Promise<void> {
  const nowMs = Date.now();
  const open = await services.inClinic(clinic.id, ({ tx }) =>
    tx
      .select({ id: sessions.id, patientId: sessions.patientId, startedAt: sessions.startedAt })
      .from(sessions)
      .where(and(eq(sessions.status, 'in-progress'), eq(sessions.origin, 'demo'))),
  );
  const physician = roster.people.get('physician@harbor.test') as Author;
  for (const session of open) {
    if (nowMs - (session.startedAt?.getTime() ?? 0) < STALE_MS) continue;
    const command = { type: 'end', id: randomUUID(), endedAt: null, disposition: 'completed' } as const;
    await services.writer.append({ clinicId: clinic.id, streamId: session.id, actor: physician, command });
  }
  const busy = new Set(
    open
      .filter((session) => nowMs - (session.startedAt?.getTime() ?? 0) < STALE_MS)
      .map((one) => one.patientId),
  );
  for (const [at, part] of running.entries()) {
    const client = year.clients[at] as ClinicClient;
    if (busy.has(client.id)) continue;
    const people = {
      physician: roster.people.get(part.physician),
      therapist: roster.people.get(part.therapist),
    } as ScenarioPeople;
    const plannedMs = nowMs - part.minutesAgo * 60_000;
    await begin(services, clinic, roster, { client, at, kind: part.kind, people, plannedMs, nowMs });
  }
  await planLater(services, clinic, year, roster, nowMs);
}

interface Beginning {
  readonly client: ClinicClient;
  readonly at: number;
  readonly kind: ScenarioKind;
  readonly people: ScenarioPeople;
  readonly plannedMs: number;
  readonly nowMs: number;
}

async function begin(
  services: Services,
  clinic: DemoClinic,
  roster: Roster,
  beginning: Beginning,
): Promise<void> {
  const { client, at, kind, people, plannedMs, nowMs } = beginning;
  const sessionId = idAt(clinic.id, client.id, plannedMs);
  const protocol = roster.protocols.find((one) => one.id === client.protocolId) ?? roster.protocols[0];
  if (protocol === undefined) return;
  const steps = scenario(kind, {
    seed: Math.floor(plannedMs / 1000),
    sessionId,
    patientId: client.id,
    protocolId: protocol.id,
    roomId: roster.rooms[at % roster.rooms.length] as string,
    seriesId: client.seriesId,
    people,
    plannedAt: new Date(plannedMs).toISOString(),
    weightKg: client.weightKg,
    origin: 'demo',
    pins: {
      patient: {
        id: client.id,
        familyName: client.familyName,
        givenName: client.givenName,
        birthDate: client.birthDate,
        sex: client.sex,
        mrn: client.mrn,
        allergies: client.allergies,
      },
      weightKg: client.weightKg,
      protocol,
      team: [people.physician, people.therapist].map(({ id, name, role }) => ({ personId: id, name, role })),
    },
  });
  await play(services, clinic.id, sessionId, partOf(steps, nowMs).filter(stillOpen));
}

/** A running session has no end yet, whatever its script says by now. */
function stillOpen({ command }: Step): boolean {
  return command.type !== 'end' && command.type !== 'sign' && command.type !== 'addendum';
}

/** Two sessions later today, unless some are planned already. */
async function planLater(
  services: Services,
  clinic: DemoClinic,
  year: ClinicYear,
  roster: Roster,
  nowMs: number,
): Promise<void> {
  const planned = await services.inClinic(clinic.id, ({ tx }) =>
    tx
      .select({ id: sessions.id })
      .from(sessions)
      .where(and(eq(sessions.status, 'planned'), gt(sessions.plannedAt, new Date(nowMs - STALE_MS)))),
  );
  if (planned.length >= 2) return;
  for (const [at, hours] of [2, 3.5].entries()) {
    const client = year.clients[running.length + at] as ClinicClient;
    const plannedMs = Math.ceil((nowMs + hours * 3_600_000) / HALF_HOUR_MS) * HALF_HOUR_MS;
    const people = {
      physician: roster.people.get('physician@harbor.test'),
      therapist: roster.people.get('therapist@harbor.test'),
    } as ScenarioPeople;
    await begin(services, clinic, roster, { client, at, kind: 'uneventful', people, plannedMs, nowMs });
  }
}

function idAt(clinicId: string, clientId: string, plannedMs: number): string {
  const hex = createHash('sha256').update(`${clinicId}:${clientId}:${plannedMs}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
