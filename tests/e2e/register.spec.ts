import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { endSession, makeSession, startSession } from './made-session.ts';
import { longTest, signIn } from './people.ts';

const PIN = '730251';

longTest(
  '[VIA-4] a nurse opens a vial, it is used and wasted from, and two people count what is left',
  async ({ browser }) => {
    const physician = await signIn(browser, 'physician');
    const me = await physician.request.get(`${process.env.TANDEM_URL}/api/me`);
    const { person } = (await me.json()) as { person: { name: string } };
    const session = await makeSession(physician);
    await startSession(physician, session);

    const nurse = await signIn(browser, 'nurse');
    await nurse.getByRole('link', { name: 'Register', exact: true }).click();
    await expect(nurse.getByText('This does not replace the legal register.')).toBeVisible();
    const lot = `R${Date.now().toString(36)}`;
    const name = `Ketamine, lot ${lot}`;
    await nurse.getByRole('button', { name: 'Open a vial' }).click();
    const opening = nurse.getByRole('form', { name: 'Open a vial' });
    await opening.getByLabel('Concentration mg/mL').fill('50');
    await opening.getByLabel('Amount mg').fill('.5');
    await opening.getByLabel('Lot').fill(lot);
    await opening.getByLabel('Expires on').fill('2099-12-31');
    await opening.getByRole('button', { name: 'Open vial' }).click();
    await expect(opening).toContainText('Write 0.5, with a zero before the point.');
    await opening.getByLabel('Amount mg').fill('500');
    const answered = nurse.waitForResponse(
      (response) => response.url().endsWith('/api/vials') && response.request().method() === 'POST',
    );
    await opening.getByRole('button', { name: 'Open vial' }).click();
    const { id: vialId } = (await (await answered).json()) as { id: string };
    await expect(nurse.getByRole('status').filter({ hasText: `${name} is open.` })).toBeVisible();
    const block = nurse.getByRole('rowgroup', { name });
    await expect(block).toContainText('Nothing was taken from it.');

    const happenedAt = new Date().toISOString();
    const dose = { state: 'already-given', drug: 'ketamine', route: 'im', amountMg: 40, vialId };
    const reply = await physician.request.post(
      `${process.env.TANDEM_URL}/api/sessions/${session.id}/entries`,
      {
        data: {
          entries: [
            { id: randomUUID(), kind: 'dose', happenedAt, data: dose },
            { id: randomUUID(), kind: 'waste', happenedAt, data: { vialId, amountMg: 10.5 } },
          ],
        },
      },
    );
    expect(reply.status(), await reply.text()).toBe(201);
    await endSession(physician, session);
    await nurse.reload();
    await expect(block.getByRole('listitem')).toHaveText([/Dose 40 mg/, /Waste 10.5 mg/]);
    await expect(block).toContainText('449.5 mg');

    await block.getByRole('button', { name: `Count ${name}` }).click();
    const count = nurse.getByRole('form', { name: `Count of ${name}` });
    await count.getByLabel('Counted mg').fill('449.5');
    await count.getByLabel('Who confirms').selectOption({ label: person.name });
    await count.getByLabel('Their PIN').fill('111222');
    await count.getByRole('button', { name: 'Confirm count' }).click();
    await expect(count.getByRole('alert')).toContainText('not their PIN');
    await count.getByLabel('Their PIN').fill(PIN);
    await count.getByRole('button', { name: 'Confirm count' }).click();
    await expect(block).toContainText('449.5 mg, as expected');
    await expect(block.getByRole('link', { name: 'Session' }).first()).toHaveAttribute(
      'href',
      `/s/${session.id}`,
    );
  },
);
