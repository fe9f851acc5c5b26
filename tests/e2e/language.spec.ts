import { expect, type Page } from '@playwright/test';
import { DESKTOP, english, enterAs, inGerman, look, seesGerman } from './german-page.ts';
import { endSession, makeRunningSession } from './made-session.ts';
import { longTest, test } from './people.ts';
import { PHONE, TABLET, UPRIGHT } from './touch.ts';

/** The parts that come after the room itself are here, and said in German. */
const wholeRoom = (page: Page) => page.locator('[data-drags]').waitFor();

longTest('[LNG-6] sign-in, Today and a room on a desktop, in German', async ({ browser }) => {
  expect(english.length).toBeGreaterThan(600);
  const page = await inGerman(browser);
  const sees = (name: string) => seesGerman(page, name, [DESKTOP, TABLET, PHONE]);
  const inRoom = (name: string) => seesGerman(page, name, [DESKTOP]);

  await page.getByLabel('E-Mail').waitFor();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await sees('sign-in');
  await enterAs(page, 'physician');
  await page.getByRole('region', { name: 'Laufende Sitzungen' }).getByRole('link').first().waitFor();
  await sees('today');
  await page.getByRole('button', { name: /Amara Okafor/ }).click();
  await expect(page.getByRole('radio', { name: 'Deutsch' })).toBeChecked();
  await sees('person');
  await page.getByRole('button', { name: 'Dieses Gerät' }).click();
  await page.getByRole('dialog', { name: 'Dieses Gerät' }).waitFor();
  await sees('device');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+/');
  await expect(page.getByRole('dialog', { name: 'Alle Tasten' })).toContainText('Strg K');
  await sees('keys');
  await page.keyboard.press('Escape');

  const session = await makeRunningSession(page);
  await page.goto(`${process.env.TANDEM_URL}/s/${session.id}`);
  const line = page.getByLabel('Eingabezeile');
  const log = page.getByRole('log', { name: 'Protokoll' });
  await line.waitFor();
  await wholeRoom(page);
  await expect(page.getByRole('region', { name: 'Ton für hohe Hinweise auf diesem Gerät' })).toBeVisible();
  await inRoom('room-empty');
  for (const [typed, row] of [
    ['148/92 88 97', '148/92'],
    ['atmet ruhig, Hände offen', 'atmet ruhig'],
    ['172/104 90 97', '172/104'],
  ] as const) {
    await line.fill(typed);
    await line.press('Enter');
    await expect(log.getByRole('article').filter({ hasText: row })).toBeVisible();
  }
  await expect(page.getByText('Alles gespeichert')).toBeVisible();
  await inRoom('room');
  await line.fill('k 20 im');
  await line.press('Enter');
  await page.getByRole('region', { name: 'Vor dem Eintragen gegenlesen' }).waitFor();
  await inRoom('read-back');
  await page.keyboard.press('Escape');
  await line.fill('');
  await line.press('ArrowUp');
  await page.getByRole('region', { name: 'Berichtigen' }).waitFor();
  await inRoom('amend');
  await page.keyboard.press('Escape');
  for (const panel of [
    ...['Skalen', 'Nicht gemessen', 'Checkliste', 'Ereignisformular', 'Infusion', 'Nicht gegeben', 'Verwurf'],
    ...['Moment', 'Wandlung', 'Worte zum Mitnehmen'],
  ]) {
    await page.getByRole('button', { name: panel, exact: true }).click();
    await page.locator('[data-task="panel"] section').waitFor();
    await inRoom(`panel-${panel}`);
    await page.keyboard.press('Escape');
    await line.waitFor();
  }
  const people = page.getByRole('button', { name: /^In diesem Raum/ });
  await people.click();
  await inRoom('people');
  await page.getByRole('button', { name: 'Übergeben', exact: true }).click();
  await page.getByRole('region', { name: 'Übergeben' }).getByRole('radio').first().waitFor();
  await inRoom('handover');
  await page.keyboard.press('Escape');
  await people.click();
  await page.getByRole('button', { name: 'Raumanzeige', exact: true }).click();
  await page.getByRole('dialog', { name: 'Raumanzeige' }).waitFor();
  await inRoom('displays');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Protokoll durchsuchen' }).click();
  await page.getByLabel('Worte und Schlagworte suchen').waitFor();
  await inRoom('search');
  await line.fill('!');
  await line.press('Enter');
  await line.press('Enter');
  await page.getByRole('region', { name: 'Notfall', exact: true }).waitFor();
  await inRoom('emergency');
  await endSession(page, session);
});

longTest('[LNG-6] a room on tablets and phones, in German', async ({ browser }) => {
  test.setTimeout(150_000);
  for (const who of ['physician', 'therapist'] as const) {
    const page = await inGerman(browser, TABLET);
    await enterAs(page, who);
    const session = await makeRunningSession(page);
    await page.goto(`${process.env.TANDEM_URL}/s/${session.id}`);
    const pad = page.getByRole('region', { name: 'Tastenfeld' });
    await pad.waitFor();
    await wholeRoom(page);
    for (const tab of await pad.getByRole('tab').allTextContents()) {
      await pad.getByRole('tab', { name: tab }).tap();
      await expect(pad.getByRole('tab', { name: tab })).toHaveAttribute('aria-selected', 'true');
      await seesGerman(page, `${who}-${tab}`, [TABLET, UPRIGHT, PHONE]);
    }
    if (who === 'physician') {
      await pad.getByRole('tab', { name: 'Vital' }).tap();
      for (const key of '092148') await pad.getByRole('button', { name: key, exact: true }).tap();
      await expect(pad.getByRole('button', { name: 'Ändern' })).toBeVisible();
      await seesGerman(page, 'remark', [TABLET, UPRIGHT, PHONE]);
      await pad.getByRole('tab', { name: 'Dosis' }).tap();
      for (const key of '20') await pad.getByRole('button', { name: key, exact: true }).tap();
      await pad.getByRole('button', { name: 'Gegenlesen' }).tap();
      await page.getByRole('region', { name: 'Vor dem Eintragen gegenlesen' }).waitFor();
      await seesGerman(page, 'sheet', [TABLET, UPRIGHT, PHONE]);
    } else {
      await pad.getByRole('button', { name: 'Moment', exact: true }).tap();
      await page.getByRole('region', { name: 'Moment' }).waitFor();
      await seesGerman(page, 'moment', [TABLET, UPRIGHT, PHONE]);
    }
    await endSession(page, session);
    await page.context().close();
  }
});

longTest('[LNG-6] a screen on the wall says its code in German', async ({ browser }) => {
  const page = await inGerman(browser);
  await page.goto(`${process.env.TANDEM_URL}/display`);
  await expect(page.getByRole('main')).toContainText('Diesen Bildschirm mit einem Raum koppeln');
  await look(page, 'wall');
});

longTest(
  '[LNG-5] another language is found by its own name, and asked for when nothing typed would be lost by it',
  async ({ browser }) => {
    const page = await inGerman(browser);
    await page.getByRole('button', { name: 'English', exact: true }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await page.getByLabel('Email').fill('therapist@harbor.test');
    await page.getByLabel('Password').fill('tandem-demo');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('navigation').waitFor();
    const session = await makeRunningSession(page);
    await page.goto(`${process.env.TANDEM_URL}/s/${session.id}`);
    const person = page.getByRole('button', { name: /^Jonas Lindqvist/ });

    await page.getByLabel('Entry line').fill('she is holding the blanket');
    await person.click();
    await page.getByText('Deutsch', { exact: true }).click();
    await expect(page.getByRole('dialog')).toContainText('Hier ist etwas eingegeben');
    await expect(page.getByRole('button', { name: 'Jetzt neu laden' })).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(page.getByLabel('Entry line')).toHaveValue('she is holding the blanket');

    await page.getByLabel('Entry line').fill('');
    await person.click();
    await page.getByRole('button', { name: 'Jetzt neu laden' }).click();
    await expect(page.getByLabel('Eingabezeile')).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  },
);
