import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { requestsOf } from './live-line.ts';
import { OwnHouse } from './own-house.ts';
import { longTest, signIn, test, type } from './people.ts';
import { goOffline, goOnline, kept, onDevice, recordedIn, tabletInRoom } from './tablet.ts';

longTest(
  '[A4, A15] entries of the database before a restore are set aside, never sent, and removed once they are in a file',
  async ({ browser }) => {
    test.setTimeout(120_000);
    const house = new OwnHouse();
    try {
      await house.start();
      const page = await signIn(browser, 'physician', { ownLogin: true });
      const context = page.context();
      const { session, live } = await tabletInRoom(page);
      await goOffline(context, live);
      await type(page, '131/82 70 98');
      await type(page, 'seen before the restore');
      await expect(kept(page, 2)).toBeVisible({ timeout: 20_000 });
      await house.restoredAsIs();

      await goOnline(context, live);
      // Connected again, and they are what is left to say.
      const left = page.getByRole('button', { name: /^2 entries kept here/ });
      await expect(left).toBeVisible({ timeout: 20_000 });
      await type(page, 'seen after the restore');
      const texts = async () => (await recordedIn(page, session)).map(({ data }) => data.text);
      await expect.poll(texts).toEqual(['seen after the restore']);
      const asked = requestsOf(page);
      await left.click();
      const dialog = page.getByRole('dialog', { name: 'Kept on this device' });
      const rows = dialog.getByRole('listitem');
      await expect(rows).toHaveCount(2);
      for (const row of await rows.all())
        await expect(row).toContainText('from before the database was restored: it is not sent');
      const remove = dialog.getByRole('button', { name: 'Remove' });
      await expect(remove).toHaveCount(0);

      const [file] = await Promise.all([
        page.waitForEvent('download'),
        dialog.getByRole('button', { name: 'Export to a file' }).click(),
      ]);
      const { entries } = JSON.parse(readFileSync(await file.path(), 'utf8'));
      expect(entries).toMatchObject([
        { sessionId: session.id, entry: { kind: 'vital-signs', data: { systolic: 131, diastolic: 82 } } },
        { sessionId: session.id, entry: { kind: 'note', data: { text: 'seen before the restore' } } },
      ]);
      await expect(remove).toHaveCount(2);
      expect(await onDevice(page)).toBe(2);
      await remove.first().click();
      await remove.first().click();
      await expect(dialog).toContainText('Nothing of yours waits here: everything is saved.');
      await expect.poll(() => onDevice(page)).toBe(0);
      expect(asked.filter((request) => /POST .*entries/.test(request))).toEqual([]);
      expect(await recordedIn(page, session)).toHaveLength(1);
    } finally {
      await house.remove();
    }
  },
);
