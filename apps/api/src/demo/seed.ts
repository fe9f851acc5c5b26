import type { Author } from '@tandem/domain';
import { type ClinicYear, planOf, type SeriesMeasures, seriesMeasures, stepsOf } from '@tandem/scenarios';
import { eq } from 'drizzle-orm';
import { addClinic, addPerson, hashPassword } from '../auth/people.ts';
import { clinics, memberships, patients, protocols, rooms } from '../db/schema.ts';
import type { Services } from '../services.ts';
import { DEMO_PASSWORD, DEMO_PIN, type DemoClinic, harbor } from './people.ts';
import { play } from './play.ts';
import { type Roster, rosterOf } from './roster.ts';
import { yearOf } from './year.ts';

export interface DemoSettings {
  /** The "now" of the seed: kept, so that a second try makes the same sessions. */
  readonly seededUntilMs: number;
  readonly seeded: boolean;
}

export async function settingsOf({ inClinic }: Services, clinic: DemoClinic): Promise<DemoSettings | null> {
  const [row] = await inClinic(clinic.id, ({ tx }) =>
    tx.select({ settings: clinics.settings }).from(clinics),
  );
  return (row?.settings as unknown as DemoSettings | undefined) ?? null;
}

/** One demo clinic with its past and what is planned; every id comes from the seed, so a second try is a retry. */
export async function seedClinic(services: Services, clinic: DemoClinic, untilMs: number): Promise<void> {
  const { inClinic } = services;
  // Only Harbor shows the estimate; it is off everywhere else until a clinic turns it on.
  const settings = { seededUntilMs: untilMs, seeded: false, estimate: clinic.id === harbor.id };
  const { id, name, timeZone } = clinic;
  await addClinic(inClinic, { id, name, timeZone, demo: true, settings });
  await addPeople(services, clinic);
  const roster = await rosterOf(services, clinic);
  await addRows(services, clinic, roster);
  const year = yearOf(clinic, roster, untilMs);
  await addPatients(services, clinic, roster, year);
  const streams = [
    ...year.sessions.map((session) => ({ session, steps: stepsOf(session, untilMs) })),
    ...year.coming.map((session) => ({ session, steps: planOf(session, untilMs) })),
  ];
  await Promise.all(
    streams.map(({ session, steps }) => play(services, clinic.id, session.input.sessionId, steps)),
  );
  await Promise.all(coursesOf(year).map(({ courseId, steps }) => play(services, clinic.id, courseId, steps)));
  await inClinic(clinic.id, ({ tx }) =>
    tx
      .update(clinics)
      .set({ settings: { ...settings, seeded: true } })
      .where(eq(clinics.id, clinic.id)),
  );
}

/** What clients filled in before the sessions of each series that has begun. */
function coursesOf({ clients, sessions }: ClinicYear): SeriesMeasures[] {
  return clients
    .flatMap(({ series }) => series)
    .map(({ id }) => ({ id, held: sessions.filter(({ input }) => input.seriesId === id) }))
    .filter(({ held }) => held.length > 0)
    .map(({ id, held }) => seriesMeasures(id, held));
}

/** Everyone on the clinic's list who is not there yet. */
export async function addPeople(services: Services, clinic: DemoClinic): Promise<void> {
  const { people } = await rosterOf(services, clinic);
  const members = await services.inClinic(clinic.id, ({ tx }) =>
    tx.select({ id: memberships.personId }).from(memberships),
  );
  const known = new Set(members.map(({ id }) => id));
  const missing = clinic.people.filter(({ email }) => !known.has(people.get(email)?.id ?? ''));
  if (missing.length === 0) return;
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  for (const person of missing) {
    const id = await addPerson(services.database.auth, services.inClinic, clinic.id, {
      ...person,
      passwordHash,
    });
    await services.pins.set(id, DEMO_PIN);
  }
}

async function addRows({ inClinic }: Services, clinic: DemoClinic, roster: Roster): Promise<void> {
  const physician = [...roster.people.values()].find((person) => person.role === 'physician') as Author;
  const clinicId = clinic.id;
  await inClinic(clinicId, async ({ tx }) => {
    await tx
      .insert(rooms)
      .values(roster.rooms.map((id, at) => ({ clinicId, id, name: clinic.rooms[at] ?? '', position: at })))
      .onConflictDoNothing();
    await tx
      .insert(protocols)
      .values(
        roster.protocols.map((protocol) => ({
          ...protocol,
          clinicId,
          version: 1,
          createdBy: physician.id,
          confirmedAt: new Date(),
          confirmedBy: physician.id,
        })),
      )
      .onConflictDoNothing();
  });
}

async function addPatients(
  { inClinic }: Services,
  clinic: DemoClinic,
  roster: Roster,
  year: ClinicYear,
): Promise<void> {
  const createdBy = ([...roster.people.values()][0] as Author).id;
  const rows = year.clients.map(
    ({ id, familyName, givenName, birthDate, sex, mrn, allergies, medicines }) => ({
      ...{ clinicId: clinic.id, id, familyName, givenName, birthDate, sex, mrn, allergies, createdBy },
      medicines: [...medicines],
    }),
  );
  await inClinic(clinic.id, async ({ tx }) => {
    await tx.insert(patients).values(rows).onConflictDoNothing();
  });
}
