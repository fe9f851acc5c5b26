import { openDatabase } from '../boot.ts';
import { ConfigRefusal, readConfig } from '../config.ts';

/**
 * Takes a person's second factor away and ends their logins: the next sign-in sets up another one.
 * @throws ConfigRefusal when nobody signs in with this email
 */
export async function resetSecondFactor(email: string): Promise<void> {
  const open = await openDatabase(readConfig(process.env), (line) => console.error(line), true);
  try {
    const found = await open.database.auth.begin(async (tx) => {
      const [user] = await tx<
        { id: string }[]
      >`select id from auth.users where email = ${email.toLowerCase()}`;
      if (user === undefined) return false;
      await tx`delete from auth.second_factors where user_id = ${user.id}`;
      await tx`delete from auth.recovery_codes where user_id = ${user.id}`;
      await tx`delete from auth.remembered_devices where user_id = ${user.id}`;
      await tx`delete from auth.logins where user_id = ${user.id}`;
      return true;
    });
    if (!found) throw new ConfigRefusal(`Nobody signs in with ${email}. Nothing was changed.`);
    console.log(`${email} sets up a new second factor at the next sign-in.`);
  } finally {
    await open.stop();
  }
}
