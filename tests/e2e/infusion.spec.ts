import { expect, type Page } from '@playwright/test';
import { formatMg } from '@tandem/domain';
import { enterRoom, type MadeSession, makeSession, openVial, startSession } from './made-session.ts';
import { ketamineGiven, line, log, longTest, seesRow, signIn } from './people.ts';

const PIN = '730251';
const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

/** Held until the button says that it has been held long enough. */
async function hold(page: Page, label: RegExp): Promise<void> {
  const held = page.locator('button[data-held]');
  await page.getByRole('button', { name: label }).focus();
  await page.keyboard.down(' ');
  await expect(held).toHaveCount(1);
  await expect(held).toHaveCount(0);
  await page.keyboard.up(' ');
}

interface Stored {
  readonly kind: string;
  readonly happenedAt: string;
  readonly data: { readonly rateMgPerHour?: number };
}

/** The area under the rates as stored, in whole micrograms, by numbers of any size. */
async function areaOf(page: Page, { id }: MadeSession): Promise<number> {
  const reply = await page.request.get(
    `${process.env.TANDEM_URL}/api/sessions/${id}/entries?after=0&limit=1000`,
  );
  const { entries } = (await reply.json()) as { entries: Stored[] };
  const own = entries.filter(({ kind }) => kind.startsWith('infusion-'));
  let area = 0n;
  own.forEach(({ happenedAt, data }, at) => {
    const next = own[at + 1];
    if (next === undefined) return;
    const ms = Date.parse(next.happenedAt) - Date.parse(happenedAt);
    area += BigInt(Math.round((data.rateMgPerHour ?? 0) * 1000)) * BigInt(ms);
  });
  return Number((area * 2n + 3_600_000n) / 7_200_000n);
}

longTest(
  '[INF-6] an infusion is changed, paused and stopped early, and both screens show what it gave',
  async ({ browser }) => {
    const physician = await signIn(browser, 'physician');
    const session = await makeSession(physician);
    await startSession(physician, session);
    await enterRoom(physician, session);
    const nurse = await signIn(browser, 'nurse');
    await enterRoom(nurse, session);

    await physician.getByRole('button', { name: 'Infusion', exact: true }).click();
    const start = panel(physician, 'Start an infusion');
    await start.getByLabel('Planned amount').fill('.5');
    await expect(start).toContainText('Write 0.5, with a zero before the point.');
    await start.getByLabel('Planned amount').fill('0.5');
    await start.getByText('mg/kg', { exact: true }).click();
    await start.getByLabel('Over minutes').fill('40');
    await start.getByLabel('Concentration').fill('10');
    await expect(start).toContainText('34 mg · 0.50 mg/kg · 3.4 mL · 51 mg/h');
    await expect(start.getByRole('list', { name: 'What stands against it' })).toContainText(
      'Not settled yet',
    );
    await start.getByLabel('Concentration').press('Enter');
    await hold(physician, /^Hold to record/);
    await expect(start.getByRole('alert')).toHaveText(/Give the reason/);
    await start.getByLabel('Reason for going outside the limit').fill('Checked on paper.');
    await hold(physician, /^Hold to record/);
    await seesRow(nurse, 'Ketamine infusion started at 51 mg/h IV');
    await expect(ketamineGiven(nurse)).toContainText('running 51 mg/h');

    await physician.getByRole('button', { name: 'Infusion', exact: true }).click();
    const running = panel(physician, 'Infusion');
    await expect(running).toContainText(/At this rate the planned 34 mg are in at \d\d:\d\d/);
    await running.getByRole('button', { name: 'Change rate' }).click();
    await running.getByLabel('New rate').fill('60');
    await running.getByRole('button', { name: 'Set rate' }).click();
    await seesRow(nurse, 'Ketamine infusion at 60 mg/h');
    await running.getByRole('button', { name: 'Pause' }).click();
    await seesRow(nurse, 'Ketamine infusion paused');
    await running.getByLabel('Why stopped').fill('Asked to stop.');
    await running.getByRole('button', { name: 'Stop infusion' }).click();
    await seesRow(nurse, 'Ketamine infusion stopped: Asked to stop.');

    const micrograms = await areaOf(physician, session);
    expect(micrograms).toBeGreaterThan(0);
    for (const page of [physician, nurse]) {
      await expect(ketamineGiven(page)).not.toContainText('running');
      await expect(ketamineGiven(page)).toContainText(formatMg(micrograms));
    }
  },
);

longTest(
  'waste is recorded with its witness: a wrong PIN keeps what was typed and says the tries',
  async ({ browser }) => {
    const nurse = await signIn(browser, 'nurse');
    const set = await nurse.request.post(`${process.env.TANDEM_URL}/api/me/pin`, {
      data: { pin: PIN, password: 'tandem-demo' },
    });
    expect(set.ok()).toBe(true);
    const physician = await signIn(browser, 'physician');
    const session = await makeSession(physician);
    await startSession(physician, session);
    const lot = `K${Date.now().toString(36)}`;
    await openVial(physician, lot);
    await enterRoom(physician, session);

    await physician.getByRole('button', { name: 'Waste', exact: true }).click();
    const waste = panel(physician, 'Waste');
    await waste.getByLabel('Vial').selectOption({ label: `Ketamine, lot ${lot}` });
    await waste.getByLabel('Amount mg').fill('16.5');
    await waste.getByRole('button', { name: 'Ask the witness' }).click();
    const second = waste.getByRole('group', { name: /Confirms Ketamine 16.5 mg with their PIN/ });
    const who = second.getByLabel('Who confirms');
    if (await who.isVisible()) {
      const name = await nurse.request
        .get(`${process.env.TANDEM_URL}/api/me`)
        .then(async (reply) => ((await reply.json()) as { person: { name: string } }).person.name);
      await who.selectOption({ label: name });
    }
    await second.getByLabel('Their PIN').fill('111222');
    await second.getByLabel('Their PIN').press('Enter');
    await expect(second.getByRole('alert')).toContainText(/not their PIN.*\d tr(y is|ies are) left/);
    await expect(waste.getByLabel('Amount mg')).toHaveValue('16.5');
    await second.getByLabel('Their PIN').fill(PIN);
    await second.getByRole('button', { name: 'Confirm' }).click();
    await seesRow(physician, 'Wasted 16.5 mg');
    await expect(line(physician)).toBeFocused();
    await expect(log(physician).getByRole('article').filter({ hasText: 'Not stored' })).toHaveCount(0);
  },
);
