import type { Health } from '@tandem/wire';
import type { Nightly, Places } from './nightly.ts';

const HOUR_MS = 3_600_000;
/** A night and two hours: what one missed night does not yet turn red, and one and a half do. */
const RED_AFTER_HOURS = 26;

/** How backups stand, read from their folders: a file that somebody removed is not the newest any more. */
export function standingOf(nightly: Nightly, nowMs: number): Pick<Health, 'backup' | 'second'> {
  const run = nightly.lastRun();
  const [file] = nightly.shelf?.files() ?? [];
  const noted = file !== undefined && run?.newest?.file === file.file ? run.newest : null;
  const newest =
    file === undefined
      ? null
      : {
          at: noted?.at ?? new Date(file.atMs).toISOString(),
          ageHours: Math.max(0, Math.round(((nowMs - file.atMs) / HOUR_MS) * 10) / 10),
          verified: noted?.verified === true,
        };
  return {
    backup: {
      directory: nightly.shelf?.dir ?? null,
      nightlyAt: nightly.at === null ? null : clockOf(nightly.at),
      newest,
      problem: run?.problem ?? null,
      red: newest === null || newest.ageHours > RED_AFTER_HOURS,
    },
    second: secondOf(nightly),
  };
}

function secondOf(nightly: Nightly): Health['second'] {
  if (nightly.second === null) return { state: 'off', directory: null, at: null, problem: null };
  const { at = null, problem = null } = nightly.lastRun()?.second ?? {};
  const state = problem !== null ? 'failed' : at === null ? 'none-yet' : 'copied';
  return { state, directory: nightly.second.dir, at, problem };
}

const clockOf = ({ hours, minutes }: NonNullable<Places['at']>) =>
  [hours, minutes].map((part) => String(part).padStart(2, '0')).join(':');
