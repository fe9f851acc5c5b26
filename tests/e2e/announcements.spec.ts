import { expect, type Page } from '@playwright/test';
import { tapLiveLine } from './live-line.ts';
import { enterRoom, makeSession, startSession } from './made-session.ts';
import { longTest, seesRow, signIn, type } from './people.ts';

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
        const nodes = type === 'childList' ? [...addedNodes] : [target];
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
    const page = await signIn(browser, 'physician');
    const session = await makeSession(page);
    await startSession(page, session);
    await enterRoom(page, session);
    await expect(page.getByText('All saved')).toBeVisible();
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

    // More than a tick of every clock and countdown of the strip, the notices and the timeline.
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
    await seesRow(page, '84');
    await expect(page.getByRole('region', { name: 'Notices' })).toContainText('High');
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
  },
);
