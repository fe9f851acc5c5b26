import { expect, type Page } from '@playwright/test';
import { makeSession, startSession } from './made-session.ts';
import { longTest, signIn, test, type Who } from './people.ts';
import { enterByTouch, keypad, meanLuminance, PHONE, TABLET, Taps, UPRIGHT } from './touch.ts';

test.setTimeout(180_000);
const LEAST_PX = 44;
const sizes = [TABLET, UPRIGHT, PHONE];
const nameOf = ({ width, height }: typeof TABLET) => `${width}x${height}`;

/** What can be pressed in the room and is smaller than a finger, each with its size. */
async function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    const targets = document.querySelectorAll<HTMLElement>(
      'main :is(button, a[href], select, textarea, input, label:has(> input)), dialog[open] :is(button, a[href], label)',
    );
    return [...targets].flatMap((target) => {
      // An input inside of its label is pressed by all of the label.
      if (target instanceof HTMLInputElement && target.closest('label') !== null) return [];
      if (!target.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return [];
      const { width, height } = target.getBoundingClientRect();
      if (Math.min(width, height) >= least - 0.5) return [];
      const name = target.getAttribute('aria-label') ?? target.textContent ?? target.tagName;
      return [`${name.trim().slice(0, 40)}: ${Math.round(width)}x${Math.round(height)}`];
    });
  }, LEAST_PX);
}

for (const who of ['physician', 'nurse', 'therapist'] as const satisfies readonly Who[]) {
  longTest(
    `[PAD-10] nothing that the ${who} presses in a room is smaller than 44 px`,
    async ({ browser }) => {
      const physician = await signIn(browser, 'physician');
      const session = await makeSession(physician);
      await startSession(physician, session);
      await physician.close();
      for (const size of sizes) {
        const page = await signIn(browser, who, { touch: size });
        await enterByTouch(page, session);
        const pad = keypad(page);
        await page.getByRole('button', { name: 'Menu' }).waitFor();
        const found: string[] = [];
        for (const tab of await pad.getByRole('tab').allTextContents()) {
          await pad.getByRole('tab', { name: tab }).tap();
          await expect(pad.getByRole('tab', { name: tab })).toHaveAttribute('aria-selected', 'true');
          if (tab === 'Vitals') {
            const taps = new Taps(page);
            await taps.on(/^Systolic/);
            await taps.on(/^RR/);
            await taps.on(/^Time/);
            found.push(...(await smallTargets(page)));
            await taps.on(/^Time/);
            await taps.on(/^MOAA/);
          }
          found.push(...(await smallTargets(page)).map((one) => `${tab}, ${one}`));
        }
        await page.locator('[aria-controls="shared-log"]').tap();
        found.push(...(await smallTargets(page)).map((one) => `log, ${one}`));
        expect([...new Set(found)], nameOf(size)).toEqual([]);
        await page.context().close();
      }
    },
  );
}

longTest('[PAD-10] a dim room gives less than 4 % of white, with a notice open too', async ({ browser }) => {
  for (const touch of [undefined, ...sizes]) {
    const page = await signIn(browser, 'physician', { dim: true, ...(touch === undefined ? {} : { touch }) });
    const rooms = page.getByRole('region', { name: 'In session now' }).getByRole('link');
    await rooms.first().waitFor();
    for (const at of [0, 1]) {
      await page.goto(`${process.env.TANDEM_URL}${await rooms.nth(at).getAttribute('href')}`);
      await page
        .getByRole('img', { name: /^Blood pressure/ })
        .first()
        .waitFor();
      if (touch !== undefined) await keypad(page).waitFor();
      const mean = await meanLuminance(page);
      console.log(`dim room ${at}, ${nameOf(touch ?? { width: 1440, height: 900 })}: ${mean.toFixed(4)}`);
      expect(mean).toBeGreaterThan(0.005);
      expect(mean).toBeLessThan(0.04);
      await page.goBack();
      await rooms.first().waitFor();
    }
    await page.context().close();
  }
});
