import { expect, type Page } from '@playwright/test';
import { enterRoom, makeSession, startSession } from './made-session.ts';
import { line, longTest, seesRow, signIn, test, type } from './people.ts';

const bar = (page: Page) => page.getByRole('region', { name: 'Notices', exact: true });
const notice = (page: Page, text: string | RegExp) =>
  bar(page).getByRole('listitem').filter({ hasText: text });
/** Nobody who counts has seen it: the bar is in its full colour. */
const isLoud = async (page: Page, text: string, loud: boolean) => {
  const row = expect(notice(page, text));
  await (loud ? row.not : row).toHaveAttribute('data-quiet', 'true');
};

test('[NTC-4] a pressure over the limit on both screens; whose Seen counts; raised again on worsening only', async ({
  browser,
}) => {
  const physician = await signIn(browser, 'physician');
  const session = await makeSession(physician);
  await startSession(physician, session);
  await enterRoom(physician, session);
  const therapist = await signIn(browser, 'therapist');
  await enterRoom(therapist, session);

  await type(physician, '164/98 90 97');
  const first = 'BP 164/98, over 160';
  for (const page of [physician, therapist]) await expect(notice(page, first)).toContainText('Medium');
  // The therapist has seen it: both screens say so, and the physician's stays as it was.
  await notice(therapist, first).getByRole('button', { name: 'Seen' }).click();
  await expect(notice(physician, first)).toContainText(/Seen by JL \d\d:\d\d/);
  await isLoud(physician, first, true);
  await isLoud(therapist, first, true);
  await physician.keyboard.press('Control+e');
  for (const page of [physician, therapist]) await isLoud(page, first, false);
  await expect(notice(therapist, first)).toContainText(/JL \d\d:\d\d, AO \d\d:\d\d/);

  // 9 mmHg more is no worsening: the notice stands, seen as it was. 10 more is, and it is High from 180 on.
  await type(physician, '170/98');
  await seesRow(physician, '170/98');
  await isLoud(physician, first, false);
  await expect(bar(physician).getByRole('listitem')).toHaveCount(1);
  await type(physician, '182/98');
  await line(physician).press('Enter');
  const worse = 'BP 182/98, over 180';
  for (const page of [physician, therapist]) await expect(notice(page, worse)).toContainText('High');
  await expect(notice(therapist, first)).toHaveCount(0);
  await isLoud(physician, worse, true);

  // It survives a reload, and a value in range alone does not take it away: somebody who counts has to see it.
  await physician.reload();
  await expect(notice(physician, worse)).toBeVisible();
  await type(physician, '128/80');
  await line(physician).press('Enter');
  await expect(notice(physician, worse)).toContainText('In range again');
  await notice(physician, worse).getByRole('button', { name: 'Seen' }).click();
  for (const page of [physician, therapist]) await expect(bar(page)).toHaveCount(0);
  // A Seen says of what.
  await seesRow(therapist, /Seen\s*BP 182\/98, over 180/);
  // The record keeps it: the row of the reading says what became of it.
  await seesRow(therapist, /182\/98.*over 180.*In range again/s);
});

longTest(
  '[NTC-8] a notice of another room leads there, and one that was never raised cannot be seen',
  async ({ browser }) => {
    const physician = await signIn(browser, 'physician');
    const session = await makeSession(physician);
    await startSession(physician, session);
    await physician.getByRole('link', { name: 'Clients' }).click();
    const over = { id: crypto.randomUUID(), kind: 'vital-signs', happenedAt: new Date().toISOString() };
    const entries = `${process.env.TANDEM_URL}/api/sessions/${session.id}/entries`;
    const reply = await physician.request.post(entries, {
      data: { entries: [{ ...over, data: { spo2: 88 } }] },
    });
    expect(reply.status()).toBe(201);
    const elsewhere = physician.getByRole('region', { name: 'Notices of other rooms' });
    const lead = elsewhere.getByRole('link').filter({ hasText: session.client.familyName.toUpperCase() });
    await expect(lead).toContainText('SpO₂ 88 %, under 90 %');
    await lead.click();
    await expect(notice(physician, 'SpO₂ 88 %, under 90 %')).toBeVisible();

    const seen = { id: crypto.randomUUID(), kind: 'acknowledgement', happenedAt: new Date().toISOString() };
    const refused = await physician.request.post(entries, {
      data: { entries: [{ ...seen, data: { noticeId: `bp-high:${over.id}` } }] },
    });
    expect(refused.status()).toBe(404);
    // A written outcome settles it, and writing it is seeing it.
    await notice(physician, 'SpO₂ 88 %').getByRole('button', { name: 'Outcome' }).click();
    await physician
      .getByLabel('What was done, or why it stands')
      .fill('Probe slipped; 97 % on the other hand.');
    await physician.keyboard.press('Enter');
    await expect(bar(physician)).toHaveCount(0);
  },
);
