import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { answerGate, endSession, enterRoom, makeSession, startSession } from './made-session.ts';
import { longTest, seesRow, signIn, type } from './people.ts';

const panel = (page: Page) => page.getByRole('region', { name: 'Hand over' });

async function openPanel(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^In this room/ }).click();
  await page.getByRole('button', { name: 'Hand over', exact: true }).click();
  await panel(page).waitFor();
}

longTest(
  '[HOV-2] what is handed over is read before, accepted with one press and told to everybody; it can be taken back',
  async ({ browser }) => {
    const physician = await signIn(browser, 'physician');
    const session = await makeSession(physician);
    await startSession(physician, session);
    await answerGate(physician, session);
    const dose = { state: 'already-given', drug: 'ketamine', route: 'im', amountMg: 40 };
    const reply = await physician.request.post(
      `${process.env.TANDEM_URL}/api/sessions/${session.id}/entries`,
      {
        data: {
          entries: [{ id: randomUUID(), kind: 'dose', happenedAt: new Date().toISOString(), data: dose }],
        },
      },
    );
    expect(reply.status()).toBe(201);
    await enterRoom(physician, session);
    await type(physician, '164/98 90 97');
    const receiver = await signIn(browser, 'physician.two');
    await enterRoom(receiver, session);
    const therapist = await signIn(browser, 'therapist');
    await enterRoom(therapist, session);
    await expect(physician.getByRole('button', { name: /^In this room.*Dr Theo Marsh/ })).toBeVisible();

    await openPanel(physician);
    const told = panel(physician);
    await expect(told).toContainText(`${session.client.familyName.toUpperCase()}, Maya`);
    await expect(told).toContainText('40 mg 0.59 mg/kg · 1 dose');
    await expect(told).toContainText(/Last dose40 mg at \d\d:\d\d/);
    await expect(told).toContainText(/Next vitals(were )?due \d\d:\d\d/);
    await expect(told).toContainText('Medium: BP 164/98, over 160');
    await told.getByRole('button', { name: 'Hand over' }).click();
    await expect(told.getByRole('alert')).toHaveText('Choose to whom.');
    // Who is in the room stands before the other physicians of the clinic, and whoever hands over not at all.
    await expect(told.getByRole('radio').first()).toHaveAccessibleName('Dr Theo Marsh in this room');
    await expect(told.getByRole('radio', { name: 'Dr Amara Okafor' })).toHaveCount(0);
    await told.getByRole('radio', { name: /Dr Theo Marsh/ }).check();
    await told.getByLabel('Anything else, in a sentence').fill('Her sister waits downstairs.');
    await told.getByRole('button', { name: 'Hand over' }).click();

    const waiting = /Waiting for Dr Theo Marsh to accept since \d\d:\d\d/;
    for (const page of [physician, therapist]) await expect(page.getByText(waiting)).toBeVisible();
    const offered = receiver.getByRole('listitem').filter({ hasText: 'Dr Amara Okafor hands over to you' });
    await expect(offered).toContainText('as physician');
    await expect(offered).toContainText('40 mg 0.59 mg/kg');
    await expect(offered).toContainText('BP 164/98, over 160');
    await expect(offered).toContainText('Her sister waits downstairs.');
    await expect(therapist.getByRole('button', { name: 'Accept' })).toHaveCount(0);
    // Nobody is kept from recording meanwhile, and it waits through a reload.
    await type(therapist, 'Breath slows.');
    await seesRow(receiver, 'Breath slows.');
    await therapist.reload();
    await expect(therapist.getByText(waiting)).toBeVisible();

    await offered.getByRole('button', { name: 'Accept' }).click();
    await expect(offered).toHaveCount(0);
    for (const page of [physician, therapist]) {
      await expect(page.getByText(waiting)).toHaveCount(0);
      await seesRow(page, 'Handed over as physician to Dr Theo Marsh; ketamine 40 mg given');
      await seesRow(page, 'Accepted the handover of Dr Amara Okafor');
    }

    await openPanel(physician);
    await panel(physician)
      .getByRole('radio', { name: /Dr Theo Marsh/ })
      .check();
    await panel(physician).getByRole('button', { name: 'Hand over' }).click();
    await expect(offered).toBeVisible();
    await physician.getByRole('button', { name: 'Take back' }).click();
    await physician.getByLabel('Reason').fill('I stay.');
    await physician.getByRole('button', { name: 'Mark entered in error' }).click();
    await expect(offered).toHaveCount(0);
    await endSession(physician, session);
  },
);
