import { randomUUID } from 'node:crypto';
import { type Browser, expect, type Page } from '@playwright/test';
import { whyNoClone } from './fresh-clone.ts';
import { enterRoom, type MadeSession, makeSession, startSession } from './made-session.ts';
import { fillSignIn, line, longTest, seesRow, test, type, type Who } from './people.ts';
import { UpdateHouse } from './update-house.ts';

/** What an update meets: the commit, and by what it differs from this one. */
const EARLIER = [
  ['f4bcc1c3e31974a98992c8ae73f605b25e2a2a9a', 'two steps of the database before'],
  ['9942f68b6040ebcb060f3fe40c264ceb4ce574fe', 'another wire, and five steps of the database before'],
] as const;

/** A page of the earlier Tandem, with a login of its own: nothing of it was loaded by this checkout. */
async function earlierPage(browser: Browser, who: Who, shell: boolean): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    serviceWorkers: shell ? 'allow' : 'block',
  });
  const page = await context.newPage();
  await page.goto(process.env.TANDEM_URL as string);
  await fillSignIn(page, who);
  return page;
}

/** From now on, for how long this page says that it is not current, at the longest. */
async function watchCurrency(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const seen = { sinceMs: null as number | null, longestMs: 0 };
    Object.assign(window, { currency: seen });
    setInterval(() => {
      const now = performance.now();
      const stale = document.body.textContent.includes('Not current since');
      if (!stale) seen.sinceMs = null;
      else {
        seen.sinceMs ??= now;
        seen.longestMs = Math.max(seen.longestMs, now - seen.sinceMs);
      }
    }, 100);
  });
  return () =>
    page.evaluate(() =>
      Math.round((window as unknown as { currency: { longestMs: number } }).currency.longestMs),
    );
}

/** Writes one note after the other until it is stopped; each is sent until it is confirmed. */
function writer(page: Page, { id }: MadeSession) {
  const confirmed: string[] = [];
  let over = false;
  let tries = 0;
  const writing = (async () => {
    const url = `${process.env.TANDEM_URL}/api/sessions/${id}/entries`;
    while (!over) {
      const entry = {
        id: randomUUID(),
        kind: 'note',
        happenedAt: new Date().toISOString(),
        data: { category: 'noticed', text: `note ${confirmed.length}` },
      };
      for (;;) {
        tries += 1;
        const reply = await page.request.post(url, { data: { entries: [entry] } }).catch(() => null);
        if (reply?.ok()) break;
        if (reply !== null && reply.status() < 500) throw new Error(await reply.text());
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      confirmed.push(entry.id);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  })();
  return {
    confirmed,
    async stop() {
      over = true;
      await writing;
      return tries - confirmed.length;
    },
  };
}

for (const [commit, differs] of EARLIER)
  longTest(`[A16] an update on a live session: ${differs}`, async ({ browser }) => {
    const why = whyNoClone(commit);
    test.skip(why !== null, why ?? '');
    test.setTimeout(10 * 60_000);
    const house = new UpdateHouse(commit);
    try {
      const earlier = await house.startEarlier();
      const physician = await earlierPage(browser, 'physician', false);
      const therapist = await earlierPage(browser, 'therapist', true);
      const session = await makeSession(physician);
      await startSession(physician, session);
      for (const page of [physician, therapist]) await enterRoom(page, session);
      await type(physician, '124/78 72 98');
      await seesRow(therapist, '124/78');
      const longest = await Promise.all([physician, therapist].map(watchCurrency));
      const notes = writer(physician, session);
      const atLeast = (count: number) => expect.poll(() => notes.confirmed.length).toBeGreaterThan(count);
      await atLeast(5);

      // The steps run beside the earlier one, which goes on; then both serve for a while.
      const later = await house.startLater();
      expect(later.said).toMatch(/Database brought up to date \(\d+ steps\)/);
      const beside = notes.confirmed.length;
      await atLeast(beside + 20);
      await type(therapist, 'written while both are there');
      await seesRow(physician, 'written while both are there');
      const cookie = (await therapist.context().cookies())
        .map(({ name, value }) => `${name}=${value}`)
        .join('; ');
      const there = await fetch(`${later.address}/api/sessions/${session.id}/entries`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json' },
        body: JSON.stringify({
          entries: [
            {
              id: randomUUID(),
              kind: 'note',
              happenedAt: new Date().toISOString(),
              data: { category: 'noticed', text: 'written at the later one' },
            },
          ],
        }),
      });
      expect(there.status, await there.text()).toBe(201);
      for (const page of [physician, therapist]) await seesRow(page, 'written at the later one');

      // What a proxy does: people are led to the later one, and the earlier one ends.
      house.leadTo(later.address);
      await earlier.ctrlC();
      await atLeast(notes.confirmed.length + 20);
      await type(physician, 'typed in a page of before');
      await seesRow(therapist, 'typed in a page of before');
      // A part of the page that it had not needed so far, which the later one no longer has.
      for (const page of [physician, therapist]) {
        await page.getByRole('navigation').getByRole('button').last().click();
        await expect(
          page
            .getByRole('dialog')
            .or(page.getByText(/[Rr]eload/))
            .first(),
        ).toBeVisible();
        await page.keyboard.press('Escape');
        await expect(line(page)).toBeVisible();
      }
      const waits = await notes.stop();
      const longestMs = await Promise.all(longest.map((of) => of()));
      console.log(
        `update (${differs}): ${notes.confirmed.length} notes confirmed, ${waits} sent again; said not to be current for ${longestMs.join(' and ')} ms`,
      );

      const reply = await physician.request.get(
        `${process.env.TANDEM_URL}/api/sessions/${session.id}/entries?limit=1000`,
      );
      const { entries } = (await reply.json()) as { entries: { id: string; seq: number }[] };
      const ids = entries.map(({ id }) => id);
      expect(notes.confirmed.filter((id) => !ids.includes(id))).toEqual([]);
      expect(new Set(ids).size).toBe(ids.length);
      expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, at) => at + 1));
      expect(await house.verified()).toMatch(/ 0 broken/);
      for (const page of [physician, therapist]) {
        await page.reload();
        await line(page).waitFor();
        await seesRow(page, 'typed in a page of before');
        await expect(page.getByText(`Complete to #${entries.length}`)).toBeVisible();
      }
    } finally {
      await house.remove();
    }
  });
