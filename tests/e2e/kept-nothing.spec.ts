import { expect, type Page } from '@playwright/test';
import { line, longTest, seesRow, signIn, type } from './people.ts';
import { goOffline, goOnline, kept, onDevice, recordedIn, tabletInRoom } from './tablet.ts';

const onPaper = (page: Page) =>
  page.getByRole('status').filter({ hasText: 'Write on paper; the line comes back with the connection.' });
const choice = (page: Page) => page.getByRole('region', { name: 'Without a connection' });

longTest(
  '[A10] offline mode turned off in Setup: what waited is still sent, then the device keeps nothing and says to write on paper',
  async ({ browser }) => {
    const admin = await signIn(browser, 'admin');
    await admin.goto(`${process.env.TANDEM_URL}/setup`);
    const page = await signIn(browser, 'physician');
    const context = page.context();
    const { session, live } = await tabletInRoom(page);
    await goOffline(context, live);
    await type(page, 'waited before the change');
    await expect(kept(page, 1)).toBeVisible({ timeout: 20_000 });
    expect(await onDevice(page)).toBe(1);
    try {
      // The choice stands where the server has it: a click, and then the answer.
      await choice(admin).getByRole('radio').first().click();
      await expect(choice(admin).getByRole('radio').first()).toBeChecked();
      await expect(choice(admin).getByRole('status')).toHaveText(/^Saved\./);
      await goOnline(context, live);
      await seesRow(page, 'waited before the change');
      await expect(page.getByText('All saved')).toBeVisible();
      await expect.poll(() => onDevice(page)).toBe(0);

      await goOffline(context, live);
      await type(page, 'recorded in the moment of the cut');
      await line(page).fill('half a thought');
      await expect(onPaper(page)).toBeVisible();
      await expect(line(page)).toBeHidden();
      // Beside it stands the same sentence for those who hear the screen.
      const inPage = page.getByRole('button', { name: /1 entry in this page only: do not close it/ });
      await expect(inPage).toBeVisible();
      expect(await onDevice(page)).toBe(0);

      await goOnline(context, live);
      await seesRow(page, 'recorded in the moment of the cut');
      await expect(onPaper(page)).toBeHidden();
      await expect(line(page)).toHaveValue('half a thought');
      await expect(line(page)).toBeFocused();
      const stored = await recordedIn(page, session);
      expect(stored.map(({ data }) => data.text)).toEqual([
        'waited before the change',
        'recorded in the moment of the cut',
      ]);
    } finally {
      await choice(admin).getByRole('radio').last().click();
      await expect(choice(admin).getByRole('radio').last()).toBeChecked();
      await expect(choice(admin).getByRole('radio').last()).toBeEnabled();
    }
  },
);
