import { expect } from '@playwright/test';
import { seesFocus } from './keyboard.ts';
import { enterRunningRoom } from './made-session.ts';
import { line, log, longTest, seesRow, signIn } from './people.ts';

longTest('every key of the list does what the list says', async ({ browser }) => {
  const page = await signIn(browser, 'physician');
  await enterRunningRoom(page);
  // Before any other key: from a hand on the mouse, the ring still shows where the keyboard is.
  for (const name of ['Today', 'Session']) await page.getByRole('link', { name, exact: true }).click();
  await expect(line(page)).toBeFocused();
  await page.keyboard.press('Control+l');
  await expect(log(page)).toBeFocused();
  await seesFocus(page);
  await page.keyboard.press('Control+l');
  await expect(line(page)).toBeFocused();
  await page.keyboard.type('hr88');
  await page.keyboard.press('Enter');
  await seesRow(page, 'HR 88');

  // What the browser would have done with each, a bookmark with the client's name among it, is not done.
  await page.evaluate(() => {
    const left: string[] = [];
    addEventListener('keydown', (event) => {
      if (event.ctrlKey && event.key !== 'Control' && !event.defaultPrevented) left.push(event.key);
    });
    Object.assign(globalThis, { left });
  });
  await page.keyboard.press('Control+d');
  await expect(page.getByRole('button', { name: /^Dose/ })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.type('20 im');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Read back to record' })).toContainText('Ketamine');
  await page.keyboard.press('Escape');
  await line(page).fill('');

  await page.keyboard.press('ArrowUp');
  const amend = page.getByRole('region', { name: 'Amend' });
  await expect(amend.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(line(page)).toBeFocused();

  // Out of the line to the readings, and back.
  await page.keyboard.press('Escape');
  await expect(page.getByRole('slider')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('slider')).toHaveAttribute('aria-valuetext', /88/);
  await page.keyboard.press('Escape');
  await expect(line(page)).toBeFocused();

  await page.keyboard.press('Control+l');
  await expect(log(page)).toBeFocused();
  await page.keyboard.press('Control+l');
  await expect(line(page)).toBeFocused();
  // Too narrow for the log, too low for a keypad: a desktop at 140 %.
  await page.setViewportSize({ width: 1024, height: 560 });
  await expect(log(page)).toBeHidden();
  await page.keyboard.press('Control+l');
  await expect(log(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(log(page)).toBeHidden();
  await expect(line(page)).toBeFocused();

  const scheme = () => page.locator('html').getAttribute('data-mantine-color-scheme');
  const before = await scheme();
  await page.keyboard.press('Control+.');
  await expect.poll(scheme).not.toBe(before);

  await page.keyboard.press('Control+/');
  const dialog = page.getByRole('dialog', { name: 'All keys' });
  for (const row of [
    'find a client',
    'enter a dose',
    'shared log',
    'amend my last',
    'light or dim',
    'next row',
  ])
    await expect(dialog).toContainText(row);
  await seesFocus(page);
  // Another key waits until this is closed.
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(line(page)).toBeFocused();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Name, MRN or birth date' })).toBeFocused();
  expect(await page.evaluate(() => (globalThis as unknown as { left: string[] }).left)).toEqual([]);
});

longTest(
  '[KEY-1] letters move a list while no field has the focus, until they are turned off',
  async ({ browser }) => {
    const page = await signIn(browser, 'physician');
    await page.getByRole('link', { name: 'Clients', exact: true }).click();
    const row = (at: number) => page.locator('[data-row]').nth(at);
    await row(2).waitFor();
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    for (const [key, at] of [
      ['j', 0],
      ['j', 1],
      ['k', 0],
    ] as const) {
      await page.keyboard.press(key);
      await expect(row(at)).toBeFocused();
    }
    await page.keyboard.press('/');
    const field = page.locator('main input:focus');
    await expect(field).toHaveCount(1);
    await page.keyboard.type('jk/');
    await expect(field).toHaveValue('jk/');
    await field.fill('');
    await page.getByRole('button', { name: 'Turn off keys' }).click();
    for (const at of ['now', 'after a reload']) {
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      await page.keyboard.press('j');
      await page.keyboard.press('/');
      expect(await page.evaluate(() => document.activeElement?.tagName), at).toBe('BODY');
      await page.reload();
      await row(2).waitFor();
    }
    await page.getByRole('button', { name: 'Turn on keys' }).click();
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press('j');
    await expect(row(0)).toBeFocused();
  },
);
