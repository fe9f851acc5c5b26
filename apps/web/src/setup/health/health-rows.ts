import type { Health } from '@tandem/wire';
import { healthWords as text } from '../../words/health-words.ts';
import type { HealthRow } from './health-row.ts';
import { dayAndClock } from './moment-words.ts';
import { certificateRow, clockRow, diskRows, hintsRow, serverRow, waitingRow } from './server-rows.ts';

/**
 * What somebody has to act on comes first; within that, and within the rest, in the order of what is lost.
 * @param zone of the clinic: moments are told by its clock
 */
export function healthRows(health: Health, zone: string): HealthRow[] {
  const rows = [
    databaseRow(health),
    backupRow(health, zone),
    placeRow(health),
    secondRow(health, zone),
    ...diskRows(health),
    waitingRow(health, zone),
    clockRow(health),
    certificateRow(health, zone),
    hintsRow(health, zone),
    serverRow(health),
  ];
  return [...rows.filter(isRed), ...rows.filter((row) => !isRed(row))];
}

const isRed = ({ look }: HealthRow) => look === 'red';

function databaseRow({ database: { reachable, writable } }: Health): HealthRow {
  const { what } = text.database;
  const row = (look: HealthRow['look'], state: string, note: string) => ({
    what,
    look,
    state,
    notes: [note],
    folder: null,
  });
  if (writable) return row('well', text.database.well, text.database.wellNote);
  if (reachable) return row('red', text.database.readOnly, text.database.readOnlyNote);
  return row('red', text.database.silent, text.database.silentNote);
}

function backupRow({ backup }: Health, zone: string): HealthRow {
  const { newest, problem, red, directory } = backup;
  const { what } = text.backup;
  if (directory === null)
    return { what, look: 'red', state: text.backup.never, notes: [text.backup.off], folder: null };
  const failed = problem === null ? [] : [text.backup.failed(problem)];
  if (newest === null) {
    const notes = problem === null ? [text.backup.firstComes] : failed;
    return { what, look: 'red', state: text.backup.never, notes, folder: null };
  }
  return {
    what,
    look: red || !newest.verified ? 'red' : 'well',
    state: text.backup.ago(newest.ageHours),
    notes: [
      dayAndClock(newest.at, zone),
      newest.verified ? text.backup.verified : text.backup.unverified,
      ...failed,
      ...(red && problem === null ? [text.backup.late] : []),
    ],
    folder: null,
  };
}

function placeRow({ backup: { directory, nightlyAt } }: Health): HealthRow {
  return {
    what: text.place.what,
    look: 'plain',
    state: nightlyAt === null ? text.place.none : text.place.nightly(nightlyAt),
    notes: directory === null ? [] : [text.place.keys],
    folder: directory,
  };
}

function secondRow({ second: { state, directory, at, problem } }: Health, zone: string): HealthRow {
  const copied = at === null ? [] : [dayAndClock(at, zone)];
  const notes = {
    off: [text.second.offNote],
    'none-yet': [],
    copied,
    failed: problem === null ? [] : [text.second.failedNote(problem), ...copied],
  }[state];
  return {
    what: text.second.what,
    look: state === 'failed' ? 'red' : state === 'copied' ? 'well' : 'plain',
    state: text.second[state],
    notes,
    folder: directory,
  };
}
