import { expect, type Page } from '@playwright/test';
import { STALE_AFTER_MS } from '@tandem/wire';
import { asAdministrator } from './administrator.ts';
import { enterRunningRoom } from './made-session.ts';
import { longTest, seesRow, signIn, type } from './people.ts';

const strip = (page: Page) =>
  page.getByText('Tandem cannot save right now: write on paper. Reading goes on.', { exact: true });

/** As an administrator sets it, for every connection that has no word of its own. */
const readOnly = (on: boolean) =>
  asAdministrator(async (sql) => {
    await sql.unsafe(`alter system set default_transaction_read_only = ${on ? 'on' : 'off'}`);
    await sql.unsafe('select pg_reload_conf()');
    return performance.now();
  });

longTest(
  '[A5] the database takes no writes: every open screen says so within 5 s, reading goes on, and it ends by itself',
  async ({ browser }) => {
    const room = await signIn(browser, 'physician');
    await enterRunningRoom(room);
    await type(room, 'before the disk was full');
    await seesRow(room, 'before the disk was full');
    const list = await signIn(browser, 'lead');
    await list.getByRole('link', { name: 'Sessions' }).click();
    const setup = await signIn(browser, 'admin');
    const screens = [room, list, setup];
    try {
      const setMs = await readOnly(true);
      const told = await Promise.all(
        screens.map((page) => sinceUntil(setMs, () => strip(page).waitFor({ timeout: 10_000 }))),
      );
      await type(room, 'while nothing could be saved');
      await expect(
        room.getByRole('button', { name: /Cannot save: write on paper · 1 entry kept here/ }),
      ).toBeVisible();
      await list.getByRole('link', { name: 'Clients' }).click();
      await expect(list.getByRole('heading', { name: 'Clients' })).toBeVisible();
      await expect(list.getByRole('row').nth(1)).toBeVisible();
      const backMs = await readOnly(false);
      const ended = await Promise.all(
        screens.map((page) =>
          sinceUntil(backMs, () => strip(page).waitFor({ state: 'hidden', timeout: 10_000 })),
        ),
      );
      console.log(`read-only: told after ${told.join(', ')} ms, of its end after ${ended.join(', ')} ms`);
      expect(Math.max(...told, ...ended)).toBeLessThanOrEqual(STALE_AFTER_MS);
      await seesRow(room, 'while nothing could be saved');
      await expect(room.getByText('All saved')).toBeVisible();
    } finally {
      await readOnly(false);
    }
  },
);

async function sinceUntil(fromMs: number, told: () => Promise<void>): Promise<number> {
  await told();
  return Math.round(performance.now() - fromMs);
}
