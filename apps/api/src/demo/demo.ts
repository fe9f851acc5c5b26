import type { Author } from '@tandem/domain';
import { type ClinicYear, clinicYear, stepsOf } from '@tandem/scenarios';

import { eq } from 'drizzle-orm';
import { addClinic, addPerson, hashPassword } from '../auth/people.ts';
import { clinics, patients, protocols, rooms } from '../db/schema.ts';
import type { Services } from '../services.ts';
import { cedar, DEMO_PASSWORD, type DemoClinic, harbor } from './people.ts';
import { play } from './play.ts';
import { type Roster, rosterOf } from './roster.ts';
import { liveToday } from './today.ts';

const SEED = 20_261_124;
const SESSIONS: Readonly<Record<string, number>> = { [harbor.id]: 306, [cedar.id]: 12 };

/**
 * Makes the demo clinics, or finishes a seeding that was cut off: every id comes from the seed, so what is
 * there already is answered as a retry. Runs through the one writer with a scenario clock.
 */
export async function prepareDemo(services: Services, say: (line: string) => void): Promise<void> {
  for (const clinic of [harbor, cedar] as const) {
    const settings = await settingsOf(services, clinic);
    if (settings?.seeded !== true) {
      if (settings === null) say(`Making the demo clinic ${clinic.name}…`);
      await seed(services, clinic, settings?.seededUntilMs ?? Date.now());
    }
  }
  const roster = await rosterOf(services, harbor);
  await liveToday(services, harbor, yearOf(harbor, roster, await untilOf(services, harbor)), roster);
}

interface DemoSettings {
  /** The "now" of the seed: kept, so that a second try makes the same sessions. */
  readonly seededUntilMs: number;
  readonly seeded: boolean;
}

async function settingsOf({ inClinic }: Services, clinic: DemoClinic): Promise<DemoSettings | null> {
  const [row] = await inClinic(clinic.id, ({ tx }) =>
    tx.select({ settings: clinics.settings }).from(clinics),
  );
  return (row?.settings as unknown as DemoSettings | undefined) ?? null;
}

async function untilOf(services: Services, clinic: DemoClinic): Promise<number> {
  return (await settingsOf(services, clinic))?.seededUntilMs ?? Date.now();
}

async function seed(services: Services, clinic: DemoClinic, untilMs: number): Promise<void> {
  const { inClinic, database } = services;
  // Only Harbor shows the estimate; it is off everywhere else until a clinic turns it on.
  const settings = { seededUntilMs: untilMs, seeded: false, estimate: clinic.id === harbor.id };
  await addClinic(inClinic, {
    id: clinic.id,
    name: clinic.name,
    timeZone: clinic.timeZone,
    demo: true,
    settings,
  });
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  for (const person of clinic.people)
    await addPerson(database.auth, inClinic, clinic.id, { ...person, passwordHash });
  const roster = await rosterOf(services, clinic);
  await seedRows(services, clinic, roster);
  const year = yearOf(clinic, roster, untilMs);
  await seedPatients(services, clinic, roster, year);
  await Promise.all(
    year.sessions.map((session) =>
      play(services, clinic.id, session.input.sessionId, stepsOf(session, untilMs)),
    ),
  );
  await inClinic(clinic.id, ({ tx }) =>
    tx
      .update(clinics)
      .set({ settings: { ...settings, seeded: true } })
      .where(eq(clinics.id, clinic.id)),
  );
}

function yearOf(clinic: DemoClinic, roster: Roster, untilMs: number): ClinicYear {
  const having = (role: Author['role']) =>
    [...roster.people.values()].filter((person) => person.role === role);
  return clinicYear({
    seed: SEED + Number(clinic.id.slice(-2)),
    untilMs,
    timeZone: clinic.timeZone,
    sessions: SESSIONS[clinic.id] ?? 12,
    rooms: roster.rooms,
    physicians: having('physician'),
    therapists: having('therapist'),
    nurses: having('nurse'),
    protocols: roster.protocols,
  });
}

async function seedRows({ inClinic }: Services, clinic: DemoClinic, roster: Roster): Promise<void> {
  const physician = [...roster.people.values()].find((person) => person.role === 'physician') as Author;
  await inClinic(clinic.id, async ({ tx }) => {
    await tx
      .insert(rooms)
      .values(
        roster.rooms.map((id, at) => ({
          clinicId: clinic.id,
          id,
          name: clinic.rooms[at] ?? '',
          position: at,
        })),
      )
      .onConflictDoNothing();
    await tx
      .insert(protocols)
      .values(
        roster.protocols.map(({ id, name, data }) => ({
          clinicId: clinic.id,
          id,
          name,
          data,
          version: 1,
          createdBy: physician.id,
          confirmedAt: new Date(),
          confirmedBy: physician.id,
        })),
      )
      .onConflictDoNothing();
  });
}

async function seedPatients(
  { inClinic }: Services,
  clinic: DemoClinic,
  roster: Roster,
  year: ClinicYear,
): Promise<void> {
  const createdBy = ([...roster.people.values()][0] as Author).id;
  const rows = year.clients.map((client) => ({
    clinicId: clinic.id,
    id: client.id,
    familyName: client.familyName,
    givenName: client.givenName,
    birthDate: client.birthDate,
    sex: client.sex,
    mrn: client.mrn,
    allergies: client.allergies,
    medicines: [...client.medicines],
    createdBy,
  }));
  await inClinic(clinic.id, async ({ tx }) => {
    await tx.insert(patients).values(rows).onConflictDoNothing();
  });
}
