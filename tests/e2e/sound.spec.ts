import { expect, type Page } from '@playwright/test';
import { endSession, enterRoom, makeSession, startSession } from './made-session.ts';
import { longTest, signIn, type } from './people.ts';

/** A two-tone is two notes. */
const NOTES = 2;

/** From the next load on: counts the notes that this page really plays, and lets its clock be moved. */
async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const play = OscillatorNode.prototype.start;
    Object.assign(window, { notesPlayed: 0 });
    OscillatorNode.prototype.start = function start(...when: [number?]) {
      const { context } = this;
      if (context.state === 'running') (window as unknown as { notesPlayed: number }).notesPlayed += 1;
      play.apply(this, when);
    };
  });
  await page.clock.install();
}

const notes = (page: Page) => page.evaluate(() => (window as unknown as { notesPlayed: number }).notesPlayed);
const sign = (page: Page, name: RegExp) => page.getByRole('button', { name });

longTest(
  '[SND-2] a High sounds on the physician’s device alone, once it is turned on, and each minute until it is seen',
  async ({ browser }) => {
    const physician = await signIn(browser, 'physician');
    const session = await makeSession(physician);
    await startSession(physician, session);
    const therapist = await signIn(browser, 'therapist');
    for (const page of [physician, therapist]) {
      await listen(page);
      await enterRoom(page, session);
    }
    const question = physician.getByRole('region', { name: 'Sound for High notices on this device' });
    await question.getByRole('button', { name: 'Off' }).click();
    await expect(question).toHaveCount(0);
    await expect(sign(physician, /is off\. Turn it on/)).toBeVisible();

    await type(physician, '184/100 90 97');
    for (const page of [physician, therapist])
      await expect(page.getByRole('region', { name: 'Notices', exact: true })).toContainText('High');
    await physician.clock.fastForward(3_000);
    expect(await notes(physician)).toBe(0);

    // The press that turns it on unlocks it, and what stands unseen sounds at once.
    await sign(physician, /is off\. Turn it on/).click();
    await expect(sign(physician, /is on\. Turn it off/)).toBeVisible();
    await expect.poll(() => notes(physician)).toBe(NOTES);
    // In one leap: a line that was silent for so long is opened anew, and that sets the clock right again.
    await physician.clock.fastForward(61_000);
    await expect.poll(() => notes(physician)).toBe(2 * NOTES);
    await therapist.clock.fastForward(130_000);

    await physician
      .getByRole('region', { name: 'Notices', exact: true })
      .getByRole('button', { name: 'Seen' })
      .click();
    await expect(physician.getByRole('listitem').filter({ hasText: 'BP 184/100' })).toHaveAttribute(
      'data-quiet',
      'true',
    );
    await physician.clock.fastForward(150_000);
    await physician.clock.runFor(2_000);
    expect(await notes(physician)).toBe(2 * NOTES);

    // A reload asks nothing again. Until somebody touches the page the browser may hold the sound back.
    await physician.reload();
    await expect(sign(physician, /is on\. Turn it off|Sound waits for a tap/)).toBeVisible();
    await physician.getByText('In session', { exact: true }).click();
    await expect(sign(physician, /is on\. Turn it off/)).toBeVisible();
    await expect(question).toHaveCount(0);

    expect(await notes(therapist)).toBe(0);
    await expect(therapist.getByText(/Sound|Muted/)).toHaveCount(0);
    await endSession(physician, session);
  },
);
