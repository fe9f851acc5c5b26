import { gzipSync } from 'node:zlib';
import { expect, type Page } from '@playwright/test';
import { line, test } from './people.ts';

/** kB of JavaScript, gzip (performance.md, G11). */
const MOST = { today: 200, room: 350 };

/** Every script that the page fetches from here on, as it would travel compressed. */
function scriptsOf(page: Page): () => Promise<number> {
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return;
    sizes.push(response.body().then((body) => gzipSync(body).length));
  });
  return async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1000;
}

test('[G11] what a page has to load before it works', async ({ browser }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const loaded = scriptsOf(page);
  await page.goto(process.env.TANDEM_URL as string);
  await page.getByLabel('Email').fill('physician@harbor.test');
  await page.getByLabel('Password').fill('tandem-demo');
  // By key: a mouse that rests on a link loads its page ahead, which this one does not need.
  await page.keyboard.press('Enter');
  const running = page.getByRole('region', { name: 'In session now' }).getByRole('link');
  await running.first().waitFor();
  const room = await running.first().getAttribute('href');
  const today = await loaded();
  await page.close();

  const other = await context.newPage();
  const loadedThere = scriptsOf(other);
  await other.goto(`${process.env.TANDEM_URL}${room}`);
  await line(other).waitFor();
  await other
    .getByRole('img', { name: /^Blood pressure/ })
    .first()
    .waitFor();
  const inRoom = await loadedThere();
  console.log(`JavaScript, gzip: sign-in and Today ${today.toFixed(1)} kB, a room ${inRoom.toFixed(1)} kB`);
  expect(today).toBeGreaterThan(50);
  expect(today).toBeLessThanOrEqual(MOST.today);
  expect(inRoom).toBeGreaterThan(today);
  expect(inRoom).toBeLessThanOrEqual(MOST.room);
});
