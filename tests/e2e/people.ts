import { type Browser, type BrowserContext, test as base, expect, type Page } from '@playwright/test';

/** Every page of a test is closed after it: a live room left open goes on costing a core. */
export const test = base.extend<{ closing: undefined }>({
  closing: [
    async ({ browser }, use) => {
      await use(undefined);
      for (const context of browser.contexts()) await context.close();
    },
    { auto: true },
  ],
});

/** A test of the full size alone: what it shows has a quicker proof in every run, or changes seldom. */
export function longTest(title: string, body: Parameters<typeof test>[2]): void {
  if (process.env.TANDEM_TEST_SIZE === 'long') test(title, body);
}

export type Who = 'physician' | 'physician.two' | 'therapist' | 'nurse' | 'lead' | 'admin';

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;
/** The login of each account, made through the page once per run: thirty sign-ins would cost a minute and more. */
const logins = new Map<Who, Cookies>();

/**
 * A person at a browser of their own, signed in. The first time through the page; afterwards with the same login, as
 * on a second tablet of theirs. Errors on the page fail the test, and so does anything that the content security
 * policy had to stop.
 */
export async function signIn(
  browser: Browser,
  who: Who,
  options: { dim?: boolean; ownLogin?: boolean; touch?: { width: number; height: number } } = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: options.touch ?? { width: 1440, height: 900 },
    hasTouch: options.touch !== undefined,
    isMobile: options.touch !== undefined,
    colorScheme: options.dim ? 'dark' : 'light',
    // The offline shell fetches every file anew in each context, which costs a core seconds: own-browser.ts has it.
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) throw new Error(message.text());
  });
  const login = options.ownLogin ? undefined : logins.get(who);
  if (login !== undefined) await context.addCookies(login);
  await page.goto(process.env.TANDEM_URL as string);
  if (login === undefined) {
    await fillSignIn(page, who);
    if (!options.ownLogin) logins.set(who, await context.cookies());
  }
  await page.getByRole('navigation').waitFor();
  return page;
}

/** From the sign-in page on. */
export async function fillSignIn(page: Page, who: Who): Promise<void> {
  await page.getByLabel('Email').fill(`${who}@harbor.test`);
  await page.getByLabel('Password').fill('tandem-demo');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('navigation').waitFor();
}

export interface Client {
  readonly familyName: string;
  readonly givenName: string;
}

/** Adds a client as a person does; the family name is unique per call, so that tests do not meet. */
export async function addClient(
  page: Page,
  givenName = 'Maya',
  familyName = `Rivera${Date.now().toString(36)}`,
): Promise<Client> {
  await page.getByRole('link', { name: 'Clients' }).click();
  await page.getByRole('link', { name: 'Add client' }).click();
  await page.getByLabel('Family name').fill(familyName);
  await page.getByLabel('Given name').fill(givenName);
  await page.getByLabel('Birth date').fill('1987-03-14');
  await page.getByRole('radio', { name: 'Known', exact: true }).check();
  await page.getByLabel('Which').fill('Penicillin');
  await page.getByRole('button', { name: 'Add client' }).click();
  await page.getByRole('heading', { name: 'Clients' }).waitFor();
  return { familyName, givenName };
}

export async function planSession(page: Page, client: Client, weightKg = '68'): Promise<void> {
  await page.getByRole('link', { name: 'Today', exact: true }).click();
  await page.getByRole('link', { name: 'New session' }).click();
  await page.getByLabel('Find client').fill(client.familyName.toLowerCase());
  await page
    .getByRole('radio', { name: new RegExp(`${client.familyName.toUpperCase()}, ${client.givenName}`) })
    .check();
  await page.getByLabel('Weight kg').fill(weightKg);
  await page.getByRole('combobox', { name: 'Jonas Lindqvist' }).selectOption('therapist');
  await page.getByRole('button', { name: 'Plan session' }).click();
  await page.getByRole('heading', { name: /Today/ }).waitFor();
}

/** From Today into the room of a client's session. */
export async function openRoom(page: Page, client: Client): Promise<void> {
  await page.getByRole('link', { name: 'Today', exact: true }).click();
  await page
    .getByRole('link', { name: new RegExp(`${client.familyName.toUpperCase()}, ${client.givenName}`) })
    .click();
  await line(page).waitFor();
}

/** Who this is: always in sight in a room. */
export const clientBanner = (page: Page) =>
  page.locator('header').filter({ has: page.getByRole('heading', { level: 1 }) });
/** The cell of the strip with the total; a row of the log may still show a dose that was entered in error. */
export const ketamineGiven = (page: Page) => page.getByText('Ketamine given', { exact: true }).locator('..');
export const line = (page: Page) => page.getByLabel('Entry line');
export const log = (page: Page) => page.getByRole('log', { name: 'Shared log' });

/** Types a line and records it; a dose opens its read-back instead. */
export async function type(page: Page, text: string): Promise<void> {
  await line(page).fill(text);
  await line(page).press('Enter');
}

export async function seesRow(page: Page, text: string | RegExp): Promise<void> {
  await expect(log(page).getByRole('article').filter({ hasText: text })).toBeVisible();
}
