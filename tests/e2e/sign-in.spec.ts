import { type Browser, expect, type Page } from '@playwright/test';
import { Authenticator } from '../support/authenticator.ts';
import { TandemProcess } from '../support/tandem-process.ts';
import { asAdministrator } from './administrator.ts';
import { Look } from './axe.ts';
import { endSession, makeSession, startSession } from './made-session.ts';
import { longTest, signIn, test } from './people.ts';

const PASSPHRASE = 'kettle under snow';

test('[AUT-23] a signature on a login over 5 minutes old asks for the password once more, and keeps what was typed', async ({
  browser,
}) => {
  const page = await signIn(browser, 'physician', { ownLogin: true });
  const session = await makeSession(page);
  await startSession(page, session);
  await endSession(page, session);
  const cookie = (await page.context().cookies()).find(({ name }) => name === 'tandem');
  const token = decodeURIComponent(cookie?.value ?? '').split('.')[0] as string;
  await asAdministrator(
    (sql) => sql`update auth.logins set confirmed_at = now() - interval '6 minutes' where token = ${token}`,
  );
  await page.goto(`${process.env.TANDEM_URL}/s/${session.id}/report`);
  const dialog = page.getByRole('form', { name: /^Sign as/ });
  const meaning = dialog.getByRole('textbox');
  await meaning.fill('I have read all of it.');
  await dialog.getByRole('button', { name: 'Sign', exact: true }).click();
  const again = page.getByRole('dialog', { name: 'Type your password once more' });
  await expect(again.getByLabel('Your password')).toBeFocused();
  // Changing one's mind loses nothing.
  await page.keyboard.press('Escape');
  await expect(dialog.getByText(/^This needs your password once more/)).toBeVisible();
  await expect(meaning).toHaveValue('I have read all of it.');
  await dialog.getByRole('button', { name: 'Sign', exact: true }).click();
  await again.getByLabel('Your password').fill('not this one');
  await page.keyboard.press('Enter');
  await expect(again.getByText(/^This is not your password\./)).toBeVisible();
  await again.getByLabel('Your password').fill('tandem-demo');
  await page.keyboard.press('Enter');
  await expect(again).toBeHidden();
  const signatures = page.getByRole('region', { name: 'Signatures' });
  await expect(signatures.getByText('I have read all of it.')).toBeVisible();
});

longTest(
  '[AUT-17] [AUT-12] [AUT-10] [AUT-13] invited, password, second factor; then a code once a day on each device',
  async ({ browser }) => {
    const clinic = `Quay ${Date.now().toString(36)}`;
    const boss = `lena.${Date.now().toString(36)}@quay.test`;
    const invited = `jonas.${Date.now().toString(36)}@quay.test`;
    await setUp(clinic, boss);
    const admin = await opened(browser);
    const look = new Look(admin);
    await fillIn(admin, boss);
    await admin.getByRole('heading', { name: 'Set up your second factor' }).waitFor();
    await look.at('setting up a second factor');
    await enrol(admin, async () => look.at('recovery codes'));
    // A clinic of one admin: Setup is all there is.
    await admin.getByRole('link', { name: 'Setup' }).click();
    await admin.getByRole('row', { name: /Dr Lena Brandt/ }).waitFor();
    await look.at('people');
    await admin.getByRole('button', { name: 'Invite somebody' }).click();
    await admin.getByLabel('Name, as it stands under entries').fill('Jonas Weiss');
    await admin.getByLabel('Email').fill(boss);
    await admin.getByLabel('Therapist').check();
    await admin.getByRole('button', { name: 'Make the link' }).click();
    await expect(admin.getByText(/^Somebody with this email is among the people/)).toBeVisible();
    await admin.getByLabel('Email').fill(invited);
    await admin.getByRole('button', { name: 'Make the link' }).click();
    const link = await admin.getByRole('textbox', { name: 'The link' }).inputValue();
    await look.at('the link of an invitation');
    await admin.getByRole('button', { name: 'Done' }).click();
    await expect(admin.getByRole('listitem').filter({ hasText: invited })).toBeVisible();
    await admin.getByRole('button', { name: 'Change Dr Lena Brandt' }).click();
    await look.at('the account of a person');
    await admin.getByRole('button', { name: 'Close' }).click();

    const tablet = await opened(browser, link);
    await tablet.getByRole('heading', { name: 'Welcome, Jonas Weiss' }).waitFor();
    await tablet.getByLabel('Choose a password').fill('password1234');
    await tablet.getByRole('button', { name: 'Go on' }).click();
    await expect(tablet.getByText(/tried first everywhere/)).toBeVisible();
    await tablet.getByLabel('Choose a password').fill(PASSPHRASE);
    await tablet.getByRole('button', { name: 'Go on' }).click();
    const { phone, codes } = await enrol(tablet);
    await expect(tablet.getByRole('heading', { name: /Today/ })).toBeVisible();

    // On another device the code is asked for, and the same day never again.
    const desk = await opened(browser);
    await fillIn(desk, invited);
    await desk.getByLabel('Code from your authenticator app').fill('000000');
    await desk.getByRole('button', { name: 'Sign in' }).click();
    await expect(desk.getByText(/^Email, password or code is not right\./)).toBeVisible();
    await desk.getByLabel('Code from your authenticator app').fill(await phone.code(1));
    await desk.getByRole('button', { name: 'Sign in' }).click();
    await desk.getByRole('navigation').waitFor();
    await signOut(desk, 'Jonas Weiss');
    await fillIn(desk, invited);
    await desk.getByRole('navigation').waitFor();

    // Without the phone.
    const other = await opened(browser);
    await fillIn(other, invited);
    await other.getByRole('button', { name: 'No phone here? Use a recovery code' }).click();
    await other.getByLabel('Recovery code').fill((codes[3] as string).toLowerCase());
    await other.getByRole('button', { name: 'Sign in' }).click();
    await other.getByRole('navigation').waitFor();
    await other.getByRole('button', { name: /Jonas Weiss/ }).click();
    await other.getByRole('button', { name: 'Your sign-in' }).click();
    await expect(other.getByText('On. 9 recovery codes are left.')).toBeVisible();
    const own = new Look(other);
    await own.at('one’s own sign-in');
    await other.getByRole('button', { name: 'Sign out all others' }).click();
    await expect(other.getByText('2 devices are signed out.')).toBeVisible();
    await expect(tablet.getByLabel('Email')).toBeVisible();

    // The link was good once.
    const late = await opened(browser, link);
    await expect(late.getByText(/^This link leads to no invitation/)).toBeVisible();
    // A lost device: the admin ends it from Setup, and the page is nobody’s within seconds.
    await admin.reload();
    await admin.getByRole('button', { name: 'Change Jonas Weiss' }).click();
    await admin.getByRole('button', { name: 'Disable' }).click();
    await admin.getByRole('button', { name: 'Disable' }).click();
    await expect(admin.getByText(/^Disabled\. Open pages of theirs close/)).toBeVisible();
    await expect(other.getByLabel('Email')).toBeVisible();
    await fillIn(other, invited);
    await expect(other.getByText(/^Email or password is not right\./)).toBeVisible();
    look.expectNone();
    own.expectNone();
  },
);

async function setUp(clinic: string, email: string): Promise<void> {
  const said = ['--clinic', clinic, '--name', 'Dr Lena Brandt', '--email', email, '--password', PASSPHRASE];
  const rest = ['--roles', 'admin', '--time-zone', 'Europe/Berlin'];
  const env = { DATA_DIR: process.env.TANDEM_DATA as string };
  const setup = new TandemProcess('setup', [...said, ...rest], env);
  expect(await setup.end(), setup.output).toBe(0);
}

/** A device with nobody signed in; errors on its page fail the test. */
async function opened(browser: Browser, address = process.env.TANDEM_URL as string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.goto(address);
  return page;
}

async function fillIn(page: Page, email: string): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** The key is typed into the app, and its code into the page. */
async function enrol(page: Page, atCodes?: () => Promise<void>) {
  const key = (await page.locator('code').textContent()) as string;
  const phone = new Authenticator(key.replaceAll(' ', ''));
  await page.getByLabel('Then type the six digits that the app shows').fill(await phone.code());
  await page.getByRole('button', { name: 'Turn it on' }).click();
  const list = page.getByRole('list', { name: 'Tandem recovery codes' }).getByRole('listitem');
  await expect(list).toHaveCount(10);
  const codes = await list.allTextContents();
  await atCodes?.();
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await page.getByRole('navigation').waitFor();
  return { phone, codes };
}

async function signOut(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(name) }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByLabel('Email').waitFor();
}
