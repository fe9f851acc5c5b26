import { randomUUID } from 'node:crypto';
import type { Author, Plan } from '@tandem/domain';
import {
  type ClinicClient,
  comingSessions,
  pinsOf,
  planOf,
  type ScenarioInput,
  type ScenarioKind,
  type Step,
  scenario,
  withMoreBefore,
} from '@tandem/scenarios';
import { and, asc, count, eq, inArray } from 'drizzle-orm';
import { patients, sessions, streamHeads } from '../db/schema.ts';
import { type DemoDay, idOf, personOf } from './day.ts';
import { play } from './play.ts';

/** What a client's next visit is to be like. */
export interface Wanted {
  /** Position of the client among the clients of the year. */
  readonly at: number;
  readonly kind: ScenarioKind;
  readonly physician: string;
  readonly therapist: string;
  readonly nurse?: string;
  readonly room: number;
  /** When it is planned for, told from its steps as they would be if it were planned for 0. */
  readonly plannedMs: (steps: readonly Step[]) => number;
  /** How far it has come: not begun, or as far as the clock is and not over, or over and not signed. */
  readonly until: 'planned' | 'in-progress' | 'ended';
}

/** The next visit of a client's series, moved to today and played as far as it is to have come. */
export async function holdVisit(day: DemoDay, wanted: Wanted): Promise<void> {
  const client = day.year.clients[wanted.at];
  const person = client === undefined ? null : await storedPerson(day, client);
  if (person === null) return;
  const visit = await nextVisit(day, person, wanted.at);
  const untimed = inputOf(day, wanted, person, visit);
  const at0 = scenario(wanted.kind, { ...untimed, plannedAt: new Date(0).toISOString() });
  const plannedAt = new Date(wanted.plannedMs(at0)).toISOString();
  const [first, ...rest] = scenario(wanted.kind, { ...untimed, plannedAt });
  if (first?.command.type !== 'plan') throw new Error('a scenario begins with its plan');
  const moved = replan(first.actor, first.command.plan, Math.min(day.nowMs, (rest[0]?.atMs ?? 0) - 60_000));
  const { until } = wanted;
  const held = until === 'planned' ? [] : rest.filter(reached(day, until));
  const steps = [moved, ...withMoreBefore(held, visit.lastSeq)];
  await play(day.services, day.clinic.id, visit.id, steps);
}

/** The client as the database has them: a clinic's own words win over those of the seed. */
async function storedPerson(
  { services, clinic }: DemoDay,
  client: ClinicClient,
): Promise<ClinicClient | null> {
  const [row] = await services.inClinic(clinic.id, ({ tx }) =>
    tx.select().from(patients).where(eq(patients.id, client.id)),
  );
  if (row === undefined) return null;
  const { familyName, givenName, birthDate, sex, mrn, allergies } = row;
  return { ...client, familyName, givenName, birthDate, sex, mrn: mrn ?? client.mrn, allergies };
}

interface Visit {
  readonly id: string;
  readonly seriesId: string | null;
  /** Of its log: the plan, and how often it was moved. */
  readonly lastSeq: number;
  /** Which one of this client it is, from 1. */
  readonly nth: number;
}

/** The earliest one that is planned; a series that is used up is followed by another. */
async function nextVisit(day: DemoDay, client: ClinicClient, at: number): Promise<Visit> {
  const { services, clinic } = day;
  const own = eq(sessions.patientId, client.id);
  const { planned, held } = await services.inClinic(clinic.id, async ({ tx }) => ({
    planned: await tx
      .select({ id: sessions.id, seriesId: sessions.seriesId, lastSeq: streamHeads.lastSeq })
      .from(sessions)
      .innerJoin(streamHeads, eq(streamHeads.streamId, sessions.id))
      .where(and(own, eq(sessions.status, 'planned'), eq(sessions.origin, 'demo')))
      .orderBy(asc(sessions.plannedAt))
      .limit(1),
    held: await tx
      .select({ n: count() })
      .from(sessions)
      .where(and(own, inArray(sessions.status, ['in-progress', 'ended', 'signed']))),
  }));
  const nth = (held[0]?.n ?? 0) + 1;
  const next = planned[0] ?? (await planSeries(day, client, at));
  return { ...next, nth };
}

async function planSeries(day: DemoDay, client: ClinicClient, at: number) {
  const { services, clinic, input, nowMs } = day;
  const series = { id: idOf('series', client.id, nowMs), length: 4, done: 0 };
  const coming = comingSessions(input, { client, at, series }, nowMs);
  await Promise.all(
    coming.map((session) => play(services, clinic.id, session.input.sessionId, planOf(session, nowMs))),
  );
  return { id: coming[0]?.input.sessionId as string, seriesId: series.id, lastSeq: 1 };
}

function inputOf(day: DemoDay, wanted: Wanted, client: ClinicClient, visit: Visit) {
  const { roster } = day;
  const people = {
    physician: personOf(day, wanted.physician),
    therapist: personOf(day, wanted.therapist),
    ...(wanted.nurse === undefined ? {} : { nurse: personOf(day, wanted.nurse) }),
  };
  return {
    seed: Number.parseInt(visit.id.slice(0, 8), 16),
    sessionId: visit.id,
    patientId: client.id,
    protocolId: client.protocolId,
    roomId: roster.rooms[wanted.room] as string,
    ...(visit.seriesId === null ? {} : { seriesId: visit.seriesId }),
    visit: visit.nth,
    people,
    weightKg: client.weightKg,
    pins: pinsOf(roster, client, people),
    origin: 'demo',
  } satisfies Omit<ScenarioInput, 'plannedAt'>;
}

function replan(actor: Author, plan: Plan, atMs: number): Step {
  const { patientId: _same, origin: _too, ...patch } = plan;
  return { atMs, actor, command: { type: 'replan', id: randomUUID(), patch } };
}

function reached({ nowMs }: DemoDay, until: 'in-progress' | 'ended'): (step: Step) => boolean {
  return ({ atMs, command: { type } }) =>
    atMs <= nowMs && type !== 'sign' && type !== 'addendum' && (until === 'ended' || type !== 'end');
}
