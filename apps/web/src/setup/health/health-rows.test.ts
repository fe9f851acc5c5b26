import type { Health } from '@tandem/wire';
import { describe, expect, test } from 'vitest';
import { healthRows } from './health-rows.ts';

const well: Health = {
  at: '2026-03-01T12:00:00.000Z',
  database: { reachable: true, writable: true },
  backup: {
    directory: '/data/backups',
    nightlyAt: '02:30',
    newest: { at: '2026-02-28T22:00:00.000Z', ageHours: 14.9, verified: true },
    problem: null,
    red: false,
  },
  second: { state: 'copied', directory: '/disk', at: '2026-02-28T22:00:00.000Z', problem: null },
  disks: {
    holdDatabase: true,
    folders: [{ of: 'data', directory: '/data', freeBytes: 312_990e6, totalBytes: 1_999e9, red: false }],
  },
  clock: { differsByMs: 3, red: false },
  hints: { heard: true, ownAt: '2026-03-01T11:59:58.000Z', othersAt: null, red: false },
  waiting: { devices: 0, longestSeconds: null, late: null, red: false },
  certificate: { notAfter: '2026-05-30T12:00:00.000Z', daysLeft: 90, red: false },
  build: '0.1.0',
  epoch: '1a2b3c4d-0000-4000-8000-000000000000',
};
const rowsOf = (more: Partial<Health>) => healthRows({ ...well, ...more }, 'America/New_York');
const rowOf = (what: string, more: Partial<Health>) => rowsOf(more).find((row) => row.what === what);
const backupOf = (more: Partial<Health['backup']>) =>
  rowOf('Newest backup', { backup: { ...well.backup, ...more } });

describe('What the health page says', () => {
  test('[BAK-22] nothing is red while all is well, and ages are never rounded up', () => {
    const rows = rowsOf({});
    expect(rows.map(({ state }) => state)).toEqual([
      'Answers, and saves',
      '14 h ago',
      'Each night at 02:30 by the server’s clock',
      'Copied',
      '312.9 GB of 1.9 TB free',
      'Nothing, on devices that are connected',
      'Agrees with the database',
      '90 days left',
      'Hints come through',
      'Tandem 0.1.0',
    ]);
    const [, , place, ...others] = rows.map(({ look }) => look);
    expect([place, others.pop()]).toEqual(['plain', 'plain']);
    expect(new Set(others)).toEqual(new Set(['well']));
    // The clinic's clock, not this device's.
    expect(rows[1]?.notes).toEqual(['28-Feb-2026, 17:00', 'Read back and verified']);
  });

  test('[BAK-22] over 26 h, never, not verified, off and failed are red, each with the way out', () => {
    const old = { at: well.at, ageHours: 50, verified: true };
    expect(backupOf({ newest: old, red: true })).toMatchObject({ look: 'red', state: '50 h ago' });
    expect(backupOf({ newest: old, red: true })?.notes.at(-1)).toMatch(/npm run backup/);
    expect(backupOf({ newest: null, red: true })).toMatchObject({ look: 'red', state: 'Never' });
    expect(backupOf({ newest: null, red: true, directory: null })?.notes[0]).toMatch(/Set BACKUP_DIR/);
    expect(backupOf({ newest: { ...old, verified: false } })).toMatchObject({ look: 'red' });
    const failed = backupOf({ newest: { ...old, ageHours: 100 }, red: true, problem: 'no-room' });
    expect(failed).toMatchObject({ look: 'red', state: '4 days ago' });
    expect(failed?.notes.at(-1)).toBe(
      'The last try failed: there is no room left on the disk. It is tried again each hour.',
    );
    const second = rowOf('Second place', {
      second: { ...well.second, state: 'failed', problem: 'no-folder' },
    });
    expect(second).toMatchObject({ look: 'red', state: 'Not copied' });
    expect(second?.notes[0]).toMatch(/Is the disk connected\?/);
  });

  test('[BAK-22] a database that cannot save says to write on paper', () => {
    for (const reachable of [true, false]) {
      const [row] = rowsOf({ database: { reachable, writable: false } });
      expect(row?.look).toBe('red');
      expect(row?.notes[0]).toMatch(/[Ww]rite on paper/);
    }
  });

  test('[OPS-14] what somebody has to act on stands first, each with its way out', () => {
    const rows = rowsOf({
      second: { state: 'off', directory: null, at: null, problem: null },
      disks: {
        holdDatabase: false,
        folders: [
          { of: 'data', directory: '/data', freeBytes: 1_950e6, totalBytes: 20e9, red: true },
          { of: 'backup', directory: '/backups', freeBytes: 99e9, totalBytes: 100e9, red: false },
        ],
      },
      clock: { differsByMs: -7_300_000, red: true },
      hints: { heard: false, ownAt: null, othersAt: well.at, red: true },
      waiting: { devices: 2, longestSeconds: 7_199, late: null, red: true },
      certificate: { notAfter: '2026-03-02T12:00:00.000Z', daysLeft: 1, red: true },
    });
    const red = rows.filter(({ look }) => look === 'red');
    expect(red.map(({ what, state }) => [what, state])).toEqual([
      ['Room for data', '1.9 GB of 20.0 GB free'],
      ['Waiting on devices', 'Entries on 2 devices'],
      ['Server’s clock', '2 h behind the database'],
      ['Certificate', '1 day left'],
      ['Between processes', 'Hints do not come through'],
    ]);
    expect(rows.slice(0, red.length)).toEqual(red);
    const said = red.map(({ notes }) => notes.join(' '));
    const waysOut = [/make room/, /In the room/, /\(NTP\)/, /Renew it/, /DATABASE_URL must/];
    for (const [at, wayOut] of waysOut.entries()) expect(said[at]).toMatch(wayOut);
    expect(said[0]).toMatch(/watch it there/);
    expect(said[1]).toMatch(/for 119 min/);
  });

  test('[OPS-14] what is not known is said as that, and is neither well nor red', () => {
    const unknown = { of: 'backup', directory: '/b', freeBytes: null, totalBytes: null, red: false } as const;
    const rows = rowsOf({
      database: { reachable: false, writable: false },
      disks: { holdDatabase: true, folders: [unknown] },
      clock: { differsByMs: null, red: false },
      hints: { heard: false, ownAt: null, othersAt: null, red: false },
      certificate: null,
    });
    for (const what of ['Room for backups', 'Server’s clock', 'Between processes', 'Certificate'])
      expect(rows.find((row) => row.what === what)?.look, what).toBe('plain');
  });

  test('[OPS-11] what came in late is told with how long it had waited, and that a device without a network is not seen', () => {
    const late = { waitedSeconds: 2_580, at: '2026-03-01T15:04:00.000Z' };
    const row = rowOf('Waiting on devices', { waiting: { ...well.waiting, late } });
    expect(row).toMatchObject({ look: 'well' });
    expect(row?.notes[0]).toMatch(/had waited 43 min, until 01-Mar-2026, 10:04\.$/);
    expect(row?.notes.at(-1)).toMatch(/without a network cannot be known/);
  });

  test('[OPS-9] a certificate that has ended says so, and what that costs', () => {
    const over = { notAfter: '2026-02-28T12:00:00.000Z', daysLeft: -1, red: true };
    expect(rowOf('Certificate', { certificate: over })).toMatchObject({ look: 'red', state: 'Has ended' });
  });
});
