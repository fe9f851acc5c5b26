import { createHash } from 'node:crypto';
import type { Sql } from 'postgres';
import { AUTH_SECRET, authSecret, readSecretIfThere, SECOND_FACTOR_KEY, secondFactorKey } from '../keys.ts';
import { DatabaseRefusal } from './refusal.ts';
import { ROLE_PASSWORDS, rolePasswords } from './roles.ts';
import { isServed } from './served.ts';

/** Process notes know their own key again by its fingerprint (`process-notes/installation-key.ts`). */
const MARKED = [ROLE_PASSWORDS, SECOND_FACTOR_KEY, AUTH_SECRET];

/**
 * Holds KEYS_DIR against the marks that an earlier start left in the database. Before anything is made or changed:
 * new passwords of the roles would shut out a Tandem that runs with the old ones.
 * @throws DatabaseRefusal when a key is missing or is another one
 */
export async function refuseOtherKeys(sql: Sql, keysDir: string): Promise<void> {
  if (!(await mayBeMarked(sql))) return;
  const marks = await sql<
    { name: string; mark: string }[]
  >`select name, mark from meta.key_marks order by name`;
  for (const { name, mark } of marks) {
    const text = readSecretIfThere(keysDir, name);
    if (text !== null && markOf(text) === mark) continue;
    throw new DatabaseRefusal(
      `${keysDir} does not hold the keys of this database: ${name} ${text === null ? 'is missing' : 'is another one'}. Nothing was changed. Set KEYS_DIR to the folder that it was used with, or put your copy back; if there is none, "Lost keys" in docs/operations.md says what to do.`,
    );
  }
}

/** From now on the database is used with these keys, which are made where there are none. Marks that stand are kept. */
export async function markKeys(admin: Sql, keysDir: string): Promise<void> {
  rolePasswords(keysDir);
  secondFactorKey(keysDir);
  authSecret(keysDir);
  const rows = MARKED.map((name) => ({ name, mark: markOf(readSecretIfThere(keysDir, name) as string) }));
  await admin.begin(async (tx) => {
    await tx`set local role tandem_owner`;
    await tx`insert into meta.key_marks ${tx(rows)} on conflict do nothing`;
  });
}

/**
 * Forgets the marks, for an installation whose keys are lost for good: the next start makes new ones.
 * @throws DatabaseRefusal when this is no administrator, or a Tandem runs on this database
 */
export async function forgetKeys(admin: Sql): Promise<void> {
  if (!(await mayBeMarked(admin))) return;
  await admin.begin(async (tx) => {
    if (await isServed(tx))
      throw new DatabaseRefusal(
        'A Tandem is running on this database, so its keys are not lost: they are in its KEYS_DIR. Nothing was changed.',
      );
    try {
      await tx`set local role tandem_owner`;
    } catch {
      throw new DatabaseRefusal(
        'Only an administrator may say that keys are lost. Nothing was changed. Use DATABASE_URL of one.',
      );
    }
    await tx`delete from meta.key_marks`;
  });
}

/** Not before the first start of a Tandem that knows marks. */
async function mayBeMarked(sql: Sql): Promise<boolean> {
  const [made] = await sql<{ found: boolean }[]>`select to_regclass('meta.key_marks') is not null as found`;
  return made?.found === true;
}

function markOf(key: string): string {
  return createHash('sha256').update(`tandem key mark ${key}`).digest('hex').slice(0, 32);
}
