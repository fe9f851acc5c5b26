import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { enterRoom, type MadeSession, makeSession, startSession } from './made-session.ts';
import { line, longTest, seesRow, signIn } from './people.ts';

const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const nextVitals = (page: Page) => page.getByText('Next vitals', { exact: true }).locator('..');

/** A dose that is so many minutes old, over HTTP: its slots have come and are to come. */
async function giveDose(page: Page, { id }: MadeSession, minutesAgo: number): Promise<void> {
  const happenedAt = new Date(Date.now() - minutesAgo * 60_000).toISOString();
  const data = { state: 'already-given', drug: 'ketamine', route: 'im', amountMg: 40 };
  const reply = await page.request.post(`${process.env.TANDEM_URL}/api/sessions/${id}/entries`, {
    data: { entries: [{ id: randomUUID(), kind: 'dose', happenedAt, data }] },
  });
  expect(reply.ok()).toBe(true);
}

longTest('[SCL-2] scales, a set that was refused, an event in full, and the round', async ({ browser }) => {
  const physician = await signIn(browser, 'physician');
  const session = await makeSession(physician);
  await startSession(physician, session);
  await giveDose(physician, session, 7);
  const other = await makeSession(physician);
  await startSession(physician, other);
  await giveDose(physician, other, 0);
  await enterRoom(physician, session);
  const therapist = await signIn(browser, 'therapist');
  await enterRoom(therapist, session);

  // The slot of minute 5 is open, and what was refused answers it.
  await expect(nextVitals(physician)).toContainText('were due');
  await physician.getByRole('button', { name: 'Not taken' }).click();
  const missing = panel(physician, 'Vital signs not taken');
  await expect(missing.getByRole('checkbox', { name: 'BP' })).toBeFocused();
  await missing.getByRole('button', { name: 'Record' }).click();
  await expect(missing.getByRole('alert')).toHaveText(/^Choose refused, deferred/);
  await missing.getByRole('radio', { name: 'Refused' }).check();
  await missing.getByRole('button', { name: 'Wants no touch now' }).click();
  await missing.getByRole('button', { name: 'Record' }).click();
  await expect(line(physician)).toBeFocused();
  await seesRow(therapist, 'BP, HR, SpO₂, RR, MOAA/S refused: Wants no touch now');
  await expect(nextVitals(physician)).not.toContainText('were due');

  // MOAA/S by its key goes into the vital signs.
  await physician.getByRole('button', { name: 'Scales' }).click();
  const scales = panel(physician, 'Scales');
  await scales.getByRole('radio', { name: /^5 Readily/ }).waitFor();
  await physician.keyboard.press('4');
  await expect(scales).toContainText('MOAA/S 4');
  await physician.keyboard.press('Enter');
  await seesRow(therapist, /^\d\d:\d\d\s*MOAA\/S 4/);

  // Aldrete: what is missing is named, what was chosen stays.
  await physician.getByRole('button', { name: 'Scales' }).click();
  await scales.getByText('Aldrete', { exact: true }).click();
  await scales.getByText('Moves 4 limbs').click();
  await scales.getByRole('button', { name: 'Record' }).click();
  await expect(scales.getByRole('alert')).toHaveText(
    'Not answered yet: Respiration; Circulation, pressure in % of baseline; Consciousness; SpO₂.',
  );
  await expect(scales.getByRole('radio', { name: /Moves 4 limbs/ })).toBeChecked();
  for (const answer of ['Deep breath and cough', '20 to 50 % off', 'Fully awake', 'Over 92 % on room air'])
    await scales.getByText(answer).click();
  await expect(scales).toContainText('Aldrete 9 of 10');
  await scales.getByRole('button', { name: 'Record' }).click();
  await seesRow(therapist, 'Aldrete 9 of 10');

  // A fall is never mild; an event that is always serious says so by itself.
  await physician.getByRole('button', { name: 'Event form' }).click();
  const event = panel(physician, 'Adverse event');
  await event.getByLabel('Event', { exact: true }).fill('fall');
  await physician.keyboard.press('Enter');
  await expect(event.getByRole('radio', { name: /^1/ })).toBeDisabled();
  await event.getByLabel('Event', { exact: true }).fill('self');
  await physician.keyboard.press('Enter');
  await expect(event.getByRole('checkbox', { name: /Serious/ })).toBeChecked();
  await event.getByText('Mild or no symptoms').click();
  await event.getByRole('button', { name: 'Record' }).click();
  await seesRow(therapist, /Self harm, grade 1.*Serious/s);

  // The round: the other session is due in 5 minutes, this one later.
  await physician.getByRole('link', { name: 'Today', exact: true }).click();
  await physician.getByRole('link', { name: 'Round', exact: true }).click();
  const rows = physician.getByRole('list', { name: 'Sessions in progress' }).getByRole('listitem');
  const row = ({ client }: MadeSession) => rows.filter({ hasText: client.familyName.toUpperCase() });
  await expect(row(other)).toContainText('in 4 min');
  await expect(row(session)).toContainText(/in [78] min/);
  const names = await rows.allInnerTexts();
  const at = ({ client }: MadeSession) =>
    names.findIndex((text) => text.includes(client.familyName.toUpperCase()));
  expect(at(other)).toBeLessThan(at(session));
  await physician.keyboard.press('j');
  await expect(rows.first().getByRole('link')).toBeFocused();
  await row(other).getByRole('link').focus();
  await physician.keyboard.press('Enter');
  await expect(line(physician)).toBeFocused();
  await expect(physician.getByRole('button', { name: /^Vitals/ })).toHaveAttribute('aria-pressed', 'true');
});
