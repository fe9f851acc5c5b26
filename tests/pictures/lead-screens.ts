import type { Page } from '@playwright/test';
import { openPage, type Screen } from './screen.ts';

const preview = (page: Page) => page.getByRole('complementary', { name: 'Preview' });

async function openSessions(page: Page): Promise<void> {
  await openPage(page, 'Sessions');
  await preview(page).getByRole('link', { name: 'Replay' }).waitFor();
}

/** The first session that somebody signed, in the preview. */
async function chooseSigned(page: Page): Promise<void> {
  await openSessions(page);
  await page.getByRole('row').filter({ hasText: 'Signed' }).filter({ hasText: 'high' }).first().click();
  await preview(page).getByRole('link', { name: 'Open report' }).waitFor();
}

/** What the clinic lead has: looking back at sessions that are over. */
export const leadScreens: readonly Screen[] = [
  {
    name: 'sessions',
    title: 'Past sessions: four facts, filters, pressures on one scale, a preview',
    who: 'lead',
    differs: 'As designed; a demo badge on every row.',
    open: openSessions,
  },
  {
    name: 'report',
    title: 'The report of a signed session',
    who: 'lead',
    differs: 'The panel for the way home is a list beside the record.',
    open: async (page) => {
      await chooseSigned(page);
      await preview(page).getByRole('link', { name: 'Open report' }).click();
      await page.getByRole('heading', { name: 'What was recorded' }).waitFor();
    },
  },
  {
    name: 'replay',
    title: 'A session again: as it was known then, at the notice it raised',
    who: 'lead',
    differs: 'No design; the room with a transport above.',
    open: async (page) => {
      await chooseSigned(page);
      await preview(page).getByRole('link', { name: 'Replay' }).click();
      await page.getByRole('button', { name: 'Next notice' }).click();
      await page.getByRole('region', { name: 'Notices', exact: true }).waitFor();
    },
  },
  {
    name: 'insights',
    title: 'Insights: how all sessions went',
    who: 'lead',
    differs: 'No design.',
    open: async (page) => {
      await openPage(page, 'Insights');
      await page.getByRole('heading', { name: 'What is open or missing' }).waitFor();
    },
  },
  {
    name: 'drills',
    title: 'Drills: a script is played into a training session',
    who: 'lead',
    differs: 'No design.',
    open: async (page) => {
      await openSessions(page);
      await page.getByRole('link', { name: 'Drills' }).click();
      await page.getByRole('button', { name: 'Start the drill' }).waitFor();
    },
  },
];
