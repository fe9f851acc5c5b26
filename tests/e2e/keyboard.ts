import { expect, type Locator, type Page } from '@playwright/test';

/** Where the focus is, or what is wrong with it: nowhere, or nothing around it that can be seen. */
async function focusOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement: focused, body } = document;
    if (focused === null || focused === body) return 'the focus is nowhere';
    // A field is drawn by what is around it, a choice by what is beside it, a card or a row by what it lies over.
    const around = [focused.parentElement, focused.closest('tr'), focused.closest('[data-entry-line] > div')];
    const drawn = [focused, focused.nextElementSibling, ...around].filter((element) => element !== null);
    const styles = drawn.flatMap((element) => [
      getComputedStyle(element),
      getComputedStyle(element, '::after'),
    ]);
    const isRinged = styles.some(
      ({ outlineStyle, outlineWidth, outlineColor }) =>
        outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0 && !outlineColor.endsWith(', 0)'),
    );
    const name = `${focused.tagName} ${focused.getAttribute('aria-label') ?? focused.textContent?.slice(0, 40)}`;
    return isRinged ? 'seen' : `no ring around ${name}`;
  });
}

/** The focus is somewhere and can be seen: asked after every step of somebody who has a keyboard alone. */
export async function seesFocus(page: Page): Promise<void> {
  await expect.poll(() => focusOf(page), { intervals: [20, 50, 100] }).toBe('seen');
}

type Way = 'Tab' | 'Shift+Tab';

/** Forwards or backwards, until it is where it should be. */
export async function walkTo(page: Page, target: Locator, way: Way = 'Tab'): Promise<void> {
  const isThere = () => target.evaluate((element) => element === document.activeElement);
  for (let steps = 0; steps < 60; steps += 1) {
    if (await isThere()) return;
    await page.keyboard.press(way);
    await seesFocus(page);
  }
  throw new Error(`60 times ${way} did not lead to ${target}`);
}

export async function walkAndEnter(page: Page, target: Locator, way: Way = 'Tab'): Promise<void> {
  await walkTo(page, target, way);
  await page.keyboard.press('Enter');
}
