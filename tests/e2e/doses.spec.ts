import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { answerGate, endSession, enterRoom, makeSession, openVial, startSession } from './made-session.ts';
import { ketamineGiven, line, log, longTest, seesRow, signIn, test, type } from './people.ts';

const readBack = (page: Page) => page.getByRole('region', { name: 'Read back to record' });
const gate = (page: Page) => page.getByRole('region', { name: 'Before the first dose' });
const reason = (page: Page) => readBack(page).getByLabel('Reason for going outside the limit');
const row = (page: Page, statement: string) =>
  gate(page).getByRole('listitem').filter({ hasText: statement });
const notices = (page: Page) => page.getByRole('region', { name: 'Notices', exact: true });

async function post(page: Page, path: string, data: object): Promise<void> {
  const reply = await page.request.post(`${process.env.TANDEM_URL}${path}`, { data });
  expect(reply.status(), await reply.text()).toBeLessThan(300);
}

test('the list before the first dose: two rows block, a physician goes on with a reason for each; the weight in pounds', async ({
  browser,
}) => {
  const page = await signIn(browser, 'physician');
  const session = await makeSession(page);
  await startSession(page, session);
  await answerGate(page, session, ['consent', 'escort-confirmed', 'weight-today']);
  await enterRoom(page, session);
  await type(page, '124/78 72 98');
  await seesRow(page, '124/78');
  await type(page, 'k 20 im');
  await expect(readBack(page)).toContainText(
    'Consent is signed and current; An adult takes the client home; Weighed today',
  );
  await readBack(page).getByLabel('Amount again').fill('20');
  await page.keyboard.press('Enter');
  await expect(readBack(page).getByRole('alert')).toHaveText(/Give the reason/);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Checklist' }).click();
  await expect(gate(page)).toContainText('3 rows hold the first dose');
  await row(page, 'Consent is signed').getByText('No', { exact: true }).click();
  await row(page, 'Consent is signed')
    .getByLabel('Go on all the same, because')
    .fill('signed on paper today');
  await row(page, 'An adult takes').getByText('No', { exact: true }).click();
  await row(page, 'An adult takes').getByLabel('Go on all the same, because').fill('stays overnight');
  await row(page, 'Weighed today').getByText('Yes', { exact: true }).click();
  await row(page, 'Weighed today').getByText('lb', { exact: true }).click();
  await row(page, 'Weighed today').getByLabel('Weight in lb').fill('150.8');
  await expect(row(page, 'Weighed today')).toContainText('that is 68.402 kg');
  await expect(gate(page)).toContainText('No row holds the first dose');
  await gate(page).getByRole('button', { name: 'Record' }).click();
  await seesRow(page, '3 rows answered, 2 not fulfilled');

  await line(page).fill('k 20 im');
  await page.keyboard.press('Enter');
  await expect(readBack(page)).not.toContainText('Consent is signed');
  await readBack(page).getByLabel('Amount again').fill('20');
  await page.keyboard.press('Enter');
  await seesRow(page, 'Ketamine 20 mg IM');
  await expect(ketamineGiven(page)).toContainText('0.29 mg/kg');
});

longTest(
  'given already and over the ceiling: stored, and a High notice on both screens',
  async ({ browser }) => {
    const page = await signIn(browser, 'physician');
    const session = await makeSession(page);
    await startSession(page, session);
    await answerGate(page, session);
    await enterRoom(page, session);
    const therapist = await signIn(browser, 'therapist');
    await enterRoom(therapist, session);
    await type(page, 'k 120 im');
    await readBack(page).getByText('Already given', { exact: true }).click();
    // Over 1.5 times the plan there is none; over 1.5 mg/kg of 68 kg there is a ceiling of 102 mg.
    await expect(readBack(page)).toContainText('This makes 120 mg; the ceiling is 102 mg.');
    await expect(reason(page)).toHaveCount(0);
    await readBack(page).getByLabel('Amount again').fill('120');
    await page.keyboard.press('Enter');
    await seesRow(therapist, 'Ketamine 120 mg IM');
    for (const screen of [page, therapist])
      await expect(notices(screen)).toContainText('Total 120 mg, ceiling 102 mg');
    await endSession(page, session);
  },
);

longTest(
  'a second person: a wrong PIN keeps everything, the right one lets the dose be recorded once',
  async ({ browser }) => {
    const page = await signIn(browser, 'physician');
    const protocolId = randomUUID();
    const data = { drug: 'ketamine', route: 'im', secondPerson: 'every-dose' };
    await post(page, '/api/protocols', {
      id: protocolId,
      name: `Two people, ${protocolId.slice(0, 8)}`,
      data,
    });
    const session = await makeSession(page, protocolId);
    await startSession(page, session);
    await answerGate(page, session);
    await enterRoom(page, session);
    await type(page, '124/78 72 98');
    await seesRow(page, '124/78');
    await type(page, 'k 20 im');
    await readBack(page).getByLabel('Amount again').fill('20');
    await page.keyboard.press('Enter');
    await expect(readBack(page).getByText('asks a second person', { exact: false })).toBeVisible();
    const who = readBack(page).getByLabel('Who confirms');
    await who.selectOption({ label: 'Tunde Mensah' });
    const pin = readBack(page).getByRole('textbox', { name: 'Their PIN' });
    await pin.fill('111222');
    await page.keyboard.press('Enter');
    await expect(readBack(page)).toContainText('This is not their PIN');
    await expect(log(page)).not.toContainText('Ketamine 20 mg');
    await pin.fill('730251');
    await page.keyboard.press('Enter');
    await expect(readBack(page)).toContainText('Confirmed by');
    await expect(readBack(page).getByLabel('Amount again')).toBeFocused();
    await page.keyboard.press('Enter');
    await seesRow(page, 'Ketamine 20 mg IM');
  },
);

longTest(
  'drawn from a vial; moved to its true time only after the new baseline was read and confirmed',
  async ({ browser }) => {
    const page = await signIn(browser, 'physician');
    const session = await makeSession(page);
    await startSession(page, session);
    await answerGate(page, session);
    const lot = `L-${Date.now().toString(36)}`;
    await openVial(page, lot);
    await enterRoom(page, session);
    await type(page, '124/78 72 98');
    await seesRow(page, '124/78');
    await type(page, 'k 20 im');
    await readBack(page)
      .getByLabel('Vial')
      .selectOption({ label: `Ketamine, lot ${lot}` });
    await expect(readBack(page)).toContainText('0.4 mL of 50 mg/mL');
    await readBack(page).getByLabel('Amount again').fill('20');
    await page.keyboard.press('Enter');
    await seesRow(page, 'Ketamine 20 mg IM');
    const leftOf = async () => {
      const vials = await page.request.get(`${process.env.TANDEM_URL}/api/vials`);
      const { items } = (await vials.json()) as { items: { lot: string; remainingMg: number }[] };
      return items.find((vial) => vial.lot === lot)?.remainingMg;
    };
    await expect.poll(leftOf).toBe(480);

    await page.keyboard.press('ArrowUp');
    const amend = page.getByRole('region', { name: 'Amend' });
    const given = await amend.getByLabel('Time').inputValue();
    await amend.getByLabel('Time').fill(minutesBefore(given, 7));
    await amend.getByLabel('Reason').fill('read from the syringe label');
    await page.keyboard.press('Enter');
    await expect(amend).toContainText('This moves the first dose');
    await expect(amend).toContainText('Systolic pressure: 124 mmHg none');
    await expect(log(page)).not.toContainText('read from the syringe label');
    await amend.getByRole('button', { name: 'Go back' }).click();
    await expect(amend.getByLabel('Reason')).toHaveValue('read from the syringe label');
    await page.keyboard.press('Enter');
    await amend.getByRole('button', { name: 'Confirm and save' }).click();
    await seesRow(page, 'read from the syringe label');
    await endSession(page, session);
  },
);

/** "09:58" and 7 make "09:51", over midnight too. */
function minutesBefore(clock: string, minutes: number): string {
  const [hours = 0, minute = 0] = clock.split(':').map(Number);
  const at = (hours * 60 + minute - minutes + 1440) % 1440;
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
}
