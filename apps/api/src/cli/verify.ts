import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { verifyFile } from '../backup/verify-file.ts';
import { openDatabase } from '../boot.ts';
import { readConfig } from '../config.ts';
import { type Verified, verifyDatabase } from '../log/verify.ts';

/**
 * `npm run verify [-- session id or FILE]`: recomputes the hash chains of the database, of one session, or of a
 * backup, which needs no database. Names the first bad seq of every broken session; exit code 1 when there is one.
 * @throws BackupRefusal for a file that is missing, cut or altered
 */
export async function main(args: readonly string[]): Promise<void> {
  const [what, ...more] = args;
  if (more.length > 0 || what?.startsWith('-') === true) return refuse();
  if (what === undefined) return tell(await inDatabase(undefined));
  const file = resolve(process.env.INIT_CWD ?? '.', what);
  // A word with neither dot nor slash is a session id that was mistyped, unless such a file is there.
  if (/[./\\]/.test(what) || existsSync(file)) return tell(await verifyFile(file));
  if (!/^[0-9a-f-]{36}$/i.test(what)) return refuse();
  const result = await inDatabase(what.toLowerCase());
  tell(result);
  if (result.streams > 0) return;
  console.error('There is no session with this id.');
  process.exitCode = 1;
}

function refuse(): void {
  console.error(
    'Say either nothing (the whole database), one session id or one backup file: npm run verify -- 0b9c…',
  );
  process.exitCode = 2;
}

function tell({ streams, entries, broken }: Verified): void {
  for (const { streamId, seq, what } of broken) console.log(`session ${streamId}: entry ${seq} ${what}`);
  console.log(`${streams} sessions, ${entries} entries, ${broken.length} broken`);
  process.exitCode = broken.length > 0 ? 1 : 0;
}

async function inDatabase(sessionId: string | undefined): Promise<Verified> {
  const open = await openDatabase(readConfig(process.env), (line) => console.error(line), true);
  try {
    return await verifyDatabase(open.database, sessionId);
  } finally {
    await open.stop();
  }
}
