import { expect } from '@playwright/test';
import { Look } from './axe.ts';
import { longTest } from './people.ts';

longTest(
  '[LAN-4] a tablet is checked: sound by ear, and a trial entry by a page without a network',
  async ({ browser }) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${process.env.TANDEM_URL}/tablet-check`);
    const row = (what: string) => page.getByRole('listitem').filter({ hasText: what });
    await expect(row('Clock')).toContainText(/Differs by [0-2]\.\d s/);
    await expect(row('Without a network')).toContainText('To be tried');

    await row('Sound').getByRole('button', { name: 'Play it' }).click();
    await row('Sound').getByRole('button', { name: 'I heard nothing' }).click();
    await expect(row('Sound')).toContainText('Turn the volume up');
    await row('Sound').getByRole('button', { name: 'I heard it' }).click();
    await expect(row('Sound')).toContainText('In order');

    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await context.setOffline(true);
    await page.reload();
    await expect(row('Without a network')).toContainText('the trial entry was still here');
    await expect(row('Clock')).toContainText('did not answer');
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Check again' }).click();
    await expect(row('Clock')).toContainText('In order');
    await expect(row('Without a network')).toContainText('In order');
    const look = new Look(page);
    await look.at('tablet check');
    look.expectNone();
    await context.close();
  },
);
