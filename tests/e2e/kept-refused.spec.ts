import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { ketamineGiven, log, longTest, seesRow, signIn, type } from './people.ts';
import { recordedIn, tabletInRoom } from './tablet.ts';

const ENTRIES = /\/api\/sessions\/[^/]+\/entries$/;
const readBack = (page: Page) => page.getByRole('region', { name: 'Read back to record' });

/** Given meanwhile and recorded on another device. */
async function anotherDose(page: Page, sessionId: string): Promise<void> {
  const data = { drug: 'ketamine', amountMg: 20, route: 'im', state: 'already-given' };
  const happenedAt = new Date().toISOString();
  const reply = await page.request.post(`${process.env.TANDEM_URL}/api/sessions/${sessionId}/entries`, {
    data: { entries: [{ id: randomUUID(), kind: 'dose', happenedAt, data }] },
  });
  expect(reply.status(), await reply.text()).toBe(201);
}

longTest(
  '[A10] a dose that the server refuses holds up nothing: set aside with its sentence, never discarded, recorded as not given',
  async ({ browser }) => {
    const page = await signIn(browser, 'physician');
    const { session } = await tabletInRoom(page);
    await type(page, '124/78 72 98');
    await seesRow(page, '124/78');
    await expect(page.getByText('All saved')).toBeVisible();
    // What it records does not get through for a moment, so that the other dose is first.
    await page.route(ENTRIES, (route) => route.abort());
    await type(page, 'k 20 im');
    await readBack(page).getByLabel('Amount again').fill('20');
    await page.keyboard.press('Enter');
    await type(page, 'the note behind it');
    await expect(log(page)).toContainText('waiting to be saved');
    await anotherDose(page, session.id);
    await page.unroute(ENTRIES);

    const refused = log(page)
      .getByRole('article')
      .filter({ has: page.getByRole('alert') });
    await expect(refused).toContainText('Ketamine 20 mg IM');
    await expect(refused.getByRole('alert')).toContainText(
      '0 min from another dose; the limit is 10 min. Nothing was stored.',
    );
    await expect(page.getByRole('button', { name: '1 entry was not stored' })).toBeVisible();
    const kinds = async () => (await recordedIn(page, session)).map(({ kind }) => kind);
    await expect.poll(kinds).toEqual(['vital-signs', 'dose', 'note']);
    await expect(refused.getByRole('button', { name: 'Discard' })).toHaveCount(0);

    await refused.getByRole('button', { name: 'It was not given' }).click();
    const panel = page.getByRole('region', { name: 'Dose not given' });
    await panel.getByRole('radio').first().check();
    await panel.getByLabel('Why').fill('another one was given meanwhile');
    await panel.getByRole('button', { name: 'Record' }).click();
    await expect(refused).toHaveCount(0);
    await expect(page.getByText('All saved')).toBeVisible();
    await expect(ketamineGiven(page)).toContainText('20 mg');
    const stored = await recordedIn(page, session);
    expect(stored.map(({ kind }) => kind)).toEqual(['vital-signs', 'dose', 'note', 'dose-not-given']);
    expect(stored.at(-1)?.data).toMatchObject({
      reason: 'withheld',
      amountMg: 20,
      why: 'another one was given meanwhile',
    });
  },
);
