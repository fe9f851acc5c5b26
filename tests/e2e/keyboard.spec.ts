import { expect } from '@playwright/test';
import { seesFocus, walkAndEnter, walkTo } from './keyboard.ts';
import { ketamineGiven, line, longTest, seesRow } from './people.ts';

longTest(
  'a session from sign-in to signature by keyboard alone, the focus always somewhere and seen',
  async ({ browser }) => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    const { keyboard } = page;
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    const enter = async (text: string) => {
      await keyboard.type(text);
      await keyboard.press('Enter');
    };

    await page.goto(process.env.TANDEM_URL as string);
    await expect(page.getByLabel('Email')).toBeFocused();
    await keyboard.type('physician@harbor.test');
    await walkTo(page, page.getByLabel('Password'));
    await enter('tandem-demo');

    await page.getByRole('heading', { name: /Today/ }).waitFor();
    await seesFocus(page);
    await walkAndEnter(page, page.getByRole('link', { name: 'New session' }));

    await page.getByLabel('Find client').waitFor();
    await seesFocus(page);
    await walkTo(page, page.getByLabel('Find client'));
    await keyboard.type('krishna priya');
    const client = page.getByRole('radio', { name: /^KRISHNAMURTHY, Priya/ });
    await walkTo(page, client);
    await keyboard.press('Space');
    await expect(client).toBeChecked();
    const name = (await page.locator('label').filter({ has: client }).locator('strong').textContent()) ?? '';
    await walkTo(page, page.getByLabel('Weight kg'));
    await keyboard.type('68');
    await walkAndEnter(page, button('Plan session'));

    await page.getByRole('heading', { name: /Today/ }).waitFor();
    await seesFocus(page);
    await walkAndEnter(page, page.getByRole('region', { name: 'Later' }).getByRole('link', { name }).first());
    await expect(line(page)).toBeFocused();
    await walkAndEnter(page, button('Start session'), 'Shift+Tab');
    await button('End session').waitFor();
    await expect(line(page)).toBeFocused();
    await seesFocus(page);

    await enter('148/92 88 97');
    await seesRow(page, '148/92');
    await seesFocus(page);
    await keyboard.press('Control+d');
    await enter('20 im');
    await expect(page.getByRole('region', { name: 'Read back to record' })).toContainText('20 mg');
    await seesFocus(page);
    // Neither checklist nor hold is settled: a reason goes with it.
    const readBack = page.getByRole('region', { name: 'Read back to record' });
    await expect(readBack).toContainText('Consent is signed and current');
    await keyboard.type('20');
    await walkTo(page, readBack.getByLabel('Reason for going outside the limit'));
    await enter('steady, asked twice');
    await expect(ketamineGiven(page)).toContainText('20 mg');
    await seesFocus(page);
    await enter('hands open, breath slow');
    await seesRow(page, 'hands open');

    await keyboard.press('ArrowUp');
    const amend = page.getByRole('region', { name: 'Amend' });
    await expect(amend.getByLabel('Note')).toBeFocused();
    await keyboard.press('End');
    await keyboard.type(' and deep');
    await walkTo(page, amend.getByLabel('Reason'));
    await enter('heard more');
    await seesRow(page, 'breath slow and deep');
    await expect(line(page)).toBeFocused();

    await walkAndEnter(page, button('End session'), 'Shift+Tab');
    await walkTo(page, page.getByRole('radio', { name: 'Completed' }));
    await keyboard.press('Space');
    await walkAndEnter(page, page.getByRole('dialog').getByRole('button', { name: 'End session' }));
    const toReport = page.getByRole('link', { name: 'Report and sign' });
    await toReport.waitFor();
    await seesFocus(page);
    await walkAndEnter(page, toReport, 'Shift+Tab');
    await walkAndEnter(page, page.getByRole('form').getByRole('button', { name: 'Sign' }));
    await expect(page.getByRole('region', { name: 'Signatures' })).toContainText('Dr Amara Okafor');
    await expect(page.getByRole('form')).toHaveCount(0);
    await seesFocus(page);
    await context.close();
  },
);
