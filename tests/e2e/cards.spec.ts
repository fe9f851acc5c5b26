import { type Browser, expect, type Page } from '@playwright/test';
import { Look } from './axe.ts';
import { enterAs, inGerman } from './german-page.ts';
import { longTest, signIn, test, type Who } from './people.ts';

const card = (page: Page) => page.getByRole('article');
const whose = (page: Page) => card(page).getByRole('heading', { level: 2 });
/** Points of a sheet of A4, as Chromium rounds them. */
const A4 = { width: 595, height: 842 };
/** Of the text on paper, in CSS pixels: 10.5 points. */
const LEAST_TEXT = 14;
const own: readonly (readonly [Who, string])[] = [
  ['physician', 'Physician'],
  ['nurse', 'Nurse'],
  ['therapist', 'Therapist'],
  ['lead', 'Clinic lead'],
  ['admin', 'Clinic lead'],
];

/** Every picture of the card is there: a width of 0 is one that did not come. */
async function seesPictures(page: Page): Promise<void> {
  const pictures = card(page).getByRole('img');
  expect(await pictures.count()).toBeGreaterThan(4);
  for (const picture of await pictures.all()) {
    await expect(picture).toHaveAttribute('alt', /\w{3}/);
    await expect
      .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(100);
  }
}

/** Sizes of the pages of a PDF as Chromium writes it, in points. */
function pagesOf(pdf: Buffer): { width: number; height: number }[] {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/\/Type \/Page\b(?!s)[\s\S]*?\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
    ([, width, height]) => ({ width: Math.round(Number(width)), height: Math.round(Number(height)) }),
  );
}

/** One sheet with all of the card on it, large enough to read, dark on light, and nothing of the rail. */
async function prints(page: Page, name: string): Promise<void> {
  await seesPictures(page);
  expect(pagesOf(await page.pdf({ preferCSSPageSize: true })), name).toEqual([A4]);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation')).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toBeHidden();
  const found = await card(page).evaluate((sheet) => {
    const texts = [...sheet.querySelectorAll('li p, section p')];
    const style = getComputedStyle(sheet);
    return {
      cutOff: sheet.scrollHeight - sheet.clientHeight,
      smallest: Math.min(...texts.map((text) => Number.parseFloat(getComputedStyle(text).fontSize))),
      ground: style.backgroundColor,
      ink: style.color,
      dimmed: [...sheet.querySelectorAll('img')].map((image) => getComputedStyle(image).filter),
    };
  });
  await page.emulateMedia({ media: null });
  expect(found, name).toMatchObject({ cutOff: 0, ground: 'rgb(255, 255, 255)', ink: 'rgb(26, 28, 32)' });
  expect(found.smallest, name).toBeGreaterThanOrEqual(LEAST_TEXT);
  expect(new Set(found.dimmed), name).toEqual(new Set(['none']));
}

/** Each card in turn, by the choice above it. */
async function printsAll(page: Page, choice: string): Promise<void> {
  await page.goto(`${process.env.TANDEM_URL}/cards`);
  const options = page.getByRole('group', { name: choice }).locator('label');
  await expect(options).toHaveCount(4);
  for (const option of await options.all()) {
    await option.click();
    const name = (await option.textContent()) ?? '';
    await expect(whose(page)).toHaveText(name);
    await prints(page, name);
  }
}

async function fromPerson(browser: Browser, who: Who): Promise<Page> {
  const page = await signIn(browser, who);
  await page.getByRole('navigation').getByRole('button').last().click();
  await page.getByRole('dialog').getByRole('link', { name: 'One-page card' }).click();
  await page.getByRole('heading', { name: 'One-page cards', level: 1 }).waitFor();
  return page;
}

longTest(
  "[CRD-1] [CRD-2] each person finds their own card under their name, and another's beside it",
  async ({ browser }) => {
    test.setTimeout(180_000);
    for (const [who, name] of own) {
      const page = await fromPerson(browser, who);
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await expect(whose(page)).toHaveText(name);
      await expect(page.getByRole('radio', { name })).toBeChecked();
      for (const foot of ['The promise', 'Tandem cannot be reached?', 'People decide'])
        await expect(card(page).getByRole('heading', { name: foot })).toBeVisible();
      await expect(card(page)).toContainText(/Tandem \d+\.\d+\.\d+/);
      await seesPictures(page);
      const look = new Look(page);
      await look.at(`card of ${name}`);
      look.expectNone();
      await page.context().close();
    }
    const page = await fromPerson(browser, 'therapist');
    await page.getByRole('group', { name: 'Whose card' }).getByText('Nurse', { exact: true }).click();
    await expect(whose(page)).toHaveText('Nurse');
    await page.reload();
    await expect(whose(page)).toHaveText('Nurse');
    await page.goto(`${process.env.TANDEM_URL}/setup`);
    await page.getByRole('link', { name: 'One-page cards to print' }).click();
    await expect(whose(page)).toHaveText('Therapist');
  },
);

test('[CRD-3] a card is one sheet of A4 in English, printed light from a dim screen', async ({ browser }) => {
  test.setTimeout(120_000);
  const page = await signIn(browser, 'physician', { dim: true });
  await page.addInitScript(() => {
    window.print = () => document.body.setAttribute('data-printed', '');
  });
  await printsAll(page, 'Whose card');
  await page.getByRole('button', { name: 'Print' }).click();
  await expect(page.locator('body')).toHaveAttribute('data-printed', '');
});

longTest('[CRD-3] a card is one sheet of A4 in German', async ({ browser }) => {
  test.setTimeout(120_000);
  const page = await inGerman(browser);
  await enterAs(page, 'physician');
  await printsAll(page, 'Wessen Karte');
});
