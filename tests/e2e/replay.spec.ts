import { expect, type Page } from '@playwright/test';
import { makeSession, startSession } from './made-session.ts';
import { longTest, signIn } from './people.ts';

const MINUTE = 60_000;
const place = (page: Page) => page.getByRole('slider', { name: 'Moment of the session' });
const log = (page: Page) => page.getByRole('log');
const shown = (page: Page, name: string) => page.getByText(name, { exact: true });

longTest(
  '[RPL-2] [RPL-3] [RPL-5] a therapist takes a session through its moments: what was known then, what is told today, the next notice and note',
  async ({ browser }) => {
    const physician = await signIn(browser, 'physician');
    const session = await makeSession(physician);
    const url = `${process.env.TANDEM_URL}/api/sessions/${session.id}`;
    const id = () => crypto.randomUUID();
    const send = async (path: string, data: object) => {
      const reply = await physician.request.post(`${url}${path}`, { data });
      if (!reply.ok()) throw new Error(await reply.text());
    };
    // Begun an hour ago: a replay of one moment would show nothing. Everything is recorded just now.
    const nowMs = Date.now();
    const ago = (minutes: number) => new Date(nowMs - minutes * MINUTE).toISOString();
    await startSession(physician, session, ago(60));
    const wrong = id();
    const vitals = (systolic: number) => ({ systolic, diastolic: 96, heartRate: 90, spo2: 97 });
    const record = (entry: object) => send('/entries', { entries: [entry] });
    const late = { lateReason: 'Written down afterwards.' };
    await record({ id: id(), kind: 'vital-signs', happenedAt: ago(55), data: vitals(122), context: late });
    await record({ id: wrong, kind: 'vital-signs', happenedAt: ago(40), data: vitals(188), context: late });
    await record({
      id: id(),
      kind: 'note',
      happenedAt: ago(20),
      data: { text: 'Hands open.', category: 'noticed' },
      context: late,
    });
    await record({
      id: id(),
      kind: 'amendment',
      happenedAt: ago(0),
      data: { entryId: wrong, data: vitals(138), reason: 'Mistyped.' },
    });
    await send('/end', { id: id(), disposition: 'completed' });

    const reader = await signIn(browser, 'therapist');
    await reader.goto(`${process.env.TANDEM_URL}/s/${session.id}/replay`);
    await expect(shown(reader, 'Replay, not live')).toBeVisible();
    // Nothing is recorded in it: no line, no correction.
    await expect(reader.getByRole('textbox')).toHaveCount(0);
    await reader.getByText('Told today').click();
    await expect(log(reader)).not.toContainText('138/96');
    await place(reader).fill(`${nowMs - 39 * MINUTE}`);
    await expect(log(reader)).toContainText('138/96');
    await expect(log(reader)).not.toContainText('Hands open.');
    await place(reader).press(']');
    await expect(log(reader)).toContainText('Hands open.');
    await reader.getByText('Known then').click();
    await expect(log(reader)).not.toContainText('Hands open.');
    await reader.getByRole('button', { name: 'Next notice' }).click();
    await expect(log(reader)).toContainText('188/96');
    await expect(reader.getByRole('region', { name: 'Notices', exact: true })).toContainText('188/96');
    await reader.getByRole('button', { name: 'Next note' }).click();
    await expect(log(reader)).toContainText('Hands open.');
    await reader.getByRole('button', { name: 'Play' }).click();
    await expect(reader.getByRole('button', { name: 'Play' })).toBeVisible({ timeout: 20_000 });
    await expect(log(reader)).toContainText('138/96');
  },
);
