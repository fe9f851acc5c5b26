import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { line, signIn, test } from './people.ts';

async function noSeriousIssue(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(
    ({ impact }) => impact === 'serious' || impact === 'critical' || impact === 'moderate',
  );
  const told = serious.map(
    ({ id, impact, nodes }) => `${impact} ${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
  );
  expect(told, what).toEqual([]);
}

for (const dim of [false, true]) {
  test.setTimeout(120_000);
  test(`no serious or moderate issue in the ${dim ? 'dim' : 'light'} theme`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme: dim ? 'dark' : 'light' });
    const front = await context.newPage();
    await front.goto(process.env.TANDEM_URL as string);
    await front.getByLabel('Email').waitFor();
    await noSeriousIssue(front, 'sign-in');
    await context.close();
    const page = await signIn(browser, 'physician', { dim });
    await page.getByRole('heading', { name: /Today/ }).waitFor();
    await noSeriousIssue(page, 'Today');
    await page
      .getByRole('link', { name: /, .*Room 1|ÞOKUDAL, Ahmet/ })
      .first()
      .click();
    await line(page).waitFor();
    await page.getByRole('log').getByRole('article').first().waitFor();
    await noSeriousIssue(page, 'room');
    await line(page).fill('k 20 im');
    await line(page).press('Enter');
    await noSeriousIssue(page, 'read-back');
    await page.keyboard.press('Escape');
    // The other screens share their parts with these: in the dim theme they are looked at in the long run.
    if (dim && process.env.TANDEM_TEST_SIZE !== 'long') return;
    for (const name of ['Clients', 'Sessions']) {
      await page.getByRole('link', { name }).click();
      await page.getByRole('heading', { name }).first().waitFor();
      await noSeriousIssue(page, name);
    }
    await page.getByRole('link', { name: 'Today' }).click();
    await page.getByRole('link', { name: 'New session' }).click();
    await page.getByLabel('Find client').waitFor();
    await noSeriousIssue(page, 'New session');
  });
}
