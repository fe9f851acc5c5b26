import { parseArgs } from 'node:util';
import { openDatabase } from '@tandem/api/boot.ts';
import { readConfig } from '@tandem/api/config.ts';
import { rolePasswords, roleUrls } from '@tandem/api/db/roles.ts';
import { makeSessions } from './harness/many-sessions.ts';

const USE = 'npm run make-sessions -- [--sessions 10000] [--entries 1000000] [--seed N]';
const LEAD = { email: 'lead@many.test', password: 'tandem-demo' };

/**
 * `npm run make-sessions`: a clinic of invented people with many past sessions, in the database that `npm start`
 * uses, for trying out lists and searches. Never beside real clients.
 */
async function main(): Promise<void> {
  const { sessions, entries, seed } = readFlags();
  const open = await openDatabase(readConfig(process.env), (line) => console.error(line), true);
  try {
    const [real] = await open.database.auth`select 1 from tandem.clinics where not demo limit 1`;
    if (real !== undefined)
      throw new Error('--: This database holds a clinic of your own, so nothing was made in it.');
    const [there] = await open.database.auth`select 1 from auth.users where email = ${LEAD.email}`;
    if (there !== undefined)
      throw new Error(
        '--: The clinic with many sessions is there already. Use another DATA_DIR for another one.',
      );
    const urls = roleUrls(open.database.appUrl, rolePasswords(open.dirs.keysDir));
    const made = await makeSessions(urls, {
      seed,
      sessions,
      entries,
      lead: LEAD,
      say: (line) => console.log(line),
    });
    console.log(
      `${made.sessions} sessions with ${made.entries} entries in ${made.seconds.toFixed(0)} s. Sign in as ${LEAD.email}, password ${LEAD.password}.`,
    );
  } finally {
    await open.stop();
  }
}

function readFlags(): { sessions: number; entries: number; seed: number } {
  const { values } = parseArgs({
    options: {
      sessions: { type: 'string', default: '10000' },
      entries: { type: 'string', default: '1000000' },
      seed: { type: 'string', default: '11' },
    },
    strict: true,
  });
  const whole = (name: keyof typeof values): number => {
    const value = Number(values[name]);
    if (!Number.isSafeInteger(value) || value < 1)
      throw new Error(`--${name} must be a whole number from 1.`);
    return value;
  };
  return { sessions: whole('sessions'), entries: whole('entries'), seed: whole('seed') };
}

main().catch((error: unknown) => {
  const sentence =
    error instanceof Error && error.message.startsWith('--') ? error.message.replace(/^--: /, '') : null;
  console.error(sentence === null ? error : `${sentence} ${USE}`);
  process.exitCode = 1;
});
