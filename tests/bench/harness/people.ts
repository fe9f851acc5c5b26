import { addClinic, addPerson, hashPassword } from '@tandem/api/auth/people.ts';
import { clinicScopes } from '@tandem/api/db/clinic-scope.ts';
import { connect } from '@tandem/api/db/connect.ts';
import { prepareDatabase } from '@tandem/api/db/prepare.ts';
import type { Role } from '@tandem/domain';
import { rngOf } from '@tandem/scenarios';
import type { BenchPerson } from '../load/tandem-target.ts';

const PASSWORD = 'a password of the benchmark';
/** The roles that see every kind of entry while a session runs, in turn. */
const ROLES: readonly Role[] = ['physician', 'nurse', 'therapist'];

/** A migrated database with one clinic and its people, made by the code that `npm run setup` uses. */
export async function addPeople(
  url: string,
  keysDir: string,
  seed: number,
  count: number,
  /** Of their addresses: an address is a person's in all clinics. */
  domain = 'bench.test',
): Promise<BenchPerson[]> {
  const database = connect(await prepareDatabase(url, keysDir, () => {}));
  try {
    const inClinic = clinicScopes(database);
    const clinicId = rngOf('bench-clinic', seed).uuid();
    await addClinic(inClinic, { id: clinicId, name: 'Benchmark', timeZone: 'UTC', demo: true });
    const passwordHash = await hashPassword(PASSWORD);
    const people: BenchPerson[] = [];
    for (let at = 0; at < count; at += 1) {
      const role = ROLES[at % ROLES.length] as Role;
      const email = `${role}.${at + 1}@${domain}`;
      await addPerson(database.auth, inClinic, clinicId, {
        email,
        name: `Person ${at + 1}`,
        roles: [role],
        passwordHash,
      });
      people.push({ email, password: PASSWORD, role });
    }
    return people;
  } finally {
    await database.close();
  }
}
