import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { BackupProblem } from '@tandem/wire';
import { BackupRefusal } from './refusal.ts';
import type { LastRun, Shelf } from './shelf.ts';
import { type VerifiedFile, verifyFile } from './verify-file.ts';
import { writeWhole } from './whole-file.ts';
import { type Source, writeBackup } from './write.ts';

export interface NightPlan {
  readonly source: Source;
  readonly shelf: Shelf;
  readonly second: Shelf | null;
  readonly keep: number;
  readonly makesDir: boolean;
}

/**
 * One nightly backup: written, read back and verified, named, copied to the second place, and only then are the oldest
 * ones removed. A second place that fails is told and stops nothing.
 * @returns what happened; nothing is thrown
 */
export async function backUp(plan: NightPlan, nowMs: number): Promise<LastRun> {
  const { shelf, second, keep } = plan;
  const before = shelf.lastRun();
  const file = shelf.fileAt(nowMs);
  try {
    const verified = await writeVerified(plan, file, nowMs);
    const newest = { file, at: verified.header.madeAt, verified: verified.broken.length === 0 };
    const copied = second === null ? before.second : await copyTo(second, file, nowMs, before.second.at);
    if (newest.verified) {
      shelf.keepNewest(keep);
      if (copied.problem === null) second?.keepNewest(keep);
    }
    return { newest, problem: null, second: copied };
  } catch (error) {
    return { ...before, problem: problemOf(error) };
  }
}

async function writeVerified(plan: NightPlan, file: string, nowMs: number): Promise<VerifiedFile> {
  const { source, shelf, makesDir } = plan;
  if (makesDir) shelf.make();
  shelf.clearDrafts(nowMs);
  let verified: VerifiedFile | null = null;
  await writeBackup(
    source,
    file,
    () => {},
    async (draft) => {
      verified = await verifyFile(draft);
    },
  );
  if (verified === null) throw new Error('the backup was not verified');
  return verified;
}

async function copyTo(
  second: Shelf,
  file: string,
  nowMs: number,
  lastAt: string | null,
): Promise<LastRun['second']> {
  try {
    second.clearDrafts(nowMs);
    const copy = second.fileAt(nowMs);
    await writeWhole(
      copy,
      (into) => pipeline(createReadStream(file), into),
      async (draft) => {
        if ((await hashOf(draft)) !== (await hashOf(file)))
          throw new BackupRefusal(`${copy} differs from what it was copied from.`, 'damaged');
      },
    );
    return { at: new Date(nowMs).toISOString(), problem: null };
  } catch (error) {
    return { at: lastAt, problem: problemOf(error) };
  }
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

function problemOf(error: unknown): BackupProblem {
  return error instanceof BackupRefusal ? error.problem : 'other';
}
