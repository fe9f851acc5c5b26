import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { enterRoom, makeSession, startSession } from './made-session.ts';
import { longTest, signIn, test } from './people.ts';

const MINUTE = 60_000;
const lane = (page: Page) => page.locator('[data-lane="notes"][role="img"]');
const log = (page: Page) => page.getByRole('log');
const place = (page: Page) => page.getByRole('slider', { name: 'Moment of the session' });
const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

interface Recorded {
  readonly kind: string;
  readonly happenedAt: string;
}

/** What stands on the lane and in the log of each of the three. */
const region = { kind: 'moment', shape: 'region', words: 'Long silence' } as const;
const shift = { kind: 'shift', shape: 'shift', words: 'From “I am the mistake” to “I did my best”' } as const;
const kept = { kind: 'words-to-keep', shape: null, words: '“I can put it down”' } as const;
type Told = typeof region | typeof shift | typeof kept;

async function there(page: Page, { shape, words }: Told): Promise<void> {
  await expect(log(page)).toContainText(words);
  if (shape !== null) await expect(lane(page).locator(`[data-shape="${shape}"]`)).toHaveCount(1);
}
async function notThere(page: Page, { shape, words }: Told): Promise<void> {
  await expect(log(page)).not.toContainText(words);
  if (shape !== null) await expect(lane(page).locator(`[data-shape="${shape}"]`)).toHaveCount(0);
}

longTest(
  '[RPL-2] [RPL-3] a region drawn on the timeline, a shift and words to keep are replayed each from its minute on, as it happened and as it was known then',
  async ({ browser }) => {
    test.setTimeout(90_000);
    const page = await signIn(browser, 'therapist');
    const session = await makeSession(page);
    const url = `${process.env.TANDEM_URL}/api/sessions/${session.id}`;
    const nowMs = Date.now();
    await startSession(page, session, new Date(nowMs - 60 * MINUTE).toISOString());

    // The region by hand, before the other two.
    await enterRoom(page, session);
    await page.locator('[data-drags]').waitFor();
    const line = await lane(page).locator('path').first().boundingBox();
    if (line === null) throw new Error('no notes lane');
    const at = (minute: number) => line.x + (line.width * minute) / 100;
    await page.mouse.move(at(52), line.y);
    await page.mouse.down();
    await page.mouse.move(at(55), line.y, { steps: 4 });
    await page.mouse.move(at(57), line.y, { steps: 4 });
    await page.mouse.up();
    const moment = panel(page, 'Moment');
    await moment.getByLabel('What it was').fill(region.words);
    await moment.getByRole('button', { name: 'Record', exact: true }).click();
    await there(page, region);
    const recorded = async () =>
      ((await (await page.request.get(`${url}/entries?after=0`)).json()) as { entries: Recorded[] }).entries;
    await expect.poll(async () => (await recorded()).map(({ kind }) => kind)).toContain('moment');

    // The other two each in a call of its own, so that each is recorded at a moment of its own.
    const record = async (kind: string, minutesAgo: number, data: object) => {
      const happenedAt = new Date(nowMs - minutesAgo * MINUTE).toISOString();
      const reply = await page.request.post(`${url}/entries`, {
        data: { entries: [{ id: randomUUID(), kind, happenedAt, data }] },
      });
      if (!reply.ok()) throw new Error(await reply.text());
    };
    await record('shift', 2, { from: 'I am the mistake', to: 'I did my best' });
    await record('words-to-keep', 1, { text: 'I can put it down' });
    await page.request.post(`${url}/end`, { data: { id: randomUUID(), disposition: 'completed' } });
    const entries = await recorded();
    const happened = ({ kind }: Told) =>
      Date.parse(entries.find((one) => one.kind === kind)?.happenedAt ?? 'never');

    const reader = await signIn(browser, 'physician');
    await reader.goto(`${process.env.TANDEM_URL}/s/${session.id}/replay`);
    await expect(reader.getByText('Replay, not live', { exact: true })).toBeVisible();
    const fromMs = Number(await place(reader).getAttribute('min'));
    /** The slider goes in whole seconds from the start: the last one before a moment, and the first one at or after it. */
    const second = (ms: number) => Math.ceil((ms - fromMs) / 1000);
    const seek = (n: number) => place(reader).fill(`${fromMs + n * 1000}`);

    // As it happened, told today.
    await reader.getByText('Told today').click();
    for (const one of [region, shift, kept]) {
      const n = second(happened(one));
      expect(n).toBeGreaterThan(0);
      await seek(n - 1);
      await notThere(reader, one);
      await seek(n);
      await there(reader, one);
    }

    // As it was known then: each comes when it was recorded, long after its minute for the first.
    await reader.getByText('Known then').click();
    await seek(second(happened(region)) + 60);
    for (const one of [region, shift, kept]) await notThere(reader, one);
    const next = reader.getByRole('button', { name: 'Next note' });
    await next.click();
    await there(reader, region);
    await notThere(reader, shift);
    await next.click();
    await there(reader, shift);
    await notThere(reader, kept);
    await next.click();
    await there(reader, kept);
  },
);
