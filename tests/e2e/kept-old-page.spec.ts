import { expect } from '@playwright/test';
import { WIRE_VERSION } from '@tandem/wire';
import { line, longTest, seesRow, signIn, type } from './people.ts';
import { goOffline, kept, onDevice, recordedIn, tabletInRoom } from './tablet.ts';

longTest(
  '[A16] an old page before a newer server: it says "reload to continue", keeps what waits, and the reloaded page sends it once',
  async ({ browser }) => {
    const page = await signIn(browser, 'physician');
    const context = page.context();
    const { session, live } = await tabletInRoom(page);
    await goOffline(context, live);
    await type(page, 'recorded by the old page');
    await expect(kept(page, 1)).toBeVisible({ timeout: 20_000 });

    // The server that answers now wants newer pages, and takes nothing yet of what this one sends.
    live.minWire = WIRE_VERSION + 1;
    await page.route(/\/api\/sessions\/[^/]+\/entries$/, (route) =>
      route.fulfill({ status: 503, body: 'being updated' }),
    );
    live.cut = false;
    await context.setOffline(false);
    const save = page.getByRole('button', { name: 'Reload to continue · 1 entry kept here' });
    await expect(save).toBeVisible({ timeout: 20_000 });
    await expect(page.getByText('A newer Tandem is running here: reload to continue.')).toBeVisible();
    await expect(page.getByText(/^Not current since \d\d:\d\d\. Reload to continue\./)).toBeVisible();
    await expect(line(page)).toBeEditable();
    await type(page, 'and one more');
    await expect(
      page.getByRole('button', { name: 'Reload to continue · 2 entries kept here' }),
    ).toBeVisible();
    expect(await onDevice(page)).toBe(2);
    expect(await recordedIn(page, session)).toEqual([]);

    live.minWire = null;
    await page.unroute(/\/api\/sessions\/[^/]+\/entries$/);
    await page.getByRole('button', { name: 'Reload', exact: true }).click();
    await seesRow(page, 'and one more');
    await expect(page.getByText('All saved')).toBeVisible();
    const stored = await recordedIn(page, session);
    expect(stored.map(({ data }) => data.text)).toEqual(['recorded by the old page', 'and one more']);
    expect(await onDevice(page)).toBe(0);
  },
);
