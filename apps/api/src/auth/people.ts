import { randomUUID } from 'node:crypto';
import type { Role } from '@tandem/domain';
import type { Sql } from 'postgres';
import type { InClinic } from '../db/clinic-scope.ts';
import { clinics, memberships } from '../db/schema.ts';

export interface NewPerson {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** From `hashPassword` of the sign-in library. */
  readonly passwordHash: string;
}

/**
 * Makes a login and the person's place in one clinic. The two live under different roles of the database and
 * so in two transactions, login first: a crash between leaves a login that can sign in to nothing, and running
 * it again finds it by email and goes on.
 * @returns the person's id
 */
export async function addPerson(
  auth: Sql,
  inClinic: InClinic,
  clinicId: string,
  person: NewPerson,
): Promise<string> {
  const personId = await auth.begin(async (tx) => {
    const id = randomUUID();
    const email = person.email.toLowerCase();
    await tx`insert into auth.users (id, name, email, email_verified) values (${id}, ${person.name}, ${email}, true)
      on conflict (email) do nothing`;
    const [user] = await tx<{ id: string }[]>`select id from auth.users where email = ${email}`;
    const userId = user?.id as string;
    await tx`insert into auth.accounts (id, account_id, provider_id, user_id, password)
      select ${randomUUID()}, ${userId}, 'credential', ${userId}, ${person.passwordHash}
      where not exists (select 1 from auth.accounts where user_id = ${userId})`;
    return userId;
  });
  await inClinic(clinicId, async ({ tx }) => {
    await tx
      .insert(memberships)
      .values({ clinicId, personId, name: person.name, roles: [...person.roles] })
      .onConflictDoNothing();
  });
  return personId;
}

/**
 * A login for an invited person. One that is there already without a place at any clinic is what a crash left, and
 * takes the password that was chosen now; one with a place is somebody's.
 * @returns the person's id; null when the email signs in at a clinic
 */
export async function takeAccount(
  auth: Sql,
  person: {
    readonly id: string;
    readonly email: string;
    readonly name: string;
    readonly passwordHash: string;
  },
): Promise<string | null> {
  return await auth.begin(async (tx) => {
    await tx`insert into auth.users (id, name, email, email_verified)
      values (${person.id}, ${person.name}, ${person.email}, true) on conflict (email) do nothing`;
    const [user] = await tx<{ id: string; isPlaced: boolean }[]>`
      select id, exists (select 1 from auth.memberships m where m.person_id = u.id) "isPlaced"
      from auth.users u where email = ${person.email} for update`;
    if (user === undefined || user.isPlaced) return null;
    await tx`delete from auth.accounts where user_id = ${user.id}`;
    await tx`insert into auth.accounts (id, account_id, provider_id, user_id, password)
      values (${randomUUID()}, ${user.id}, 'credential', ${user.id}, ${person.passwordHash})`;
    return user.id;
  });
}

/** In place of the one before. */
export async function setPassword(auth: Sql, personId: string, passwordHash: string): Promise<void> {
  await auth`
    update auth.accounts set password = ${passwordHash}, updated_at = clock_timestamp()
    where user_id = ${personId} and provider_id = 'credential'`;
}

export async function addClinic(
  inClinic: InClinic,
  clinic: { id: string; name: string; timeZone: string; demo: boolean; settings?: Record<string, unknown> },
): Promise<void> {
  await inClinic(clinic.id, async ({ tx }) => {
    await tx.insert(clinics).values(clinic).onConflictDoNothing();
  });
}

/** The sign-in library's own hash, so that its check accepts what set-up and seed store. */
export { hashPassword } from 'better-auth/crypto';
