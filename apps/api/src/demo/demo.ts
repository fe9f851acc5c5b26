import { rooms } from '../db/schema.ts';
import type { Services } from '../services.ts';
import { cedar, harbor, training } from './people.ts';
import { type Roster, rosterOf } from './roster.ts';
import { addPeople, seedClinic, settingsOf } from './seed.ts';
import { liveToday } from './today.ts';
import { yearInputOf, yearOf } from './year.ts';

/**
 * Makes the demo clinics, or finishes a seeding that was cut off, and puts Harbor's day in place. Runs through the
 * one writer with a scenario clock.
 */
export async function prepareDemo(services: Services, say: (line: string) => void): Promise<void> {
  for (const clinic of [harbor, cedar] as const) {
    const settings = await settingsOf(services, clinic);
    if (settings?.seeded === true) continue;
    if (settings === null) say(`Making the demo clinic ${clinic.name}…`);
    await seedClinic(services, clinic, settings?.seededUntilMs ?? Date.now());
  }
  const roster = await rosterOf(services, harbor);
  const untilMs = (await settingsOf(services, harbor))?.seededUntilMs ?? Date.now();
  await liveToday({
    services,
    clinic: harbor,
    roster,
    input: yearInputOf(harbor, roster, untilMs),
    year: yearOf(harbor, roster, untilMs),
    nowMs: Date.now(),
  });
}

/** What Harbor's training session needs and no call of the API makes: its room, and its own people. */
export async function prepareTraining(services: Services): Promise<Roster> {
  await addPeople(services, harbor);
  const roster = await rosterOf(services, harbor);
  await services.inClinic(harbor.id, async ({ tx }) => {
    await tx
      .insert(rooms)
      .values({ clinicId: harbor.id, id: roster.trainingRoom, name: training.room, position: 100 })
      .onConflictDoNothing();
  });
  return roster;
}
