import { addPerson, hashPassword } from '@tandem/api/auth/people.ts';
import type { Role } from '@tandem/domain';
import type { TestApi } from './api.ts';
import { harbor, PASSWORD } from './fixtures.ts';

/** Somebody who worked at Harbor and can sign in no more. @returns their id */
export async function addFormer(
  { services, db }: TestApi,
  { name, email, role }: { name: string; email: string; role: Role },
): Promise<string> {
  const person = { name, email, roles: [role], passwordHash: await hashPassword(PASSWORD) };
  const personId = await addPerson(db.database.auth, services.inClinic, harbor.id, person);
  await disable({ db }, personId);
  return personId;
}

/** From now on this person of Harbor can sign in no more. */
export async function disable({ db }: Pick<TestApi, 'db'>, personId: string): Promise<void> {
  await db.database.app.begin(async (tx) => {
    await tx`select set_config('tandem.clinic_id', ${harbor.id}, true)`;
    await tx`update auth.memberships set disabled_at = clock_timestamp()
      where clinic_id = ${harbor.id} and person_id = ${personId}`;
  });
}
