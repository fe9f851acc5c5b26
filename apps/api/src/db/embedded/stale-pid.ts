import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { isServerOf, isSignalable, processesIn, readPidFile, waitUntil } from './process.ts';
import { EmbeddedRefusal } from './refusal.ts';

/**
 * Removes a postmaster.pid that PostgreSQL would mistake for a running server: one emptied by a power
 * cut, or a number that some other program (or an unburied dead child) now has. A number that nobody
 * has stays for PostgreSQL to judge: the file also names the shared memory by which it notices
 * backends that are still writing. Call only under the lock.
 */
export async function clearStalePidFile(pgData: string): Promise<void> {
  const file = readPidFile(pgData);
  if (!file) return;
  if (file !== 'damaged' && (isServerOf(file.pid, pgData) || !isSignalable(file.pid))) return;
  if (!(await waitUntil(() => processesIn(pgData).length === 0, 10_000))) {
    throw new EmbeddedRefusal(
      `Processes ${processesIn(pgData).join(', ')} are still working in ${pgData}. The data is untouched and nothing ` +
        'was started. Wait until they end, or stop them, and start again.',
    );
  }
  rmSync(join(pgData, 'postmaster.pid'), { force: true });
}
