import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { launchArgs } from '../../scripts/lib/browser.mjs';
import { ensureWebBuilt } from '../../scripts/lib/build.mjs';
import { dataDir, freePort, TandemProcess } from '../support/tandem-process.ts';
import type { Screen } from './screen.ts';
import { screens } from './screens.ts';
import { askedPictures, asksSheets, printCards, takeCardPictures } from './take-cards.ts';

/**
 * `npm run pictures`: every screen of the demo clinic, light and dim, into docs/pictures with its index; pieces of them
 * for the one-page cards, in each language; and the cards printed, into docs/cards. Names take only some: of a screen,
 * of a picture of a card, `sheets` for the printed cards, or `cards` for both.
 */
const OUT = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));
const SIZE = { width: 1440, height: 900 };
const themes = ['light', 'dim'] as const;
type Theme = (typeof themes)[number];

async function signIn(browser: Browser, url: string, who: string, theme: Theme): Promise<Page> {
  const colorScheme = theme === 'dim' ? 'dark' : 'light';
  const page = await (await browser.newContext({ viewport: SIZE, colorScheme })).newPage();
  await page.goto(url);
  if (who === 'nobody') return page;
  await page.getByLabel('Email').fill(`${who}@harbor.test`);
  await page.getByLabel('Password').fill('tandem-demo');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('navigation').first().waitFor();
  return page;
}

async function take(browser: Browser, url: string, screen: Screen, theme: Theme): Promise<void> {
  const page = await signIn(browser, url, screen.who, theme);
  await screen.open(page, (who) => signIn(browser, url, who, theme));
  // Fonts, charts and the first `current`; then nothing may move any more.
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(1_200);
  await page.screenshot({ path: `${OUT}${screen.name}-${theme}.png` });
  for (const context of browser.contexts()) await context.close();
  console.log(`${screen.name}-${theme}.png`);
}

/** A clinic that chose nothing has it off, and so have the pictures: Harbor of the demo shows it. */
async function turnOffEstimate(browser: Browser, url: string): Promise<void> {
  const admin = await signIn(browser, url, 'admin', 'light');
  const reply = await admin.request.patch(`${url}/api/clinic`, { data: { estimate: false } });
  if (!reply.ok()) throw new Error(await reply.text());
  await admin.context().close();
}

function index(): string {
  const rows = screens.map(
    ({ name, title, differs }) =>
      `| [light](${name}-light.png) · [dim](${name}-dim.png) | ${title} | ${differs} |`,
  );
  return [
    '# Pictures',
    '',
    'Every screen with the demo clinic at 1440x900, light and dim, taken by `npm run pictures`.',
    '',
    '| picture | screen | beside the design |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

/** Runs a Tandem with the demo for as long as the task takes. */
async function withTandem(
  data: string,
  task: (browser: Browser, url: string) => Promise<void>,
): Promise<void> {
  const port = await freePort();
  const tandem = new TandemProcess('start', [], { PORT: String(port), DATA_DIR: data, DEMO_LIVE: '0' });
  try {
    await tandem.ready();
    const browser = await chromium.launch({
      args: launchArgs(),
      ...(process.env.CHROMIUM !== undefined && { executablePath: process.env.CHROMIUM }),
    });
    await task(browser, `http://127.0.0.1:${port}`);
    await browser.close();
  } finally {
    await tandem.signal('SIGTERM');
  }
}

const only = process.argv.slice(2);
const asked = screens.filter(({ name }) => only.length === 0 || only.includes(name));
const pieces = askedPictures(only);
const data = dataDir();
try {
  if (asked.length + pieces.length > 0) {
    await withTandem(data.path, async (browser, url) => {
      await turnOffEstimate(browser, url);
      mkdirSync(OUT, { recursive: true });
      for (const screen of asked) for (const theme of themes) await take(browser, url, screen, theme);
      if (asked.length > 0) writeFileSync(`${OUT}index.md`, index());
      if (pieces.length > 0) await takeCardPictures(browser, url, pieces);
    });
  }
  if (asksSheets(only)) {
    // With the pictures in it that were just taken; a server knows only the files of its start.
    await ensureWebBuilt(console.log);
    await withTandem(data.path, printCards);
  }
} finally {
  data.remove();
}
