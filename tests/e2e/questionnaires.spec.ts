import { expect, type Page } from '@playwright/test';
import { exampleDefinition } from '@tandem/domain';
import { Look } from './axe.ts';
import { makeSession } from './made-session.ts';
import { longTest, signIn } from './people.ts';

const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const file = (json: string) => ({
  name: 'sleep.json',
  mimeType: 'application/json',
  buffer: Buffer.from(json),
});

longTest(
  '[INS-1] [INS-2] [INS-3] [MEA-3] a lead brings a questionnaire along, a therapist fills it in, and takes a mistake back',
  async ({ browser }) => {
    const key = `sleep-${Date.now().toString(36)}`;
    const definition = { ...exampleDefinition, key, name: `Sleep ${key}` };
    const lead = await signIn(browser, 'lead');
    await lead.getByRole('link', { name: 'Setup' }).click();
    await region(lead, 'Questionnaires').getByRole('link').click();
    const add = region(lead, 'Add a questionnaire');
    await add.getByRole('button', { name: 'Check' }).click();
    await expect(add.getByText(/Definition must not be empty/)).toBeVisible();
    const broken = { ...definition, bands: [{ from: 0, to: 17, words: 'all' }], licence: '' };
    await add.getByLabel('Definition').fill(JSON.stringify(broken, null, 2));
    await add.getByRole('button', { name: 'Check' }).click();
    await expect(add.getByRole('alert')).toContainText('licence must not be empty');
    // What was typed stays, and is mended.
    await expect(add.getByLabel('Definition')).toHaveValue(/"to": 17/);
    await add
      .locator('input[type=file]')
      .setInputFiles(file(JSON.stringify(broken).replace('"licence":""', '"licence":"Ours."')));
    await expect(add.getByRole('alert')).toContainText('bands[0] leaves the range: totals go from 0 to 16');
    await add.locator('input[type=file]').setInputFiles(file(JSON.stringify(definition, null, 2)));
    const preview = region(lead, 'As the client sees it');
    await expect(preview.getByRole('group')).toHaveCount(3);
    await preview.getByText('On 3 or 4 nights').first().click();
    await preview.getByText('Never').last().click();
    await preview.getByText('4', { exact: true }).click();
    await expect(region(lead, 'How it is read')).toContainText('8 of 16 in between');
    const look = new Look(lead);
    await look.at('questionnaires');
    look.expectNone();
    await add.getByRole('button', { name: `Add ${definition.name}, version 1` }).click();
    await expect(add.getByText(/Say first that your clinic may use this text/)).toBeVisible();
    await add.getByRole('checkbox').check();
    await add.getByRole('button', { name: `Add ${definition.name}, version 1` }).click();
    await expect(lead.getByText(`${definition.name}, version 1, is offered from now on.`)).toBeVisible();

    const therapist = await signIn(browser, 'therapist');
    const { patientId } = await makeSession(therapist);
    await therapist.goto(`${process.env.TANDEM_URL}/clients/${patientId}/course`);
    await therapist.getByRole('button', { name: `Fill in: ${definition.name}` }).click();
    await therapist.getByRole('button', { name: 'I do' }).click();
    const sheet = therapist.getByRole('dialog');
    for (const words of ['On 3 or 4 nights', 'Never']) await sheet.getByText(words).first().click();
    await sheet.getByText('On 5 nights or more').last().click();
    await sheet.getByText('4', { exact: true }).click();
    await sheet.getByRole('button', { name: 'Save' }).click();
    const row = therapist.getByRole('article', { name: definition.name });
    await expect(row).toContainText('9 of 16 in between');
    await expect(row).toContainText('not validated');

    // The lead stops offering it: what was answered stays.
    await lead.getByRole('button', { name: `Stop offering ${definition.name}` }).click();
    await lead.getByRole('button', { name: 'Stop offering it' }).click();
    await expect(lead.getByText(`${definition.name} is no longer offered.`)).toBeVisible();
    await therapist.reload();
    await expect(row).toContainText('no longer offered');
    await expect(row).toContainText('9 of 16 in between');

    await row.getByRole('button', { name: /^Show the value/ }).click();
    await row.getByRole('button', { name: 'Entered in error' }).click();
    const atCourse = new Look(therapist);
    await atCourse.at('course');
    atCourse.expectNone();
    await row.getByRole('button', { name: 'Mark as entered in error' }).click();
    await expect(row.getByText('Why it is wrong must not be empty.')).toBeVisible();
    await row.getByLabel('Why it is wrong').fill('Of another client.');
    await row.getByRole('button', { name: 'Mark as entered in error' }).click();
    await expect(row.locator('s')).toContainText('9 of 16');
    await expect(row).toContainText('Entered in error: Of another client.');
    await expect(row).toContainText('not filled in yet');
  },
);

longTest(
  '[FCT-1] medicines and contacts are changed on the client’s page, say by whom, and scores stand beside the sessions',
  async ({ browser }) => {
    const page = await signIn(browser, 'therapist');
    const { patientId } = await makeSession(page);
    const record = `${process.env.TANDEM_URL}/clients/${patientId}`;
    await page.goto(`${record}/course`);
    await page.getByRole('button', { name: 'Fill in: GAD-7' }).click();
    await page.getByRole('button', { name: 'I do' }).click();
    const questions = page.getByRole('dialog').getByRole('group');
    for (let at = 0; at < 7; at += 1) await questions.nth(at).getByText('Several days').click();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('article', { name: 'GAD-7' })).toContainText('7 of 21 mild');

    await page.goto(record);
    const scores = region(page, 'Scores');
    await expect(scores.getByRole('article', { name: 'GAD-7' })).toContainText('7 of 21 mild');
    await expect(scores.getByRole('img', { name: 'GAD-7, 1 value' })).toBeVisible();

    const medicines = region(page, 'Medicines');
    await expect(medicines).toContainText('None entered');
    await medicines.getByRole('button', { name: 'Change medicines' }).click();
    await medicines.getByLabel('One on each line').fill('Sertraline 100 mg\n\n  Ramipril 5 mg ');
    await medicines.getByRole('button', { name: 'Save' }).click();
    await expect(medicines.getByRole('listitem').first()).toHaveText('Sertraline 100 mg');
    await expect(medicines).toContainText(/Jonas Lindqvist, \d\d-\w{3}-\d{4} \d\d:\d\d/);
    await expect(medicines).toContainText('1 earlier version');

    // Somebody else is quicker: what was typed stays, and theirs is said.
    await medicines.getByRole('button', { name: 'Change medicines' }).click();
    await medicines.getByLabel('One on each line').fill('Sertraline 150 mg');
    const physician = await signIn(browser, 'physician');
    await physician.goto(record);
    await region(physician, 'Medicines').getByRole('button', { name: 'Change medicines' }).click();
    await region(physician, 'Medicines').getByLabel('One on each line').fill('Lithium 450 mg');
    await region(physician, 'Medicines').getByRole('button', { name: 'Save' }).click();
    await expect(region(physician, 'Medicines').getByRole('listitem').first()).toHaveText('Lithium 450 mg');
    await medicines.getByRole('button', { name: 'Save' }).click();
    await expect(medicines).toContainText('Now there: Lithium 450 mg');
    await expect(medicines.getByLabel('One on each line')).toHaveValue('Sertraline 150 mg');
    await medicines.getByRole('button', { name: 'Save' }).click();
    await expect(medicines).toContainText('3 earlier versions');

    const contacts = region(page, 'Contacts');
    await contacts.getByRole('button', { name: 'Change contacts' }).click();
    const look = new Look(page);
    await look.at('client');
    look.expectNone();
    await contacts.getByLabel('Phone').fill('+1 555 0100');
    await contacts.getByRole('button', { name: 'Save' }).click();
    await expect(contacts.getByText(/Name must not be empty/)).toBeVisible();
    await contacts.getByLabel('Name').fill('Luis Rivera');
    await contacts.getByLabel('Relation').fill('brother');
    await contacts.getByRole('button', { name: 'Save' }).click();
    await expect(contacts.getByRole('link', { name: '+1 555 0100' })).toHaveAttribute(
      'href',
      'tel:+15550100',
    );
    await page.reload();
    await expect(contacts).toContainText('Luis Rivera');
  },
);
