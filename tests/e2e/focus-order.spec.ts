import { expect, type Page } from '@playwright/test';
import { enterRunningRoom } from './made-session.ts';
import { line, log, longTest, seesRow, signIn, test, type } from './people.ts';

/** From the top of the page, as somebody comes who has a keyboard alone. */
async function fromTheTop(page: Page): Promise<void> {
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
  });
}

async function skip(page: Page, stop: number, name: string): Promise<void> {
  await fromTheTop(page);
  for (let tabs = 0; tabs < stop; tabs += 1) await page.keyboard.press('Tab');
  const link = page.getByRole('link', { name, exact: true });
  await expect(link).toBeFocused();
  await expect(link).toBeInViewport({ ratio: 1 });
  const box = await link.boundingBox();
  expect(box?.height).toBeGreaterThanOrEqual(44);
  await page.keyboard.press('Enter');
}

test('the first stops of the keyboard lead to the line, the log and the timeline', async ({ browser }) => {
  const page = await signIn(browser, 'physician');
  await skip(page, 1, 'Skip to content');
  await expect(page.getByRole('main')).toBeFocused();
  await enterRunningRoom(page);
  await type(page, '148/92 88 97');
  await seesRow(page, '148/92');
  await skip(page, 2, 'Skip to the log');
  await expect(log(page)).toBeFocused();
  await skip(page, 3, 'Skip to the timeline');
  await expect(page.getByRole('slider')).toBeFocused();
  await skip(page, 1, 'Skip to the entry line');
  await expect(line(page)).toBeFocused();
  // A drawer that is closed opens for it.
  await page.setViewportSize({ width: 1024, height: 768 });
  await skip(page, 2, 'Skip to the log');
  await expect(log(page)).toBeFocused();
});

longTest(
  'in a room the focus goes as one reads: rail, client, timeline, line, log, each from the top',
  async ({ browser }) => {
    const page = await signIn(browser, 'physician');
    await enterRunningRoom(page);
    await type(page, '172/104 88 97');
    await seesRow(page, '172/104');
    await fromTheTop(page);
    const stops: { area: string; name: string; place: number }[] = [];
    for (let tabs = 0; tabs < 120; tabs += 1) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(() => {
        const focused = document.activeElement;
        if (focused === null || focused === document.body) return null;
        const areas = {
          rail: 'nav',
          client: 'main > header',
          notices: 'main section[aria-label="Notices"]',
          timeline: '[data-timeline]',
          line: '[data-entry-line], [data-entry-line] ~ *',
          log: '#shared-log',
        };
        const area = Object.entries(areas).find(([, selector]) => focused.closest(selector) !== null)?.[0];
        const every = [...document.querySelectorAll('*')];
        return {
          area: area ?? 'between',
          name: focused.getAttribute('aria-label') ?? focused.textContent?.slice(0, 30) ?? '',
          place: every.indexOf(focused),
        };
      });
      if (stop === null || (stops.length > 0 && stop.place === stops[0]?.place)) break;
      stops.push(stop);
    }
    console.log(stops.map(({ area, name }) => `${area}: ${name}`).join('\n'));
    const inOrder = stops.map(({ place }) => place);
    expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
    const areas = stops
      .map(({ area }) => area)
      .filter((area, at, all) => area !== 'between' && area !== all[at - 1]);
    expect(areas).toEqual(['rail', 'client', 'notices', 'timeline', 'line', 'log']);
  },
);

longTest('with reduced motion nothing in a room moves for longer than 0.01 s', async ({ browser }) => {
  const page = await signIn(browser, 'physician');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await enterRunningRoom(page);
  /** What would move: on the screen, or about to. */
  const moving = () =>
    page.evaluate(() => {
      const longest = (list: string) =>
        Math.max(
          ...list.split(',').map((time) => Number.parseFloat(time) * (time.trim().endsWith('ms') ? 1 : 1000)),
        );
      const found: string[] = [];
      for (const element of document.querySelectorAll('*')) {
        for (const pseudo of [null, '::before', '::after']) {
          const { animationName, animationDuration, animationDelay, transitionDuration } = getComputedStyle(
            element,
            pseudo,
          );
          const animates = animationName !== 'none' && longest(animationDuration) > 10;
          if (animates || longest(transitionDuration) > 10)
            found.push(
              `${element.tagName}.${element.className} ${animationName} ${animationDuration} ${animationDelay} ${transitionDuration}`,
            );
        }
      }
      for (const animation of document.getAnimations()) {
        const { duration } = animation.effect?.getComputedTiming() ?? {};
        if (Number(duration) > 10) found.push(`running for ${duration} ms`);
      }
      return found;
    });
  await type(page, '172/104 88 97');
  await seesRow(page, '172/104');
  expect(await moving()).toEqual([]);
  await type(page, 'k 20 im');
  const readBack = page.getByRole('region', { name: 'Read back to record' });
  await readBack.getByLabel('Reason for going outside the limit').waitFor();
  expect(await moving()).toEqual([]);
  await readBack.getByLabel('Amount again').fill('20');
  await readBack.getByLabel('Reason for going outside the limit').fill('steady, asked twice');
  await readBack.getByLabel('Reason for going outside the limit').press('Enter');
  // With the bar of the fifteen seconds, which shrinks for everyone else.
  await page.getByText('Recorded 20 mg.').waitFor();
  expect(await moving()).toEqual([]);
  await page.getByRole('button', { name: /^In this room/ }).click();
  expect(await moving()).toEqual([]);
});
