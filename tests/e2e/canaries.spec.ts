import { expect, type Page } from '@playwright/test';
import { keptOnDevice } from './kept-on-device.ts';
import {
  addClient,
  line,
  log,
  longTest,
  openRoom,
  planSession,
  seesRow,
  signIn,
  test,
  type,
} from './people.ts';

test.setTimeout(180_000);

const NOTE = 'canarynote-5a1';
const PROCESS_NOTE = 'canaryprocess-5a3';
const FAMILY = `Canaryfamily${Date.now().toString(36)}`;
const GIVEN = 'Canarygiven';
const REASON = 'canaryreason-5a4';

/** Every address that the page asks for, every line of its console, and the title that a history would keep. */
function listen(page: Page): string[] {
  const heard: string[] = [];
  page.on('request', (request) => heard.push(request.url()));
  page.on('websocket', (socket) => heard.push(socket.url()));
  page.on('console', (message) => heard.push(message.text()));
  page.on('framenavigated', (frame) => heard.push(frame.url()));
  return heard;
}

longTest(
  '[CAN-3] names and words of a session are in no address, no console and no storage of the browser',
  async ({ browser }) => {
    const physician = await signIn(browser, 'physician');
    const heard = listen(physician);
    const client = await addClient(physician, GIVEN, FAMILY);
    await planSession(physician, client);
    await openRoom(physician, client);
    await physician.getByRole('button', { name: 'Start session' }).click();
    await physician.getByRole('button', { name: 'End session' }).waitFor();
    await type(physician, '148/92 88 97');
    await type(physician, `"${NOTE}`);
    await seesRow(physician, NOTE);
    await line(physician).fill(`"${NOTE} unsent`);
    const titles = [await physician.title()];
    const room = physician.url();

    // What waits on the device while there is no line is there, and readable to nobody.
    await physician.context().setOffline(true);
    await type(physician, `"${NOTE} offline`);
    await seesRow(physician, `${NOTE} offline`);
    await expect(physician.getByText(/kept here/).first()).toBeVisible();
    const waiting = await keptOnDevice(physician);
    expect(waiting.length).toBeGreaterThan(200);
    await physician.context().setOffline(false);
    await expect(physician.getByText(/kept here/)).toHaveCount(0);

    const row = log(physician)
      .getByRole('article')
      .filter({ hasText: `${NOTE} offline` });
    await row.getByRole('button', { name: /^Correct/ }).click();
    await row.getByRole('button', { name: 'Entered in error' }).click();
    const retract = physician.getByRole('region', { name: 'Entered in error' });
    await retract.getByRole('textbox').first().fill(REASON);
    await physician.keyboard.press('Enter');
    await physician.getByRole('link', { name: 'Clients' }).click();
    await physician.getByRole('searchbox', { name: 'Find client' }).fill(FAMILY);
    await physician
      .getByRole('link', { name: new RegExp(FAMILY, 'i') })
      .first()
      .click();
    await physician.getByRole('heading', { level: 1, name: new RegExp(FAMILY, 'i') }).waitFor();
    titles.push(await physician.title());
    await physician.getByRole('link', { name: 'Sessions', exact: true }).click();
    await physician.getByRole('heading', { name: 'Sessions', level: 1 }).waitFor();

    const therapist = await signIn(browser, 'therapist');
    const heardToo = listen(therapist);
    await therapist.goto(room);
    await therapist.getByRole('button', { name: 'Process note' }).click();
    const dialog = therapist.getByRole('dialog', { name: /^Process note/ });
    await dialog.getByLabel('Your process note').fill(PROCESS_NOTE);
    await expect(dialog).toContainText(/Saved \d\d:\d\d/);

    const words = [NOTE, PROCESS_NOTE, FAMILY, GIVEN, REASON].map((word) => word.toLowerCase());
    const texts = [waiting, await keptOnDevice(physician), await keptOnDevice(therapist)];
    texts.push(heard.join('\n'), heardToo.join('\n'), titles.join('\n'));
    expect(heard.length + heardToo.length).toBeGreaterThan(20);
    for (const [at, text] of texts.entries())
      for (const word of words) expect(text.toLowerCase().includes(word), `${word} in ${at}`).toBe(false);
    // Of what the physician's pages hold, nothing is of the process note.
    await expect(physician.getByText(PROCESS_NOTE)).toHaveCount(0);
  },
);
