import { expect, type Page } from '@playwright/test';
import { requestsOf } from './live-line.ts';
import { enterRoom, makeSession, startSession } from './made-session.ts';
import { line, longTest, seesRow, signIn, type } from './people.ts';

const writing = (page: Page) => page.getByTestId('writing');
const people = (page: Page) => page.getByRole('button', { name: /^In this room/ });

longTest(
  'who is here and what kind they write, never what; an entry costs a viewer no request',
  async ({ browser }) => {
    const physician = await signIn(browser, 'physician');
    const session = await makeSession(physician);
    await startSession(physician, session);
    await enterRoom(physician, session);
    const therapist = await signIn(browser, 'therapist');
    await enterRoom(therapist, session);
    await expect(people(physician)).toHaveAccessibleName('In this room: Dr Amara Okafor, Jonas Lindqvist');
    await expect(people(therapist)).toHaveAccessibleName('In this room: Dr Amara Okafor, Jonas Lindqvist');

    const began = performance.now();
    await line(therapist).fill('she is holding the blanket');
    await expect(writing(physician)).toHaveText(/^JL?Jonas is writing a note/);
    const took = performance.now() - began;
    console.log(`"is writing" on the other screen: ${Math.round(took)} ms`);
    // Within 2 s; a busy machine gets twice that.
    expect(took).toBeLessThan(4_000);
    await expect(writing(physician)).not.toContainText('blanket');
    await expect(writing(therapist)).not.toContainText('Jonas');
    // Five seconds after the last key nobody writes, though the words still stand in the line.
    await expect(writing(physician)).not.toContainText('Jonas', { timeout: 9_000 });

    await line(physician).fill('148/9');
    await expect(writing(therapist)).toContainText('Amara is entering vital signs');
    await line(physician).fill('148/92 88 97');
    const asked = requestsOf(therapist);
    await line(physician).press('Enter');
    await seesRow(therapist, '148/92');
    await expect(writing(therapist)).not.toContainText('Amara');
    expect(asked).toEqual([]);
    await type(physician, 'k 40 im');
    await expect(writing(therapist)).toContainText('Amara is preparing a dose');
    await physician.keyboard.press('Escape');
    await expect(writing(therapist)).not.toContainText('Amara');

    // A second screen of the same person is the same person.
    const second = await physician.context().newPage();
    await second.goto(physician.url());
    await line(second).fill('p pe');
    await expect(writing(therapist)).toContainText('Amara is writing a note');
    await people(therapist).click();
    const list = therapist.getByRole('listitem').filter({ hasText: 'Dr Amara Okafor' });
    await expect(list).toHaveCount(1);
    await expect(list).toContainText('Physician · active now');
  },
);

longTest('Today follows what happens in a room, without asking for it', async ({ browser }) => {
  const therapist = await signIn(browser, 'therapist');
  const physician = await signIn(browser, 'physician');
  const session = await makeSession(physician);
  const { client } = session;
  await enterRoom(physician, session);
  const card = therapist.getByRole('listitem').filter({ hasText: client.familyName.toUpperCase() });
  await expect(card.getByRole('button', { name: 'Start' })).toBeVisible();
  await physician.getByRole('button', { name: 'Start session' }).click();
  await expect(card).toContainText('No vital signs yet');
  await expect(card).toContainText(/Vitals due (in \d+ min|now)/);

  const asked: unknown[] = [];
  therapist.on('request', (request) => {
    if (request.url().includes('/api/')) asked.push(request.postDataJSON());
  });
  await type(physician, '151/93 91 96');
  await type(physician, 'p onset');
  await expect(card).toContainText('151/93');
  await expect(card).toContainText('Onset');
  await expect(card).toContainText('Taken now');
  // Only the lists of planned and ended sessions take their turns.
  expect(asked.filter((body) => JSON.stringify(body).includes('in-progress'))).toEqual([]);

  // A lead sees that it runs and where it stands: neither whose it is nor a value.
  const lead = await signIn(browser, 'lead');
  const cards = lead.getByRole('region', { name: 'In session now' });
  await expect(cards.getByText('Onset').first()).toBeVisible();
  await expect(cards).not.toContainText('151/93');
  await expect(cards).not.toContainText(client.familyName.toUpperCase());
  await physician.getByRole('button', { name: 'End session' }).click();
  await physician.getByRole('radio', { name: 'Completed' }).check();
  await physician.getByRole('dialog').getByRole('button', { name: 'End session' }).click();
  // For a moment both lists may hold it: each is told by a way of its own.
  const named = { hasText: client.familyName.toUpperCase() };
  const toSign = therapist.getByRole('region', { name: 'To sign' }).getByRole('listitem').filter(named);
  await expect(toSign).toContainText('Ended');
  await expect(card).toHaveCount(1);
  await expect(card).not.toContainText('151/93');
});
