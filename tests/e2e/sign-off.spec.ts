import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { asAdministrator } from './administrator.ts';
import {
  endSession,
  enterRoom,
  makeSession,
  planTherapist,
  recordOverHttp,
  startSession,
} from './made-session.ts';
import { line, log, longTest, signIn, test, type } from './people.ts';

const signatures = (page: Page) => page.getByRole('region', { name: 'Signatures' });
const before = (page: Page) => page.getByRole('region', { name: 'Before you sign' });
const signed = (page: Page) =>
  page.getByRole('article', { name: 'Report' }).getByText('Signed', { exact: true });
const report = (id: string) => `${process.env.TANDEM_URL}/s/${id}/report`;

test('[SGN-2] what is open stands there by name; two people sign their parts, each seen by the other at once; then addenda', async ({
  browser,
}) => {
  // Signed in just now: whoever did so over five minutes ago is asked once more before a signature.
  const physician = await signIn(browser, 'physician', { ownLogin: true });
  const session = await makeSession(physician);
  await planTherapist(physician, session);
  await startSession(physician, session);
  await recordOverHttp(physician, session, {
    kind: 'vital-signs',
    data: { systolic: 188, diastolic: 96, heartRate: 90 },
  });
  await endSession(physician, session);
  const therapist = await signIn(browser, 'therapist', { ownLogin: true });
  await therapist.goto(report(session.id));
  await physician.goto(report(session.id));
  await expect(before(therapist)).toContainText('Dr Amara Okafor has it open, nothing waits there.');
  await expect(before(physician)).toContainText('BP 188/96, over 180');
  await expect(before(therapist)).toContainText('BP 188/96, over 180');
  await before(physician).getByRole('button', { name: 'Write why' }).click();
  await physician.getByLabel(/What was done/).fill('Cuff was too small; 128/80 by hand.');
  await physician.keyboard.press('Enter');
  await expect(before(therapist)).not.toContainText('BP 188/96');

  await physician.getByRole('button', { name: 'Sign', exact: true }).click();
  await expect(signatures(therapist)).toContainText('Dr Amara Okafor');
  await expect(signatures(therapist)).toContainText(
    'Therapist’s part: not signed. On the team: Jonas Lindqvist',
  );
  await expect(signed(therapist)).toHaveCount(0);
  await therapist.getByRole('button', { name: 'Sign', exact: true }).click();
  await expect(signed(physician)).toBeVisible();
  await expect(signatures(physician)).toContainText('My notes are complete and correct.');

  await physician.getByLabel('Addendum').fill('She slept well, her sister says.');
  await physician.getByRole('button', { name: 'Add addendum' }).click();
  const addenda = therapist.getByRole('region', { name: 'Addenda' });
  await expect(addenda).toContainText('She slept well, her sister says.');
});

longTest(
  '[SGN-5] an entry that the signature overtook is offered as an addendum with its own time, and sent twice is one',
  async ({ browser }) => {
    const physician = await signIn(browser, 'physician');
    const session = await makeSession(physician);
    await startSession(physician, session);
    const therapist = await signIn(browser, 'therapist');
    await enterRoom(therapist, session);
    await therapist.context().setOffline(true);
    await type(therapist, 'hands open, she smiles');
    await expect(therapist.getByText(/1 entry kept here/).first()).toBeVisible();
    await endSession(physician, session);
    await physician.goto(report(session.id));
    await expect(before(physician)).toContainText('Other devices');
    await physician.getByRole('button', { name: 'Sign', exact: true }).click();
    await expect(signed(physician)).toBeVisible();
    await therapist.context().setOffline(false);
    const add = log(therapist).getByRole('button', { name: 'Add as addendum' });
    await add.click({ timeout: 30_000 });
    await expect(add).toHaveCount(0);
    await expect(physician.getByRole('region', { name: 'Addenda' })).toContainText(
      /Recorded at \d\d:\d\d, not sent before the signature: .*hands open, she smiles/,
    );
    await expect(physician.getByRole('region', { name: 'Addenda' }).getByRole('listitem')).toHaveCount(1);
  },
);

longTest(
  '[SGN-3] a lead closes for a physician who left; the missing signature stays in sight',
  async ({ browser }) => {
    const physician = await signIn(browser, 'physician.two', { ownLogin: true });
    const session = await makeSession(physician);
    await startSession(physician, session);
    await expect(line(physician)).toHaveCount(0);
    await endSession(physician, session);
    const lead = await signIn(browser, 'lead');
    await lead.goto(report(session.id));
    await lead.getByLabel('Why nobody signs').fill('She left the clinic on Friday.');
    await lead.getByRole('button', { name: 'Close session' }).click();
    const form = lead.getByRole('form', { name: 'Close without a signature' });
    await expect(form.getByRole('alert')).toContainText(/can sign the physician's part/);
    await expect(lead.getByLabel('Why nobody signs')).toHaveValue('She left the clinic on Friday.');
    const works = (at: string) =>
      asAdministrator(
        (sql) => sql`update auth.memberships m set disabled_at = ${at === 'gone' ? sql`now()` : null}
          from auth.users u where u.id = m.person_id and u.email = 'physician.two@harbor.test'`,
      );
    await works('gone');
    try {
      await lead.getByRole('button', { name: 'Close session' }).click();
      await expect(signatures(lead)).toContainText('Physician’s part: not signed. On the team:');
      await expect(signatures(lead)).toContainText('She left the clinic on Friday.');
      await expect(lead.getByText('Closed, a signature is missing')).toBeVisible();
    } finally {
      await works('here');
    }
  },
);

longTest(
  '[SGN-2] from the end to the addendum as people do it: ended, two signatures, the PDF, an addendum, and the replay of it',
  async ({ browser }) => {
    const physician = await signIn(browser, 'physician');
    const session = await makeSession(physician);
    await planTherapist(physician, session);
    await startSession(physician, session);
    await enterRoom(physician, session);
    await type(physician, '124/78 72 98');
    await expect(log(physician)).toContainText('124/78');
    await physician.getByRole('button', { name: 'End session' }).click();
    const dialog = physician.getByRole('dialog');
    await dialog.getByText('Completed', { exact: true }).click();
    await dialog.getByRole('button', { name: 'End session' }).click();
    await physician.getByRole('link', { name: 'Report and sign' }).click();
    await physician.getByRole('button', { name: 'Sign', exact: true }).click();
    const therapist = await signIn(browser, 'therapist');
    await therapist.goto(report(session.id));
    await therapist.getByRole('button', { name: 'Sign', exact: true }).click();
    await expect(signed(physician)).toBeVisible();

    const pdfOf = async (page: Page) => {
      const arrives = page.waitForEvent('download');
      await page.getByRole('button', { name: 'PDF', exact: true }).click();
      return readFileSync((await (await arrives).path()) as string);
    };
    const before = await pdfOf(physician);
    expect(before.subarray(0, 5).toString()).toBe('%PDF-');
    await therapist.getByLabel('Addendum').fill('She slept well.');
    await therapist.getByRole('button', { name: 'Add addendum' }).click();
    await expect(physician.getByRole('region', { name: 'Addenda' })).toContainText('She slept well.');
    expect((await pdfOf(physician)).length).toBeGreaterThan(before.length);

    await physician.getByRole('link', { name: 'Replay' }).click();
    await expect(physician.getByText('Replay, not live')).toBeVisible();
    await expect(physician.getByRole('button', { name: 'End session' })).toHaveCount(0);
  },
);
