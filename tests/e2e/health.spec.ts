import { expect } from '@playwright/test';
import type { Health } from '@tandem/wire';
import { DESKTOP, enterAs, inGerman, seesGerman } from './german-page.ts';
import { longTest } from './people.ts';
import { PHONE, TABLET } from './touch.ts';

/** As a server tells it on which everything went wrong at once. */
const worse = (health: Health): Health => ({
  ...health,
  second: { state: 'failed', directory: '/mnt/copies', at: health.at, problem: 'no-folder' },
  disks: {
    holdDatabase: false,
    folders: [
      { of: 'data', directory: '/var/lib/tandem', freeBytes: 1.95e9, totalBytes: 20e9, red: true },
      { of: 'backup', directory: '/srv/backups', freeBytes: 9e9, totalBytes: 100e9, red: true },
      { of: 'second', directory: '/mnt/copies', freeBytes: null, totalBytes: null, red: false },
    ],
  },
  clock: { differsByMs: -7_300_000, red: true },
  hints: { heard: false, ownAt: health.at, othersAt: health.at, red: true },
  waiting: {
    devices: 2,
    longestSeconds: 1_199,
    late: { waitedSeconds: 2_580, at: health.at },
    red: true,
  },
  certificate: { notAfter: health.at, daysLeft: -1, red: true },
});

longTest(
  '[OPS-14] all that somebody has to act on stands first, in German, at three sizes',
  async ({ browser }) => {
    const page = await inGerman(browser);
    await enterAs(page, 'lead');
    await page.route('**/api/health', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: worse(await response.json()) });
    });
    await page.goto(`${process.env.TANDEM_URL}/setup/health`);
    const rows = page.getByRole('list', { name: 'Datenbank, Sicherungen, Server' }).getByRole('listitem');
    await page.getByRole('heading', { name: 'Uhr des Servers' }).waitFor();
    const red = await rows.evaluateAll((items) =>
      items.map((item) => item.getAttribute('data-look') === 'red'),
    );
    expect(red.filter(Boolean).length).toBeGreaterThanOrEqual(7);
    expect(red.lastIndexOf(true)).toBeLessThan(red.indexOf(false));
    await expect(rows.filter({ hasText: 'Jemand wird gebraucht' })).toHaveCount(red.lastIndexOf(true) + 1);
    await seesGerman(page, 'health-red', [DESKTOP, TABLET, PHONE]);
  },
);
