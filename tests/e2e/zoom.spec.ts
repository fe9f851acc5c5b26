import { expect, type Locator, type Page } from '@playwright/test';
import { clientBanner, line, log, seesRow, signIn, test, type } from './people.ts';

/** 1440x900 at 200 %. */
const ZOOMED = { width: 720, height: 450 };

async function expectNoSideways(page: Page, screen: string): Promise<void> {
  const beyond = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect(beyond, `${screen} goes on sideways, in px`).toBeLessThanOrEqual(0);
}

/** All of it is in the window and nothing lies over its middle. */
async function expectInView(part: Locator): Promise<void> {
  await expect(part).toBeInViewport({ ratio: 1 });
  const isOnTop = await part.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
  });
  expect(isOnTop).toBe(true);
}

test('at 200 % the client and the line stay in view, and nothing goes on sideways', async ({ browser }) => {
  const page = await signIn(browser, 'physician');
  await page.setViewportSize(ZOOMED);
  const cards = page.getByRole('region', { name: 'In session now' }).getByRole('listitem');
  await cards.first().waitFor();
  await expectNoSideways(page, 'Today');
  await page.getByRole('link', { name: 'Plan the day' }).click();
  await page.getByText('Room 1').first().waitFor();
  await expectNoSideways(page, 'day');
  for (const name of ['Sessions', 'Clients']) {
    await page.getByRole('link', { name, exact: true }).click();
    await page.getByRole('heading', { name, level: 1 }).waitFor();
    await page.getByRole('row').nth(2).waitFor();
    await expectNoSideways(page, name);
  }

  await page.getByRole('link', { name: 'Today', exact: true }).click();
  await cards.getByRole('link').first().click();
  await line(page).waitFor();
  await expectNoSideways(page, 'room');
  for (const top of [0, 300]) {
    await page.evaluate((y) => scrollTo(0, y), top);
    expect(await page.evaluate(() => scrollY)).toBe(top);
    await expectInView(page.getByRole('heading', { level: 1 }));
    await expectInView(clientBanner(page).getByText('Allergies'));
    await expectInView(line(page));
    await expectInView(page.getByRole('button', { name: 'Record', exact: true }));
  }
  await type(page, 'written at 200 %');
  await page.keyboard.press('Control+l');
  await seesRow(page, 'written at 200 %');
  await expect(log(page)).toBeFocused();
  await expectNoSideways(page, 'log');
  await page.keyboard.press('Escape');
  await type(page, 'k 20 im');
  await expectInView(page.getByRole('heading', { level: 1 }));
  await expectInView(page.getByRole('region', { name: 'Read back to record' }));
  await expectInView(page.getByLabel('Amount again'));
  await expectInView(page.getByRole('button', { name: /^Hold to record/ }));

  // A laptop of 1280x800 at 200 %: what is recorded is read before the button is held.
  await page.setViewportSize({ width: 640, height: 400 });
  const readBack = page.getByRole('region', { name: 'Read back to record' });
  const hold = (await readBack.getByRole('button', { name: /^Hold to record/ }).boundingBox()) as Box;
  for (const text of [/^20 mg$/, /^IM/, /^For /]) {
    const said = (await readBack.getByText(text).first().boundingBox()) as Box;
    expect(overlaps(said, hold), `the button lies over ${text}`).toBe(false);
  }
  await expectNoSideways(page, 'read-back at 640 px');
});

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function overlaps(one: Box, other: Box): boolean {
  const apart = (start: 'x' | 'y', size: 'width' | 'height') =>
    one[start] + one[size] <= other[start] || other[start] + other[size] <= one[start];
  return !apart('x', 'width') && !apart('y', 'height');
}
