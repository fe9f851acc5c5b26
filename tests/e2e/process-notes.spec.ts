import { expect, type Page } from '@playwright/test';
import { keptOnDevice as kept } from './kept-on-device.ts';
import { enterRoom, makeSession, startSession } from './made-session.ts';
import { log, longTest, signIn } from './people.ts';

const CANARY = 'canary-5d21: I felt my own father in the room.';
const dialog = (page: Page) => page.getByRole('dialog', { name: /^Process note/ });
const field = (page: Page) => dialog(page).getByLabel('Your process note');

longTest(
  '[PRN-2, PRN-7] a therapist writes a process note in the room: saved by itself, said when it is not, read by nobody else',
  async ({ browser }) => {
    const therapist = await signIn(browser, 'therapist');
    const session = await makeSession(therapist);
    await startSession(therapist, session);
    await enterRoom(therapist, session);
    await therapist.getByRole('button', { name: 'Process note' }).click();
    await expect(dialog(therapist)).toContainText('Only you can read this.');
    await expect(dialog(therapist)).toContainText('Nothing written yet');
    await field(therapist).fill(CANARY);
    await expect(dialog(therapist)).toContainText('Not saved yet');
    await expect(dialog(therapist)).toContainText(/Saved \d\d:\d\d/);

    await therapist.context().setOffline(true);
    await field(therapist).fill(`${CANARY} And it passed.`);
    await expect(dialog(therapist)).toContainText('Not saved while offline');
    expect(await kept(therapist)).not.toContain('canary-5d21');
    // Closed and opened again the words are there still.
    await therapist.keyboard.press('Escape');
    await therapist.getByRole('button', { name: 'Process note' }).click();
    await expect(field(therapist)).toHaveValue(`${CANARY} And it passed.`);
    await therapist.context().setOffline(false);
    await expect(dialog(therapist)).toContainText(/Saved \d\d:\d\d/);
    await therapist.reload();
    await enterRoom(therapist, session);
    await therapist.getByRole('button', { name: 'Process note' }).click();
    await expect(field(therapist)).toHaveValue(`${CANARY} And it passed.`);
    expect(await kept(therapist)).not.toContain('canary-5d21');

    const physician = await signIn(browser, 'physician');
    await enterRoom(physician, session);
    await expect(log(physician)).toBeVisible();
    await expect(physician.getByRole('button', { name: 'Process note' })).toHaveCount(0);
    await expect(physician.getByText('canary-5d21')).toHaveCount(0);
  },
);

longTest(
  '[PRN-5] a lead asks for a release, a physician agrees, the lead reads, and the author is told on every page',
  async ({ browser }) => {
    const therapist = await signIn(browser, 'therapist');
    const session = await makeSession(therapist);
    await enterRoom(therapist, session);
    await therapist.getByRole('button', { name: 'Process note' }).click();
    await field(therapist).fill(CANARY);
    await expect(dialog(therapist)).toContainText(/Saved \d\d:\d\d/);
    await dialog(therapist).getByRole('button', { name: 'Done' }).click();

    const about = new RegExp(`Jonas Lindqvist about ${session.client.familyName}`);
    const row = (page: Page) => page.getByRole('listitem').filter({ hasText: about });
    const lead = await signIn(browser, 'lead');
    await lead.goto(new URL('/process-notes', lead.url()).href);
    await lead.getByRole('button', { name: 'Ask for a release' }).click();
    await lead.getByRole('button', { name: 'Ask for it' }).click();
    await expect(lead.getByText('Choose the author.')).toBeVisible();
    await lead.getByLabel('Author').selectOption({ label: 'Jonas Lindqvist' });
    const clients = lead.getByLabel('Client', { exact: true });
    const label = await clients.locator('option', { hasText: session.client.familyName }).textContent();
    await clients.selectOption({ label: label as string });
    await lead.getByLabel('Legal ground').selectOption({ label: 'Required by law or court order' });
    await lead.getByLabel('What allows it').fill('Order of 2026-11-20, in the safe.');
    await lead.getByRole('button', { name: 'Ask for it' }).click();
    await expect(row(lead)).toContainText('Waits for a second person');
    await expect(row(lead).getByRole('button', { name: 'Read' })).toHaveCount(0);

    const physician = await signIn(browser, 'physician');
    await physician.goto(new URL('/process-notes', physician.url()).href);
    await row(physician).getByRole('button', { name: 'Agree' }).click();
    await expect(row(physician)).toContainText('Open until');
    await expect(row(physician).getByRole('button', { name: 'Read' })).toHaveCount(0);

    await lead.reload();
    await row(lead).getByRole('button', { name: 'Read' }).click();
    await expect(row(lead)).toContainText(CANARY);
    await therapist.reload();
    const told = therapist.getByText(/was given leave to read your process notes/);
    await expect(told).toBeVisible();
    await therapist.getByRole('button', { name: 'I have seen this' }).click();
    await expect(told).toHaveCount(0);
    await row(lead).getByRole('button', { name: 'Close it now' }).click();
    await expect(row(lead)).toContainText('Over');
  },
);
