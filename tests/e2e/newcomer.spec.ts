import { expect } from '@playwright/test';
import { freePort, processesNaming } from '../support/tandem-process.ts';
import { FreshClone, whyNoClone } from './fresh-clone.ts';
import { longTest, test, type } from './people.ts';

/** The commands of the README's first block, in their order. */
function commandsOf(readme: string): string[] {
  const block = /^## Start$[\s\S]*?^```sh$([\s\S]*?)^```$/m.exec(readme)?.[1] ?? '';
  return block
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '');
}

/** What the README names: accounts of the demo, their password, and a line to type. */
function wordsOf(readme: string) {
  const password = /password `([^`]+)`/.exec(readme)?.[1] ?? '';
  const accounts = [...readme.matchAll(/^\|.*`(\w+@harbor\.test)`/gm)].map(([, email]) => email as string);
  const vitals = /^\| `([^`]+)` \| blood pressure/m.exec(readme)?.[1] ?? '';
  return { password, accounts, vitals };
}

longTest(
  '[RUN-19] a newcomer with Node and npm alone: clone, the README’s commands, sign in, record, and every suite',
  async ({ browser }) => {
    const why = whyNoClone();
    test.skip(why !== null, why ?? '');
    test.setTimeout(45 * 60_000);
    const clone = new FreshClone();
    try {
      const readme = clone.read('README.md');
      const [start = '', tests = '', ...more] = commandsOf(readme);
      expect([start, tests, more]).toEqual(['npm start', 'npm test', []]);
      const { password, accounts, vitals } = wordsOf(readme);

      // Only the port is not the README's: another Tandem may have it.
      const port = String(await freePort());
      let beginMs = performance.now();
      const running = clone.type(start, { PORT: port });
      const [, address = ''] = await running.said(/Tandem is ready at (http\S+)/);
      console.log(`${start} in a fresh clone: ${seconds(beginMs)} until it is ready`);
      expect(address).toBe(`http://127.0.0.1:${port}`);

      const pages = [];
      for (const email of [accounts[0], accounts.find((one) => one.startsWith('therapist'))] as string[]) {
        const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
        await page.goto(address);
        await page.getByLabel('Email').fill(email);
        await page.getByLabel('Password').fill(password);
        await page.getByRole('button', { name: 'Sign in' }).click();
        await page.getByRole('region', { name: 'In session now' }).getByRole('link').nth(1).click();
        await page.getByLabel('Entry line').waitFor();
        pages.push(page);
      }
      console.log(`and ${seconds(beginMs)} until physician and therapist are in a room`);
      const [physician, therapist] = pages as [(typeof pages)[0], (typeof pages)[0]];
      await type(physician, vitals);
      await expect(
        therapist
          .getByRole('log', { name: 'Shared log' })
          .getByRole('article')
          .filter({ hasText: vitals.split(' ')[0] as string })
          .first(),
      ).toBeVisible();
      await expect(physician.getByText('All saved')).toBeVisible();
      for (const page of pages) await page.context().close();
      await running.ctrlC();
      expect(processesNaming(clone.dir)).toEqual([]);

      beginMs = performance.now();
      // With CI a test that could run here and does not is a failure.
      const suites = clone.type(tests, { CI: 'true' });
      const code = await suites.ended;
      const last = suites.output.trim().split('\n').at(-1);
      console.log(`${tests} there: ${last}, ${seconds(beginMs)}`);
      expect(code, suites.output.slice(-4_000)).toBe(0);
      expect(last).toMatch(/^[1-9]\d* passed, 0 failed(, \d+ skipped)?$/);
      expect(processesNaming(clone.dir)).toEqual([]);
    } finally {
      await clone.remove();
    }
  },
);

function seconds(sinceMs: number): string {
  return `${Math.round((performance.now() - sinceMs) / 1_000)} s`;
}
