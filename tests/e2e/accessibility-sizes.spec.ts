import { type Browser, expect, type Page } from '@playwright/test';
import { Look } from './axe.ts';
import { type MadeSession, makeSession, startSession } from './made-session.ts';
import { fillSignIn, longTest, test, type Who } from './people.ts';
import { PHONE, TABLET } from './touch.ts';

test.setTimeout(900_000);
// So many screens: one that does not come is told at once, and not after all of that time.
test.use({ actionTimeout: 20_000 });
const DESK = { width: 1440, height: 900 };
const sizes = [DESK, TABLET, PHONE] as const;
type Size = (typeof sizes)[number];

/** Screens that are reached by their address, by who opens them. */
const pages: Partial<Record<Who, readonly string[]>> = {
  physician: [
    ...['/', '/day', '/round', '/register', '/sessions', '/clients', '/setup', '/setup/protocols', '/drills'],
    ...['/setup/text-templates', '/cards'],
  ],
  therapist: ['/', '/process-notes', '/removals', '/audit'],
  lead: [
    '/',
    '/sessions',
    '/audit',
    '/process-notes',
    '/removals',
    '/setup/health',
    '/openings',
    '/insights',
    '/compare',
  ],
  admin: ['/setup', '/setup/questionnaires', '/setup/health', '/audit'],
};

/** Forms of the room by their chip, and by what they call themselves. */
const panelsOfMedicine = [
  ['Checklist', 'Before the first dose'],
  ['Scales', 'Scales'],
  ['Event form', 'Adverse event'],
  ['Not taken', 'Vital signs not taken'],
  ['Infusion', /infusion/i],
  ['Not given', 'Dose not given'],
  ['Waste', 'Waste'],
] as const;

async function personAt(browser: Browser, who: Who, size: Size): Promise<Page> {
  const touch = size !== DESK;
  const context = await browser.newContext({
    viewport: size,
    hasTouch: touch,
    isMobile: touch,
    colorScheme: 'light',
    // Half-way through the fade between the themes no colour is one of ours.
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  await page.goto(process.env.TANDEM_URL as string);
  await fillSignIn(page, who);
  return page;
}

/** A panel of the room from its chip: in the line on a desk, under More on a tablet. */
async function openPanel(page: Page, size: Size, name: string): Promise<void> {
  if (size !== DESK) await page.getByRole('tab', { name: 'More' }).click();
  await page.getByRole('button', { name, exact: true }).first().click();
}

async function room(page: Page, size: Size, look: Look, session: MadeSession): Promise<void> {
  await page.goto(`${process.env.TANDEM_URL}/s/${session.id}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  if (size === DESK) await page.getByLabel('Entry line').waitFor();
  else {
    await page.getByRole('tab', { name: 'More' }).waitFor();
    for (const tab of await page.getByRole('tab').allTextContents()) {
      await page.getByRole('tab', { name: tab }).click();
      await look.at(`keypad, ${tab}`);
    }
    await page.getByRole('tab').first().click();
  }
  await look.at('room');
}

for (const size of sizes) {
  const name = `${size.width}x${size.height}`;
  longTest(
    `no serious or moderate issue at ${name}, in both themes, for each person`,
    async ({ browser }) => {
      for (const [who, paths] of Object.entries(pages) as [Who, readonly string[]][]) {
        const page = await personAt(browser, who, size);
        const look = new Look(page);
        for (const path of paths) {
          await page.goto(`${process.env.TANDEM_URL}${path}`);
          await page.getByRole('heading', { level: 1 }).waitFor();
          await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
          await look.at(`${who} ${path}`);
        }
        await page.getByRole('navigation').getByRole('button').last().click();
        await page.getByRole('dialog').waitFor();
        await look.at(`${who}, person`);
        await page.getByRole('button', { name: 'This device' }).click();
        await look.at(`${who}, device`);
        look.expectNone();
        await page.context().close();
      }
    },
  );

  longTest(`no serious or moderate issue in a room at ${name}, in both themes`, async ({ browser }) => {
    const physician = await personAt(browser, 'physician', size);
    const session = await makeSession(physician);
    await startSession(physician, session);
    const medicine = new Look(physician);
    await room(physician, size, medicine, session);
    for (const [panel, title] of panelsOfMedicine) {
      await openPanel(physician, size, panel);
      await physician.getByRole('region', { name: title }).waitFor();
      await medicine.at(`panel ${panel}`);
      await physician.keyboard.press('Escape');
      await expect(physician.getByRole('region', { name: title })).toHaveCount(0);
    }
    await physician.goto(`${process.env.TANDEM_URL}/s/${session.id}/replay`);
    await physician.getByRole('slider').waitFor();
    await medicine.at('replay');
    medicine.expectNone();
    await physician.context().close();

    const therapist = await personAt(browser, 'therapist', size);
    const meaning = new Look(therapist);
    await room(therapist, size, meaning, session);
    for (const panel of ['Moment', 'Shift', 'Words to keep']) {
      await openPanel(therapist, size, panel);
      await therapist.getByRole('region', { name: panel }).waitFor();
      await meaning.at(`panel ${panel}`);
      await therapist.keyboard.press('Escape');
      await expect(therapist.getByRole('region', { name: panel })).toHaveCount(0);
    }
    await openPanel(therapist, size, 'Process note');
    await therapist.getByLabel('Your process note').waitFor();
    await meaning.at('process note');
    meaning.expectNone();
    await therapist.context().close();
  });
}
