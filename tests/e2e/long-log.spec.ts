import { expect } from '@playwright/test';
import { endSession, enterRoom, makeSession, recordOverHttp, startSession } from './made-session.ts';
import { log, longTest, seesRow, signIn, type } from './people.ts';

const MINUTE = 60_000;

longTest(
  'a log of 250 entries: the newest are drawn, older ones come as one goes up or asks, and nothing moves',
  async ({ browser }) => {
    const page = await signIn(browser, 'physician');
    const session = await makeSession(page);
    const startMs = Date.now() - 60 * MINUTE;
    await startSession(page, session, new Date(startMs).toISOString());
    for (let from = 0; from < 250; from += 50) {
      const notes = Array.from({ length: 50 }, (_, at) => ({
        kind: 'note',
        happenedAt: new Date(startMs + (from + at) * 10_000).toISOString(),
        data: { text: `Said as number ${from + at}.`, category: 'words' },
      }));
      await recordOverHttp(page, session, ...notes);
    }
    await enterRoom(page, session);
    const list = log(page);
    const row = (number: number) =>
      list.getByRole('article').filter({ hasText: `Said as number ${number}.` });
    await expect(row(249)).toBeInViewport();
    await expect(row(0)).toHaveCount(0);
    const drawn = await list.getByRole('article').count();
    expect(drawn).toBeLessThanOrEqual(200);
    await expect(page.getByText('Complete to #')).toBeVisible();

    // Up to the first that is drawn: the next ones come before it, and what one looks at stays in its place.
    const before = await list.evaluate((box) => {
      box.scrollTo({ top: 5 });
      return box.querySelectorAll('article').length;
    });
    await expect.poll(() => list.getByRole('article').count()).toBeGreaterThan(before);
    const top = await list.evaluate((box) => box.scrollTop);
    expect(top).toBeGreaterThan(1_000);

    // Something new comes meanwhile: the place is kept, and it says so.
    await recordOverHttp(page, session, {
      kind: 'note',
      data: { text: 'Said meanwhile.', category: 'words' },
    });
    await page.getByRole('button', { name: '1 newer below' }).click();
    await seesRow(page, 'Said meanwhile.');

    // With the keyboard: the button over the rows, until all are there.
    const earlier = list.getByRole('button', { name: /earlier$/ });
    while ((await earlier.count()) > 0) await earlier.press('Enter');
    await expect(row(0)).toHaveCount(1);
    await type(page, 'the last of them');
    await seesRow(page, 'the last of them');

    // A mark of the timeline leads to its row also where that is not drawn.
    await page.reload();
    await expect(row(0)).toHaveCount(0);
    // What comes later has come, and moves the lanes no more. Other marks lie over this one; the nearest is meant.
    await expect(page.getByText('Sound for High notices')).toBeVisible();
    await expect(page.getByText('No estimate')).toBeVisible();
    await page.locator('[data-note]').first().click({ force: true });
    await expect(row(0)).toBeInViewport();
    await endSession(page, session);
  },
);
