import { expect, type Page } from '@playwright/test';
import { endSession, makeSession, startSession } from './made-session.ts';
import { line, longTest, seesRow, signIn, test } from './people.ts';
import { forgetOpenings, passMinutes, setTeamOnly } from './team-only.ts';

test.setTimeout(120_000);
const door = (page: Page) => page.getByRole('heading', { name: 'Not your team' });
const banner = (page: Page) => page.getByRole('region', { name: 'Open to you without being on its team' });
const told = (page: Page) => page.getByRole('status').filter({ hasText: 'without being on the team' });

// On every page of a lead it is said until somebody looked at it.
test.afterEach(() => Promise.all([setTeamOnly(false), forgetOpenings()]));

/** A session of the demo that runs and whose team this person is not on. */
async function ofAnotherTeam(page: Page): Promise<string> {
  const url = `${process.env.TANDEM_URL}/api/sessions/search`;
  const search = { headers: { origin: process.env.TANDEM_URL as string }, data: { status: ['in-progress'] } };
  const { items } = (await (await page.request.post(url, search)).json()) as {
    items: { id: string; patient: object | null }[];
  };
  const id = items.find(({ patient }) => patient === null)?.id;
  if (id === undefined) throw new Error('every session that runs is this person’s');
  return id;
}

longTest(
  '[BRG-1, BRG-4] called into a room of another team: one press opens it, and a lead hears of it on Today',
  async ({ browser }) => {
    await setTeamOnly(true);
    const lead = await signIn(browser, 'lead');
    const nurse = await signIn(browser, 'nurse');
    await nurse.goto(`${process.env.TANDEM_URL}/s/${await ofAnotherTeam(nurse)}`);
    await expect(door(nurse)).toBeVisible();
    await nurse.getByRole('button', { name: 'The team called me in' }).click();
    await line(nurse).waitFor();
    await expect(told(lead)).toContainText('Tunde Mensah', { timeout: 5_000 });
    await expect(banner(nurse)).toContainText(/60 minutes left.*The team called me in/);
  },
);

longTest(
  '[BRG-2, BRG-3] the hour is begun anew before it is over; when it is over the room closes, and what was typed is there again',
  async ({ browser }) => {
    await setTeamOnly(true);
    const physician = await signIn(browser, 'physician');
    const session = await makeSession(physician);
    await startSession(physician, session);
    const nurse = await signIn(browser, 'nurse');
    await nurse.goto(`${process.env.TANDEM_URL}/s/${session.id}`);
    await nurse.getByRole('button', { name: 'Open for 60 minutes' }).click();
    await expect(nurse.getByText('Say why, in a few words.')).toBeVisible();
    await nurse.getByLabel('Another reason').fill('Covers for Mei until five.');
    await nurse.getByRole('button', { name: 'Open for 60 minutes' }).click();
    await line(nurse).waitFor();
    await expect(banner(nurse)).toContainText('Covers for Mei until five.');
    await expect(banner(nurse).getByRole('button')).toHaveCount(0);

    await passMinutes(50);
    await nurse.reload();
    await expect(banner(nurse)).toContainText('10 minutes left');
    await banner(nurse).getByRole('button', { name: 'Begin another hour' }).click();
    await expect(banner(nurse)).toContainText('60 minutes left');

    await line(nurse).fill('Breath slow');
    await passMinutes(61);
    await expect(door(nurse)).toBeVisible({ timeout: 5_000 });
    await expect(nurse.getByText(session.client.familyName.toUpperCase())).toHaveCount(0);
    await nurse.getByRole('button', { name: 'Emergency in the room' }).click();
    await expect(line(nurse)).toHaveValue('Breath slow');
    await line(nurse).press('Enter');
    await seesRow(nurse, 'Breath slow');
    await endSession(physician, session);
  },
);

longTest(
  '[BRG-4, BRG-5] a lead looks at each, with a word; what waited over 7 days is said',
  async ({ browser }) => {
    await setTeamOnly(true);
    const physician = await signIn(browser, 'physician');
    const session = await makeSession(physician);
    await startSession(physician, session);
    const nurse = await signIn(browser, 'nurse');
    await nurse.goto(`${process.env.TANDEM_URL}/s/${session.id}`);
    await nurse.getByRole('button', { name: 'I take over for somebody of the team' }).click();
    await line(nurse).waitFor();
    await endSession(physician, session);
    await passMinutes(8 * 24 * 60);
    const lead = await signIn(browser, 'lead');
    await expect(told(lead)).toContainText(/waited over 7 days/);
    await told(lead).getByRole('link', { name: 'Look at it' }).click();
    const row = lead.getByRole('listitem').filter({ hasText: session.client.familyName });
    await expect(row).toContainText('Nobody has looked at it for over 7 days');
    await row.getByRole('button', { name: 'Review the opening by Tunde Mensah' }).click();
    await row.getByLabel('A word to it').fill('Was agreed with the team.');
    await row.getByRole('button', { name: 'Save as reviewed' }).click();
    await expect(row).toContainText('Reviewed by Ruth Feldmann');
    await expect(row).toContainText('Was agreed with the team.');
  },
);
