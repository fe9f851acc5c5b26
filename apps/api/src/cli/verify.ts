import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { verifyFile } from '../backup/verify-file.ts';
import { checkoutRoot, openDatabase } from '../boot.ts';
import { readConfig } from '../config.ts';
import { resolveDirs } from '../db/embedded.ts';
import { isBundleFile, verifyBundleFile } from '../exports/verify-bundle-file.ts';
import { HEADS_FILE } from '../log/published-heads.ts';
import { type Verified, verifyDatabase } from '../log/verify.ts';
import { readPublished, verifyHeads } from '../log/verify-heads.ts';

/**
 * `npm run verify [-- session id, or FILE [HEADS]]`: recomputes the hash chains of the database, of one session, or of
 * a backup or an exported session, which need no database. Heads that were published in `chain-heads.log` are held
 * against all but a backup. Names the first bad seq of every broken session; exit code 1 when there is one.
 * @throws BackupRefusal for a backup that is missing, cut or altered
 */
export async function main(args: readonly string[]): Promise<void> {
  const [what, heads, ...more] = args;
  if (more.length > 0 || args.some((one) => one.startsWith('-'))) return refuse();
  if (what === undefined) return tell(await inDatabase(undefined));
  const file = resolve(process.env.INIT_CWD ?? '.', what);
  // A word with neither dot nor slash is a session id that was mistyped, unless such a file is there.
  if (/[./\\]/.test(what) || existsSync(file)) {
    if (await isBundleFile(file)) return tellBundle(file, heads);
    return heads === undefined ? tell(await verifyFile(file)) : refuse();
  }
  if (heads !== undefined || !/^[0-9a-f-]{36}$/i.test(what)) return refuse();
  const result = await inDatabase(what.toLowerCase());
  tell(result);
  if (result.streams > 0) return;
  console.error('There is no session with this id.');
  process.exitCode = 1;
}

function refuse(): void {
  console.error(
    'Say either nothing (the whole database), one session id, or one file, a backup or an exported session: npm run verify -- 0b9c…',
  );
  process.exitCode = 2;
}

/** @param heads a copy of the published heads; those of this computer when left out */
async function tellBundle(file: string, heads: string | undefined): Promise<void> {
  const given = heads === undefined ? ownHeads() : resolve(process.env.INIT_CWD ?? '.', heads);
  const { lines, holds } = await verifyBundleFile(file, given);
  for (const line of lines) console.log(line);
  process.exitCode = holds ? 0 : 1;
}

/** Of this computer's DATA_DIR; null when none was published here. */
function ownHeads(): string | null {
  const dirs = resolveDirs({ env: process.env, checkout: checkoutRoot(), uid: process.getuid?.() });
  const file = join(dirs.dataDir, HEADS_FILE);
  return existsSync(file) ? file : null;
}

function tell({ streams, entries, broken }: Verified): void {
  for (const { streamId, seq, what } of broken) console.log(`session ${streamId}: entry ${seq} ${what}`);
  console.log(`${streams} sessions, ${entries} entries, ${broken.length} broken`);
  process.exitCode = broken.length > 0 ? 1 : 0;
}

async function inDatabase(sessionId: string | undefined): Promise<Verified> {
  const open = await openDatabase(readConfig(process.env), (line) => console.error(line), true);
  try {
    const found = await verifyDatabase(open.database, sessionId);
    const published = await readPublished(join(open.dirs.dataDir, HEADS_FILE));
    const heads = await verifyHeads(open.database, published, sessionId);
    return { ...found, broken: [...found.broken, ...heads] };
  } finally {
    await open.stop();
  }
}
