import { type Browser, expect, type Page } from '@playwright/test';
import { englishOn, onlyEnglish } from './english-words.ts';
import { makeSession, startSession } from './made-session.ts';
import { longTest } from './people.ts';

const SIZES = [
  [1440, 900],
  [1024, 768],
  [390, 844],
] as const;

/** A browser that asks for German, before anybody signed in. */
async function inGerman(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    locale: 'de-AT',
    viewport: { width: 1440, height: 900 },
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.goto(process.env.TANDEM_URL as string);
  return page;
}

/** For a person to look at, with LOOK=folder: each size in both themes. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env.LOOK;
  if (folder === undefined) return;
  for (const dim of [false, true]) {
    await page.evaluate(
      (theme) => document.documentElement.setAttribute('data-mantine-color-scheme', theme),
      dim ? 'dark' : 'light',
    );
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height });
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
      await page.screenshot({ path: `${folder}/${name}-${width}-${dim ? 'dim' : 'light'}.png` });
    }
  }
  await page.evaluate(() => document.documentElement.setAttribute('data-mantine-color-scheme', 'light'));
  await page.setViewportSize({ width: 1440, height: 900 });
}

/** Words wider than what they stand in: cut off, or pushing the page sideways. */
async function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const cut = [...document.querySelectorAll<HTMLElement>('button, a, label, h1, h2, p, span')].filter(
      (element) => {
        if (!element.checkVisibility() || element.closest('.visually-hidden, svg') !== null) return false;
        const { overflowX, clipPath } = getComputedStyle(element);
        return clipPath === 'none' && overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1;
      },
    );
    const sideways = document.documentElement.scrollWidth > document.documentElement.clientWidth;
    return [
      ...cut.map(({ textContent }) => textContent ?? ''),
      ...(sideways ? ['the page scrolls sideways'] : []),
    ];
  });
}

longTest(
  '[LNG-1] a session in German: no English sentence of what is translated, nothing cut off',
  async ({ browser }) => {
    const english = onlyEnglish();
    expect(english.length).toBeGreaterThan(600);
    const page = await inGerman(browser);
    const seesGerman = async (name: string) => {
      expect(await englishOn(page, english), name).toEqual([]);
      for (const [width, height] of SIZES) {
        await page.setViewportSize({ width, height });
        expect.soft(await cutOff(page), `${name} at ${width}`).toEqual([]);
      }
      await page.setViewportSize({ width: 1440, height: 900 });
      await look(page, name);
    };

    await page.getByLabel('E-Mail').fill('physician@harbor.test');
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    await expect(page.getByLabel('Sprache')).toHaveValue('de');
    await seesGerman('sign-in');
    await page.getByLabel('Passwort').fill('tandem-demo');
    await page.getByRole('button', { name: 'Anmelden' }).click();
    await page.getByRole('region', { name: 'Laufende Sitzungen' }).getByRole('link').first().waitFor();
    await seesGerman('today');
    await page.getByRole('button', { name: /Amara Okafor/ }).click();
    await page.getByLabel('Sprache').waitFor();
    await seesGerman('person');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+/');
    await page.getByRole('dialog', { name: 'Alle Tasten' }).waitFor();
    await seesGerman('keys');
    await page.keyboard.press('Escape');

    const session = await makeSession(page);
    await startSession(page, session);
    await page.goto(`${process.env.TANDEM_URL}/s/${session.id}`);
    const line = page.getByLabel('Eingabezeile');
    const log = page.getByRole('log', { name: 'Gemeinsames Protokoll' });
    await line.waitFor();
    await seesGerman('room-empty');
    for (const [typed, row] of [
      ['148/92 88 97', '148/92'],
      ['atmet ruhig, Hände offen', 'atmet ruhig'],
    ] as const) {
      await line.fill(typed);
      await line.press('Enter');
      await expect(log.getByRole('article').filter({ hasText: row })).toBeVisible();
    }
    await expect(page.getByText('Alles gespeichert')).toBeVisible();
    await seesGerman('room');
    await line.fill('k 20 im');
    await line.press('Enter');
    await page.getByRole('region', { name: 'Vor dem Eintragen gegenlesen' }).waitFor();
    await seesGerman('read-back');
    await page.keyboard.press('Escape');
    for (const panel of ['Skalen', 'Nicht gemessen', 'Checkliste', 'Ereignisformular']) {
      await page.getByRole('button', { name: panel, exact: true }).click();
      await page.getByRole('button', { name: 'Eintragen', exact: true }).waitFor();
      await seesGerman(`panel-${panel}`);
      await page.keyboard.press('Escape');
    }
  },
);

longTest(
  '[LNG-5] another language is asked for when nothing typed would be lost by it',
  async ({ browser }) => {
    const page = await inGerman(browser);
    await page.getByLabel('Sprache').selectOption('English');
    await page.getByRole('button', { name: 'Jetzt neu laden' }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await page.getByLabel('Email').fill('therapist@harbor.test');
    await page.getByLabel('Password').fill('tandem-demo');
    await page.getByRole('button', { name: 'Sign in' }).click();
    const session = await makeSession(page);
    await startSession(page, session);
    await page.goto(`${process.env.TANDEM_URL}/s/${session.id}`);
    const person = page.getByRole('button', { name: /^Jonas Lindqvist/ });

    await page.getByLabel('Entry line').fill('she is holding the blanket');
    await person.click();
    await page.getByLabel('Language').selectOption('Deutsch');
    await expect(page.getByRole('dialog')).toContainText('Something is typed here');
    await expect(page.getByRole('button', { name: 'Reload now' })).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(page.getByLabel('Entry line')).toHaveValue('she is holding the blanket');

    await page.getByLabel('Entry line').fill('');
    await person.click();
    await page.getByRole('button', { name: 'Reload now' }).click();
    await expect(page.getByLabel('Eingabezeile')).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  },
);
