import { asAdministrator } from './administrator.ts';

/** Harbor shows sessions to their team alone, or to everybody who treats; without a page of Setup, which has its own test. */
export async function setTeamOnly(on: boolean): Promise<void> {
  await asAdministrator(
    (sql) =>
      sql`update tandem.clinics set settings = settings || ${sql.json({ teamOnly: on })} where name = 'Harbor'`,
  );
}

/** As if so many minutes had gone by for every opening: by the clock of the database, which nobody else sets. */
export async function passMinutes(minutes: number): Promise<void> {
  await asAdministrator(
    (sql) => sql`
      update tandem.break_glass set opened_at = opened_at - ${minutes} * interval '1 minute',
        ends_at = ends_at - ${minutes} * interval '1 minute'`,
  );
}

/** Nobody has opened anything. */
export async function forgetOpenings(): Promise<void> {
  await asAdministrator((sql) => sql`delete from tandem.break_glass`);
}
