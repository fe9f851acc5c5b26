import { type Browser, expect, type Page } from '@playwright/test';
import { englishOn, onlyEnglish } from './english-words.ts';
import type { Who } from './people.ts';
import type { TABLET } from './touch.ts';

export const DESKTOP = { width: 1440, height: 900 };
export const english = onlyEnglish();
const settled = expect.configure({ soft: true });

/** A browser that asks for German, before anybody signed in. */
export async function inGerman(browser: Browser, touch?: typeof TABLET): Promise<Page> {
  const context = await browser.newContext({
    locale: 'de-AT',
    viewport: touch ?? DESKTOP,
    hasTouch: touch !== undefined,
    isMobile: touch !== undefined,
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.goto(process.env.TANDEM_URL as string);
  return page;
}

export async function enterAs(page: Page, who: Who): Promise<void> {
  await page.getByLabel('E-Mail').fill(`${who}@harbor.test`);
  await page.getByLabel('Passwort').fill('tandem-demo');
  await page.getByRole('button', { name: 'Anmelden' }).click();
  await page.getByRole('region', { name: 'Laufende Sitzungen' }).waitFor();
}

/** What is translated and stands in English, and what is cut off at one of the sizes; with LOOK=folder, pictures. */
export async function seesGerman(
  page: Page,
  name: string,
  sizes: readonly (typeof TABLET)[],
  not = english,
): Promise<void> {
  const before = page.viewportSize() ?? DESKTOP;
  expect.soft(await englishOn(page, not), name).toEqual([]);
  for (const size of sizes) {
    await page.setViewportSize(size);
    // Charts are drawn anew for another width, a moment after it.
    await settled.poll(() => cutOff(page), `${name} at ${size.width}`).toEqual([]);
    await look(page, `${name}-${size.width}`);
  }
  await page.setViewportSize(before);
}

/** For a person to look at: in both themes. */
export async function look(page: Page, name: string): Promise<void> {
  const folder = process.env.LOOK;
  if (folder === undefined) return;
  for (const dim of [true, false]) {
    await page.evaluate(
      (theme) => {
        document.documentElement.setAttribute('data-mantine-color-scheme', theme);
        return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      },
      dim ? 'dark' : 'light',
    );
    await page.screenshot({
      path: `${folder}/${name}-${dim ? 'dim' : 'light'}.png`,
      animations: 'disabled',
    });
  }
}

/** Words that run out of what they stand in, with nothing there that scrolls; or a page pushed sideways. */
async function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const frameOf = (element: Element) => {
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        const { overflowX, clipPath } = getComputedStyle(at);
        // For ears alone, or until the keyboard comes to it.
        if (clipPath !== 'none') return { right: 0, overflowX: 'auto' };
        if (overflowX !== 'visible') return { right: at.getBoundingClientRect().right, overflowX };
      }
      return { right: innerWidth, overflowX: 'hidden' };
    };
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (text === '' || element === null || element.closest('.visually-hidden, svg, option') !== null)
        continue;
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const { right, width } = range.getBoundingClientRect();
      const frame = frameOf(element);
      const button = element.closest('button, a')?.getBoundingClientRect().right ?? right;
      if (width > 0 && frame.overflowX !== 'auto' && frame.overflowX !== 'scroll')
        if (right > Math.min(frame.right, button) + 1) found.push(text);
    }
    for (const scrolls of [document.documentElement, ...document.querySelectorAll('main')])
      if (scrolls.scrollWidth > scrolls.clientWidth) found.push(`${scrolls.tagName} scrolls sideways`);
    return found;
  });
}
