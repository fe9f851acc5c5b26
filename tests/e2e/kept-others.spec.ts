import { expect } from '@playwright/test';
import { asAdministrator } from './administrator.ts';
import { fillSignIn, longTest, signIn, type } from './people.ts';
import { goOffline, kept, onDevice, recordedIn, showKept, signOut, tabletInRoom } from './tablet.ts';

const LEFT = 'Dr Theo Marsh';
const waits = `2 entries by ${LEFT} wait on this device.`;

/** Works here no more, or again. */
const disable = (on: boolean) =>
  asAdministrator(
    (sql) => sql`update auth.memberships set disabled_at = ${on ? new Date() : null} where name = ${LEFT}`,
  );

longTest(
  '[A10] what somebody left on a device who works here no more is taken over by a lead, once, at its own times',
  async ({ browser }) => {
    const page = await signIn(browser, 'physician.two', { ownLogin: true });
    const context = page.context();
    const { session, live } = await tabletInRoom(page);
    await goOffline(context, live);
    const fromMs = Date.now() - 1_000;
    await type(page, '131/82 70 98');
    await type(page, 'written before leaving');
    await expect(kept(page, 2)).toBeVisible({ timeout: 20_000 });
    const toMs = Date.now() + 1_000;
    await page.close();
    await disable(true);
    try {
      await context.setOffline(false);
      const shared = await context.newPage();
      await shared.goto(process.env.TANDEM_URL as string);
      await expect(shared.getByText(waits)).toBeVisible();

      await fillSignIn(shared, 'nurse');
      const ofNurse = await showKept(shared);
      await expect(ofNurse).toContainText(waits);
      await expect(ofNurse).toContainText(`Sent when ${LEFT} signs in here.`);
      await expect(ofNurse.getByRole('button', { name: 'Take over' })).toHaveCount(0);
      await ofNurse.getByRole('button', { name: 'Close' }).click();
      await shared.keyboard.press('Escape');
      await signOut(shared);

      await fillSignIn(shared, 'lead');
      const ofLead = await showKept(shared);
      await expect(ofLead).toContainText(`${LEFT} does not work here any more.`);
      const takeOver = ofLead.getByRole('button', { name: 'Take over' });
      await takeOver.click();
      await expect(ofLead).toContainText(
        `You become the author of these 2 entries; that ${LEFT} recorded them`,
      );
      const reader = await signIn(browser, 'physician');
      expect(await recordedIn(reader, session)).toEqual([]);
      const tookMs = Date.now();
      await takeOver.click();
      await expect(ofLead).toContainText('2 entries taken over.');
      await expect(ofLead).not.toContainText(waits);

      const stored = await recordedIn(reader, session);
      expect(stored.map(({ data }) => data.systolic ?? data.text)).toEqual([131, 'written before leaving']);
      for (const { author, context: told, happenedAt, recordedAt } of stored) {
        expect(author).toMatchObject({ name: 'Ruth Feldmann', role: 'lead' });
        expect(told).toMatchObject({ adoptedFrom: { name: LEFT, role: 'physician' } });
        expect(Date.parse(happenedAt)).toBeGreaterThan(fromMs);
        expect(Date.parse(happenedAt)).toBeLessThan(toMs);
        expect(Date.parse(recordedAt)).toBeGreaterThan(tookMs - 1_000);
      }
      const acts = await asAdministrator(
        (sql) => sql`select actor_role, sum(entry_count)::int count from tandem.audit
          where action = 'entries.adopted' and target_id = ${session.id} group by actor_role`,
      );
      expect([...acts]).toEqual([{ actor_role: 'lead', count: 2 }]);
      expect(await onDevice(shared)).toBe(0);
    } finally {
      await disable(false);
    }
  },
);
