import { expect } from '@playwright/test';
import { longTest, signIn, test } from './people.ts';

const NAME = 'Sublingual lozenge';
const LIMIT = 'Systolic pressure, Medium, upper, mmHg';

longTest(
  '[TRY-2] [TRY-3] [PRO-5] [PRO-7] a lead tries a lower limit on past sessions, reads what it would have changed, and the version that a physician confirms is the one in force',
  async ({ browser }) => {
    test.setTimeout(180_000);
    const lead = await signIn(browser, 'lead');
    await lead.getByRole('link', { name: 'Setup' }).click();
    await lead.getByRole('link', { name: /protocols, with all their limits/ }).click();
    await lead.getByRole('link', { name: new RegExp(`^${NAME} version 1`) }).click();
    await lead.getByRole('link', { name: 'New version' }).click();
    const trial = lead.getByRole('region', { name: 'Try on past sessions' });
    const perSession = trial.getByRole('definition').first();
    const figures = async () => {
      await expect(trial.getByRole('button', { name: 'Try again' })).toBeVisible({ timeout: 60_000 });
      await expect(trial.getByRole('status')).toHaveText(/^(\d+) of \1 sessions tried$/);
      const said = /^(\d+\.\d) → (\d+\.\d)$/.exec((await perSession.textContent()) ?? '');
      return [Number(said?.[1]), Number(said?.[2])] as const;
    };

    // As it stands nothing differs; what cannot be saved is not tried.
    await trial.getByRole('button', { name: 'Try', exact: true }).click();
    const [own, same] = await figures();
    expect(same).toBe(own);
    await expect(trial.getByRole('link', { name: 'Replay' })).toHaveCount(0);
    await lead.getByLabel(LIMIT).fill('185');
    await trial.getByRole('button', { name: 'Try again' }).click();
    await expect(trial).toContainText('Correct what is marked first');

    // Lower: more notices, of the same sessions, and the ones that differ lead to their replay.
    await lead.getByLabel(LIMIT).fill('125');
    await trial.getByRole('button', { name: 'Try again' }).click();
    await expect(trial.getByRole('link', { name: 'Replay' }).first()).toBeVisible({ timeout: 60_000 });
    const [before, after] = await figures();
    expect(before).toBe(own);
    expect(after).toBeGreaterThan(before);
    await expect(trial.locator('dl > div').nth(1).getByRole('definition').first()).toHaveText(
      /^(–|\d+ → \d+ of \d+)$/,
    );
    await expect(trial.getByRole('listitem').first()).toContainText(/\d+ → \d+/);
    await expect(trial.getByText('The form was changed since.')).toHaveCount(0);
    await lead.getByLabel(LIMIT).fill('150');
    await expect(trial.getByText('The form was changed since.', { exact: false })).toBeVisible();
    await lead.getByLabel(LIMIT).fill('125');

    // Saved it is a draft, and nobody plans under it.
    await lead.getByRole('button', { name: 'Save version' }).click();
    await expect(lead.getByRole('heading', { level: 1 })).toHaveText(`${NAME} version 2`);
    await expect(lead.getByText('Draft, not confirmed')).toBeVisible();
    const id = new URL(lead.url()).pathname.split('/').at(-1) ?? '';
    const physician = await signIn(browser, 'physician');
    const offered = async () => {
      await physician.goto(`${process.env.TANDEM_URL}/sessions/new`);
      const choice = physician.getByRole('combobox', { name: 'Protocol' });
      await expect(choice.getByRole('option').first()).toBeAttached();
      return choice
        .getByRole('option')
        .filter({ hasText: NAME })
        .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
    };
    expect(await offered()).not.toContain(id);

    await physician.goto(`${process.env.TANDEM_URL}/setup/protocols/${id}`);
    await physician.getByRole('button', { name: 'Confirm this version' }).click();
    const dialog = physician.getByRole('dialog', { name: 'Confirm these limits?' });
    await expect(dialog.locator('dl > div')).toHaveText([
      'Systolic pressure, Medium, upperfrom 160 mmHg → from 125 mmHg',
    ]);
    await dialog.getByRole('button', { name: 'Confirm', exact: true }).click();
    await expect(physician.getByText(/^Confirmed by Dr Amara Okafor on/)).toBeVisible();
    expect(await offered()).toEqual([id]);
  },
);
