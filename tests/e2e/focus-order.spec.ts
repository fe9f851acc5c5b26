import { expect, type Page } from '@playwright/test';
import { answerGate, enterRunningRoom, makeSession, startSession } from './made-session.ts';
import { line, log, longTest, seesRow, signIn, type } from './people.ts';
import { enterByTouch, keypad, TABLET, Taps } from './touch.ts';

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

longTest(
  'the first stops of the keyboard lead to the line, the log and the timeline',
  async ({ browser }) => {
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
    // A panel stands where the line was, and has its own.
    await page.getByRole('button', { name: 'Moment', exact: true }).click();
    await page.getByRole('region', { name: 'Moment' }).waitFor();
    await skip(page, 1, 'Skip to the open panel');
    await expect(page.getByRole('region', { name: 'Moment' })).toBeFocused();
    await page.keyboard.press('Escape');
    // A keyboard beside a tablet. A drawer that is closed opens for it.
    await page.setViewportSize({ width: 1024, height: 768 });
    await keypad(page).waitFor();
    await skip(page, 1, 'Skip to the keypad');
    await expect(keypad(page).getByRole('tab', { name: 'Vitals' })).toBeFocused();
    await skip(page, 2, 'Skip to the log');
    await expect(log(page)).toBeFocused();
  },
);

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

/** What would move: on the screen, or about to. */
function moving(page: Page): Promise<string[]> {
  return page.evaluate(() => {
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
}

longTest('with reduced motion nothing in a room moves for longer than 0.01 s', async ({ browser }) => {
  const page = await signIn(browser, 'physician');
  // With notices of other rooms above it there is no height for the notes lane at 900 px.
  await page.setViewportSize({ width: 1440, height: 1100 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await enterRunningRoom(page);
  await type(page, '172/104 88 97');
  await seesRow(page, '172/104');
  expect(await moving(page)).toEqual([]);
  await type(page, 'k 20 im');
  const readBack = page.getByRole('region', { name: 'Read back to record' });
  await readBack.getByLabel('Reason for going outside the limit').waitFor();
  expect(await moving(page)).toEqual([]);
  await readBack.getByLabel('Amount again').fill('20');
  await readBack.getByLabel('Reason for going outside the limit').fill('steady, asked twice');
  await readBack.getByLabel('Reason for going outside the limit').press('Enter');
  // With the bar of the fifteen seconds, which shrinks for everyone else.
  await page.getByText('Recorded 20 mg.').waitFor();
  expect(await moving(page)).toEqual([]);
  await page.getByRole('button', { name: /^In this room/ }).click();
  expect(await moving(page)).toEqual([]);
  await page.keyboard.press('Escape');

  // A stretch that is being dragged along the notes.
  await page.locator('[data-drags]').waitFor();
  const notes = await page.locator('[data-lane="notes"][role="img"] path').first().boundingBox();
  if (notes === null) throw new Error('no notes lane');
  await page.mouse.move(notes.x + notes.width * 0.005, notes.y);
  await page.mouse.down();
  await page.mouse.move(notes.x + notes.width * 0.3, notes.y, { steps: 4 });
  expect(await moving(page)).toEqual([]);
  await page.mouse.up();
  await page.getByRole('region', { name: 'Moment' }).waitFor();
  expect(await moving(page)).toEqual([]);
});

longTest('with reduced motion nothing moves on a tablet either', async ({ browser }) => {
  const page = await signIn(browser, 'physician', { touch: TABLET });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const session = await makeSession(page);
  await startSession(page, session);
  await answerGate(page, session);
  // What was asked for and is not here yet says so.
  let letThrough = () => {};
  const held = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route(/on-demand-/, async (route) => {
    await held;
    await route.continue();
  });
  await enterByTouch(page, session);
  const taps = new Taps(page);
  await taps.digits('128847698');
  await taps.on(/^Record at/);
  await expect(keypad(page).getByRole('button', { name: 'Systolic empty' })).toBeVisible();
  expect(await moving(page)).toEqual([]);
  await keypad(page).getByRole('tab', { name: 'Dose' }).tap();
  await taps.digits('20');
  await taps.on('Read back');
  await page.getByText('This part is not on this device yet.').waitFor();
  expect(await moving(page)).toEqual([]);
  letThrough();

  const hold = page.getByRole('button', { name: 'Hold to record' });
  await hold.waitFor();
  const box = await hold.boundingBox();
  if (box === null) throw new Error('no button to hold');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await expect(hold).toHaveAttribute('data-held', 'true');
  expect(await moving(page)).toEqual([]);
  await page.getByText('Recorded 20 mg.').waitFor();
  await page.mouse.up();
  expect(await moving(page)).toEqual([]);
});
