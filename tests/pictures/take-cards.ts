import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { type CardPicture, NARROW } from './card-picture.ts';
import { cardPictures } from './card-pictures.ts';
import { type CardLanguage, cardSaid } from './card-said.ts';
import { type CardSessions, makeCardSessions } from './card-session.ts';

const PICTURES = fileURLToPath(new URL('../../apps/web/src/cards/pictures/', import.meta.url));
const SHEETS = fileURLToPath(new URL('../../docs/cards/', import.meta.url));
const languages = Object.keys(cardSaid) as CardLanguage[];
/** Whose card is printed, and who is signed in for it. */
const sheets = ['physician', 'nurse', 'therapist', 'lead'] as const;
const HEIGHT = 900;

/** Which pictures of cards these names ask for: all by `cards`, or without a name; else each by its own. */
export const askedPictures = (only: readonly string[]): readonly CardPicture[] =>
  cardPictures.filter(({ name }) => only.length === 0 || only.includes('cards') || only.includes(name));

/** Whether these names ask for the printed cards as well. */
export const asksSheets = (only: readonly string[]): boolean =>
  only.length === 0 || only.includes('cards') || only.includes('sheets');

async function signIn(
  browser: Browser,
  url: string,
  who: string,
  language: CardLanguage,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({
    locale: cardSaid[language].locale,
    colorScheme: 'light',
    deviceScaleFactor: 2,
    serviceWorkers: 'block',
    // Of a ring or a mark that fades in, only the end.
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  await page.goto(url);
  await page
    .locator('input[type="email"], input[autocomplete="username"]')
    .first()
    .fill(`${who}@harbor.test`);
  await page.locator('input[type="password"]').fill('tandem-demo');
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').first().waitFor();
  return page;
}

/** Chromium takes PNG or JPEG alone; as WebP a screen weighs a third, and its letters stay sharp. */
async function asWebp(page: Page, png: Buffer): Promise<Buffer> {
  const address = await page.evaluate(async (data) => {
    const picture = new Image();
    picture.src = `data:image/png;base64,${data}`;
    await picture.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [picture.width, picture.height];
    canvas.getContext('2d')?.drawImage(picture, 0, 0);
    return canvas.toDataURL('image/webp', 0.75);
  }, png.toString('base64'));
  return Buffer.from(address.split(',')[1] as string, 'base64');
}

/** Pieces of the real screens in each language, into the folder that the cards import. */
export async function takeCardPictures(
  browser: Browser,
  url: string,
  pictures: readonly CardPicture[],
): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  for (const language of languages) {
    const said = cardSaid[language];
    const physician = await signIn(browser, url, 'physician', language);
    const made: CardSessions = await makeCardSessions(physician.request, url, said);
    const opened = {
      id: crypto.randomUUID(),
      drug: 'ketamine',
      concentrationMgPerMl: 50,
      lot: `K-${language}`,
    };
    await physician.request.post(`${url}/api/vials`, {
      data: { ...opened, expiresOn: '2099-12-31', amountMg: 500 },
    });
    for (const { name, who, width = 1280, touch = false, dim = false, narrow = false, piece } of pictures) {
      const page = await signIn(browser, url, who, language, {
        viewport: narrow ? NARROW : { width, height: HEIGHT },
        hasTouch: touch,
        isMobile: touch,
        colorScheme: dim ? 'dark' : 'light',
      });
      const clip = await piece({ page, url, said, made });
      const png = await page.screenshot({ clip, animations: 'disabled' });
      const file = `${PICTURES}${name}-${language}.webp`;
      writeFileSync(file, await asWebp(await blank(browser), png));
      console.log(`${name}-${language}.webp ${kb(file)}`);
      for (const context of browser.contexts()) await context.close();
    }
  }
}

/** Not of Tandem: its content security policy forbids data addresses, and the line of one picture is cut. */
const blank = async (browser: Browser): Promise<Page> => (await browser.newContext()).newPage();

const kb = (file: string): string => `${Math.round(statSync(file).size / 1000)} kB`;

/** The cards as the page prints them, into docs/cards with their index. */
export async function printCards(browser: Browser, url: string): Promise<void> {
  mkdirSync(SHEETS, { recursive: true });
  for (const language of languages) {
    for (const role of sheets) {
      const page = await signIn(browser, url, role, language, { deviceScaleFactor: 1 });
      await page.goto(`${url}/cards`);
      await page.locator('article img').last().waitFor();
      await page.evaluate(async () => {
        await document.fonts.ready;
        // Chromium puts a JPEG into a PDF as it is; anything else without loss, at three times the size.
        for (const picture of document.images) {
          await picture.decode();
          const canvas = document.createElement('canvas');
          [canvas.width, canvas.height] = [picture.naturalWidth, picture.naturalHeight];
          canvas.getContext('2d')?.drawImage(picture, 0, 0);
          picture.src = canvas.toDataURL('image/jpeg', 0.76);
          await picture.decode();
        }
      });
      const path = `${SHEETS}${role}-${language}.pdf`;
      await page.pdf({ path, preferCSSPageSize: true });
      console.log(`${role}-${language}.pdf ${kb(path)}`);
      await page.context().close();
    }
  }
  writeFileSync(`${SHEETS}index.md`, index());
}

const lines: Readonly<Record<(typeof sheets)[number], string>> = {
  physician:
    'Physician: start, vital signs, a dose, notices, late and wrong entries, not current, end and sign',
  nurse: 'Nurse: round, vital signs, checklist, an ordered dose, drawn and wasted, notices, going home',
  therapist:
    'Therapist: notes, phase, moments and the shift, words to keep, process notes, after the session',
  lead: 'Clinic lead: find, look into, replay, insights, what is not signed, copies, drills and health',
};

function index(): string {
  return [
    '# Cards',
    '',
    'What each person does, on one sheet of A4 with pictures of the real screens: to print, to hang up in the room, or to hand to somebody who is new. In Tandem the same cards are under the person’s name, **One-page card**, in the language of the device. Taken by `npm run pictures -- cards` from the demo clinic, which is invented.',
    '',
    '| card | in English | in German |',
    '| --- | --- | --- |',
    ...sheets.map((role) => `| ${lines[role]} | [PDF](${role}-en.pdf) | [PDF](${role}-de.pdf) |`),
    '',
  ].join('\n');
}
