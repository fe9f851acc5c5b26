import { expect, type Page } from '@playwright/test';
import { answerGate, endSession, enterRoom, makeSession, startSession } from './made-session.ts';
import { longTest, seesRow, signIn, type } from './people.ts';

const arcCell = (page: Page) => page.getByText('Medicine arc', { exact: true }).first().locator('..');
const arcBar = (page: Page) => page.getByRole('list', { name: 'Medicine arc' });

longTest(
  'the arc: expected phases dashed from the first dose, one tap sets the next on both screens, undone once',
  async ({ browser }) => {
    const physician = await signIn(browser, 'physician');
    const session = await makeSession(physician);
    await startSession(physician, session);
    await answerGate(physician, session, []);
    const therapist = await signIn(browser, 'therapist');
    await enterRoom(physician, session);
    await enterRoom(therapist, session);

    await therapist.getByRole('button', { name: 'Begin Settling now' }).click();
    await expect(arcCell(physician)).toContainText('Settling 0 min');
    await expect(arcBar(physician).locator('[data-expected]')).toHaveCount(0);

    // Already given: it is recorded at once where the read-back is confirmed.
    const at = new Date().toISOString();
    const entry = { id: crypto.randomUUID(), kind: 'dose', happenedAt: at };
    const data = { state: 'already-given', drug: 'ketamine', route: 'im', amountMg: 40 };
    const reply = await physician.request.post(
      `${process.env.TANDEM_URL}/api/sessions/${session.id}/entries`,
      { data: { entries: [{ ...entry, data }] } },
    );
    expect(reply.ok()).toBe(true);
    const expected = arcBar(therapist).locator('[data-expected]');
    await expect(expected.first()).toHaveAttribute('title', /^Onset expected about \d\d:\d\d$/);
    await expect(expected).toHaveCount(5);

    await therapist.getByRole('button', { name: 'Begin Onset now' }).click();
    await expect(arcCell(physician)).toContainText('Onset 0 min');
    await expect(arcBar(physician).locator('[data-expected]')).toHaveCount(4);
    // Only who set it, and only for a while, takes it back with one tap.
    await expect(physician.getByRole('button', { name: 'Undo Onset' })).toHaveCount(0);
    await therapist.getByRole('button', { name: 'Undo Onset' }).click();
    await expect(arcCell(physician)).toContainText('Settling');
    await expect(therapist.getByRole('button', { name: 'Begin Onset now' })).toBeVisible();

    await physician.getByLabel('Another phase').selectOption('peak');
    await expect(arcCell(therapist)).toContainText('Peak 0 min');
    await type(therapist, 'p return');
    await seesRow(physician, 'Return');
    await endSession(physician, session);
  },
);
