import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { tapLiveLine } from './live-line.ts';
import { endSession, enterRoom, makeSession, startSession } from './made-session.ts';
import { log, longTest, seesRow, signIn, test, type } from './people.ts';
import { enterByTouch, keypad, TABLET, Taps } from './touch.ts';

/**
 * Writes down what a screen reader would be given: every change inside of a live region that is not off or busy, with
 * how loud it is. Alerts and assertive regions interrupt; the others wait for a pause.
 */
async function listen(page: Page): Promise<() => Promise<{ how: string; text: string }[]>> {
  await page.evaluate(() => {
    const heard: { how: string; text: string }[] = [];
    Object.assign(window, { heard });
    const regionOf = (node: Node) => {
      const element = node instanceof Element ? node : node.parentElement;
      return element?.closest('[aria-live], [role="alert"], [role="status"], [role="log"]') ?? null;
    };
    const alertsIn = (node: Node) =>
      node instanceof Element ? [...node.querySelectorAll('[role="alert"]')] : [];
    const loudness = (region: Element) =>
      region.getAttribute('aria-live') ?? (region.getAttribute('role') === 'alert' ? 'assertive' : 'polite');
    const write = (node: Node) => {
      const region = regionOf(node);
      if (region === null || region.closest('[aria-busy="true"]') !== null) return;
      const how = loudness(region);
      const text = (region.getAttribute('role') === 'log' ? node : region).textContent?.trim() ?? '';
      if (how === 'off' || text === '' || node instanceof Comment) return;
      const name = region.getAttribute('role') === 'log' ? 'log' : how;
      heard.push({ how: name, text });
    };
    new MutationObserver((changes) => {
      const seen = new Set<Node>();
      for (const { type, target, addedNodes } of changes) {
        const added = type === 'childList' ? [...addedNodes] : [target];
        // An alert speaks as it comes, wherever it comes with; other regions have to be there before.
        const alerts = type === 'childList' ? added.flatMap(alertsIn) : [];
        const nodes = [...added, ...alerts];
        for (const node of nodes) {
          const region = regionOf(node);
          const once = region?.getAttribute('role') === 'log' ? node : region;
          if (once === null || once === undefined || seen.has(once)) continue;
          seen.add(once);
          write(node);
        }
      }
    }).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: ['aria-busy'],
    });
  });
  return () =>
    page.evaluate(() => (window as unknown as { heard: { how: string; text: string }[] }).heard.splice(0));
}

const entries = [
  ['132/84 78 98', '132/84'],
  ['she closes her eyes', 'closes her eyes'],
  ['134/86 80 98', '134/86'],
  ['breath slow', 'breath slow'],
  ['p onset', 'Onset'],
  ['136/86 82 97', '136/86'],
  ['hands open', 'hands open'],
  ['~ tears, calm', 'tears, calm'],
  ['138/88 84 97', '138/88'],
  ['asks for the blanket', 'asks for the blanket'],
] as const;

longTest(
  'ten entries are read out once each, by the log alone; minutes that go on are silent',
  async ({ browser }) => {
    test.setTimeout(150_000);
    const page = await signIn(browser, 'physician');
    const session = await makeSession(page);
    await startSession(page, session);
    await enterRoom(page, session);
    // Not what was there before: the log is whole.
    await expect(page.getByText(/^Complete to #\d+$/)).toBeVisible();
    const heard = await listen(page);
    for (const [typed, row] of entries) {
      await type(page, typed);
      await seesRow(page, row);
      await expect(page.getByText('All saved')).toBeVisible();
    }
    const all = await heard();
    console.log(all.map(({ how, text }) => `${how}: ${text}`).join('\n'));
    expect(all.filter(({ how }) => how === 'log')).toHaveLength(entries.length);
    expect(all.filter(({ how }) => how !== 'log')).toEqual([]);

    // A tick of the countdown; the minutes go on in the test of the handover.
    const countdown = page.getByText('Next vitals', { exact: true }).locator('..');
    const before = await countdown.textContent();
    await expect.poll(() => countdown.textContent(), { timeout: 70_000 }).not.toBe(before);
    expect(await heard()).toEqual([]);
  },
);

longTest(
  'a High interrupts once, a Medium waits, and the saving speaks when it turns',
  async ({ browser }) => {
    const page = await signIn(browser, 'physician');
    const session = await makeSession(page);
    await startSession(page, session);
    const live = await tapLiveLine(page);
    await enterRoom(page, session);
    await type(page, '132/84 78 98');
    await seesRow(page, '132/84');
    const heard = await listen(page);

    await type(page, '132/84 78 84');
    await type(page, '132/84 78 84');
    await seesRow(page, /SpO₂ 84 %/);
    await expect(page.getByRole('region', { name: 'Notices', exact: true })).toContainText('High');
    await expect
      .poll(async () => (await page.locator('[aria-live="assertive"]').textContent()) ?? '')
      .toMatch(/^High: /);
    const notices = await heard();
    console.log(notices.map(({ how, text }) => `${how}: ${text}`).join('\n'));
    expect(notices.filter(({ how }) => how === 'assertive')).toHaveLength(1);

    live.cut = true;
    await page.context().setOffline(true);
    await expect(page.getByText(/^Reconnecting|kept here/).first()).toBeVisible({ timeout: 30_000 });
    await type(page, 'kept while away');
    await page.context().setOffline(false);
    live.cut = false;
    await seesRow(page, 'kept while away');
    await expect(page.getByText('All saved')).toBeVisible({ timeout: 30_000 });
    const saving = await heard();
    console.log(saving.map(({ how, text }) => `${how}: ${text}`).join('\n'));
    expect(saving.filter(({ text }) => text === 'Everything is saved again.')).toHaveLength(1);
    await endSession(page, session);
  },
);

longTest('the keypad reads out what is wrong, and not what is still to come', async ({ browser }) => {
  const page = await signIn(browser, 'physician', { touch: TABLET });
  const session = await makeSession(page);
  await startSession(page, session);
  await enterByTouch(page, session);
  await expect(keypad(page)).toContainText('Record a baseline');
  const heard = await listen(page);
  const taps = new Taps(page);
  await taps.digits('0');
  await expect(keypad(page)).toContainText('0 was not taken.');
  await taps.digits('148928897');
  await taps.on(/^Record at/);
  await expect(keypad(page).getByRole('button', { name: 'Systolic empty' })).toBeVisible();
  await expect(page.getByText('All saved')).toBeVisible();
  const all = (await heard()).filter(({ how }) => how !== 'log');
  console.log(all.map(({ how, text }) => `${how}: ${text}`).join('\n'));
  expect(all).toEqual([{ how: 'polite', text: '0 was not taken. Systolic does not begin with 0.' }]);
});

longTest(
  'a handover is read out once to whom it is for; its minutes, who is here and who writes are silent',
  async ({ browser }) => {
    test.setTimeout(150_000);
    const physician = await signIn(browser, 'physician');
    const session = await makeSession(physician);
    await startSession(physician, session);
    const dose = { state: 'already-given', drug: 'ketamine', route: 'im', amountMg: 40 };
    const entry = { id: randomUUID(), kind: 'dose', happenedAt: new Date().toISOString(), data: dose };
    const url = `${process.env.TANDEM_URL}/api/sessions/${session.id}/entries`;
    const reply = await physician.request.post(url, { data: { entries: [entry] } });
    expect(reply.status()).toBe(201);
    await enterRoom(physician, session);
    const receiver = await signIn(browser, 'physician.two');
    await enterRoom(receiver, session);
    // The parts that come later are here: the region stands before it says something.
    await receiver.getByRole('region', { name: /^Sound for High/ }).waitFor();
    const heard = await listen(receiver);

    await physician.getByRole('button', { name: /^In this room.*Dr Theo Marsh/ }).click();
    await physician.getByRole('button', { name: 'Hand over', exact: true }).click();
    const panel = physician.getByRole('region', { name: 'Hand over' });
    await panel.getByRole('radio', { name: /Dr Theo Marsh/ }).check();
    await panel.getByRole('button', { name: 'Hand over' }).click();
    const offered = receiver.getByRole('listitem').filter({ hasText: 'Dr Amara Okafor hands over to you' });
    await expect(offered).toBeVisible();
    await physician.getByLabel('Entry line').fill('she is');
    await expect(receiver.getByTestId('writing')).toContainText('is writing a note');
    const ago = offered.getByText(/ min ago$/);
    const before = await ago.textContent();
    await expect.poll(() => ago.textContent(), { timeout: 70_000 }).not.toBe(before);
    const all = (await heard()).filter(({ how }) => how !== 'log');
    console.log(all.map(({ how, text }) => `${how}: ${text}`).join('\n'));
    expect(all).toEqual([{ how: 'polite', text: 'Dr Amara Okafor hands over to you as physician' }]);
    await endSession(physician, session);
  },
);

longTest('that somebody else took an entry back is read out once, not every second', async ({ browser }) => {
  const amara = await signIn(browser, 'physician');
  const session = await makeSession(amara);
  await startSession(amara, session);
  await enterRoom(amara, session);
  await type(amara, '132/84 88 97');
  await seesRow(amara, '132/84');
  const theo = await signIn(browser, 'physician.two');
  await enterRoom(theo, session);
  await seesRow(theo, '132/84');
  for (const page of [theo, amara])
    await log(page)
      .getByRole('button', { name: /^Correct: .*132\/84/ })
      .click();
  await log(theo).getByRole('button', { name: 'Amend', exact: true }).click();
  await theo.getByLabel('Systolic').waitFor();
  const heard = await listen(theo);

  await log(amara).getByRole('button', { name: 'Entered in error', exact: true }).click();
  await amara.getByLabel('Reason').fill('another client');
  await amara.getByRole('button', { name: 'Mark entered in error' }).click();
  const told = theo.getByText(/^Amara marked this entered in error \d+ s ago$/);
  await told.waitFor();
  const before = await told.textContent();
  await expect.poll(() => told.textContent()).not.toBe(before);
  const all = (await heard()).filter(({ how }) => how !== 'log');
  console.log(all.map(({ how, text }) => `${how}: ${text}`).join('\n'));
  expect(all).toEqual([{ how: 'assertive', text: 'Amara marked this entered in error' }]);
});
