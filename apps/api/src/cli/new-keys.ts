import postgres from 'postgres';
import { openServer } from '../boot.ts';
import { readConfig } from '../config.ts';
import { forgetKeys } from '../db/key-marks.ts';
import { whoConnects } from '../db/prepare.ts';

/**
 * `npm run setup -- --new-keys`, for keys of which there is no copy: the next start makes new ones. What was sealed
 * under the old ones stays as it is and opens should they be found.
 * @throws DatabaseRefusal when a Tandem runs on the database or this is no administrator
 */
export async function acceptNewKeys(): Promise<void> {
  const say = (line: string) => console.error(line);
  const server = await openServer(readConfig(process.env), say, true);
  const sql = postgres(server.url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    await whoConnects(sql, server.url);
    await forgetKeys(sql);
    console.log(
      'The next start takes the keys that it finds in KEYS_DIR, or makes new ones. Everybody signs in again and sets up a second factor anew, with a recovery code or by an admin; process notes of before stay closed.',
    );
  } finally {
    await sql.end({ timeout: 2 });
    await server.stop();
  }
}
