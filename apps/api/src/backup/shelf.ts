import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { backupProblemSchema } from '@tandem/wire';
import { z } from 'zod';

/** How the last nightly run went, beside the files, so that every process and the next start know it. */
const runSchema = z.object({
  /** The newest file that stands under its name: whole, by its hash; `verified` when every chain in it holds too. */
  newest: z.object({ file: z.string(), at: z.string(), verified: z.boolean() }).nullable(),
  /** Why the run after it failed; null: it did not. */
  problem: backupProblemSchema.nullable(),
  second: z.object({ at: z.string().nullable(), problem: backupProblemSchema.nullable() }),
});
export type LastRun = z.infer<typeof runSchema>;

const none: LastRun = { newest: null, problem: null, second: { at: null, problem: null } };

export interface ShelvedFile {
  readonly file: string;
  /** Of the snapshot, ms, by the database's clock. */
  readonly atMs: number;
}

/**
 * The backups of one installation in one folder, `tandem-20260131T013000Z-1a2b3c4d.backup.gz`: UTC and the beginning of
 * the epoch. After a restore the epoch is another one, so that backups of before are never cleared away by it.
 */
export class Shelf {
  private readonly name: RegExp;
  private readonly state: string;

  constructor(
    readonly dir: string,
    private readonly epoch: string,
  ) {
    const mark = epoch.slice(0, 8);
    this.name = new RegExp(
      `^tandem-(\\d{4})(\\d\\d)(\\d\\d)T(\\d\\d)(\\d\\d)(\\d\\d)Z-${mark}\\.backup\\.gz$`,
    );
    this.state = join(dir, `tandem-${mark}.last-run.json`);
  }

  /** Makes the folder when it is not there. For the default place only: a disk that is not mounted is not to be made. */
  make(): void {
    mkdirSync(this.dir, { recursive: true, mode: 0o700 });
  }

  fileAt(atMs: number): string {
    const stamp = new Date(atMs).toISOString().slice(0, 19).replace(/[-:]/g, '');
    return join(this.dir, `tandem-${stamp}Z-${this.epoch.slice(0, 8)}.backup.gz`);
  }

  /** Newest first; empty when the folder cannot be read. */
  files(): ShelvedFile[] {
    return this.names()
      .flatMap((name) => {
        const [, year, month, day, hours, minutes, seconds] = this.name.exec(name) ?? [];
        if (year === undefined) return [];
        const atMs = Date.parse(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}Z`);
        return [{ file: join(this.dir, name), atMs }];
      })
      .sort((a, b) => b.atMs - a.atMs);
  }

  private names(): string[] {
    try {
      return readdirSync(this.dir);
    } catch {
      return [];
    }
  }

  /** Removes all but the newest `keep`. */
  keepNewest(keep: number): void {
    for (const { file } of this.files().slice(keep)) rmSync(file, { force: true });
  }

  /** What a process that was killed left half-written. Young ones may be somebody's who is writing now. */
  clearDrafts(nowMs: number): void {
    const ours = new RegExp(`-${this.epoch.slice(0, 8)}\\.backup\\.gz\\.[0-9a-f]+\\.tmp$`);
    for (const name of this.names().filter((one) => ours.test(one))) {
      const file = join(this.dir, name);
      const changedMs = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? nowMs;
      if (nowMs - changedMs > 3_600_000) rmSync(file, { force: true });
    }
  }

  lastRun(): LastRun {
    try {
      return runSchema.parse(JSON.parse(readFileSync(this.state, 'utf8')));
    } catch {
      return none;
    }
  }

  note(run: LastRun): void {
    const draft = `${this.state}.tmp`;
    writeFileSync(draft, `${JSON.stringify(run)}\n`, { mode: 0o600 });
    renameSync(draft, this.state);
  }
}
