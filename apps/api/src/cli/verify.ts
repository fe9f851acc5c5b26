import { openDatabase } from '../boot.ts';
import { readConfig } from '../config.ts';
import { verifyClinic } from '../log/verify.ts';

/**
 * `npm run verify [-- session id]`: recomputes the hash chain of the database or of one session. Names the first
 * bad seq of every broken session; exit code 1 when there is one.
 */
export async function main(args: readonly string[]): Promise<void> {
  const [session, ...more] = args;
  if (more.length > 0 || (session !== undefined && !/^[0-9a-f-]{36}$/i.test(session))) {
    console.error('Say either nothing (the whole database) or one session id: npm run verify -- 0b9c…');
    process.exitCode = 2;
    return;
  }
  const open = await openDatabase(readConfig(process.env), (line) => console.error(line), true);
  try {
    const clinics = await open.database.auth<
      { id: string; name: string }[]
    >`select id, name from tandem.clinics order by name`;
    let [streams, entries, broken] = [0, 0, 0];
    for (const clinic of clinics) {
      const result = await verifyClinic(open.database.app, clinic.id, session?.toLowerCase());
      streams += result.streams;
      entries += result.entries;
      broken += result.broken.length;
      for (const { streamId, seq, what } of result.broken)
        console.log(`session ${streamId}: entry ${seq} ${what}`);
    }
    console.log(`${streams} sessions, ${entries} entries, ${broken} broken`);
    if (session !== undefined && streams === 0) console.error('There is no session with this id.');
    process.exitCode = broken > 0 || (session !== undefined && streams === 0) ? 1 : 0;
  } finally {
    await open.stop();
  }
}
