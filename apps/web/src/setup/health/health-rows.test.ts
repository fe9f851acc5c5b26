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
};
const rowsOf = (more: Partial<Health>) => healthRows({ ...well, ...more }, 'America/New_York');
const backupOf = (more: Partial<Health['backup']>) => rowsOf({ backup: { ...well.backup, ...more } })[1];

describe('What the health page says', () => {
  test('[BAK-22] nothing is red while all is well, and ages are never rounded up', () => {
    const rows = rowsOf({});
    expect(rows.map(({ state }) => state)).toEqual([
      'Answers, and saves',
      '14 h ago',
      'Each night at 02:30 by the server’s clock',
      'Copied',
    ]);
    expect(rows.map(({ look }) => look)).toEqual(['well', 'well', 'plain', 'well']);
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
    const second = rowsOf({ second: { ...well.second, state: 'failed', problem: 'no-folder' } })[3];
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
});
