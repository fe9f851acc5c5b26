import { writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect } from '@playwright/test';
import { test } from './people.ts';

const PAGE = fileURLToPath(new URL('../../apps/api/dist/verifier.html', import.meta.url));

test('[VER-12] opens from a disk with the network off, and names what was changed', async ({
  browser,
  request,
}, info) => {
  const sent = async (url: string, data: object) => (await request.post(url, { data })).json();
  await sent('/api/auth/sign-in/email', { email: 'physician@harbor.test', password: 'tandem-demo' });
  const { items } = await sent('/api/sessions/search', { status: ['signed'], limit: 50 });
  // One of the demo: other tests sign sessions in which nothing was given.
  const { id } = items.find(({ origin }: { origin: string }) => origin === 'demo');
  const reply = await request.get(`/api/sessions/${id}/export?format=bundle`);
  expect(reply.status()).toBe(200);
  // The built server makes PDFs in a thread whose file the build puts beside it.
  const pdf = await request.get(`/api/sessions/${id}/export?format=pdf`);
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
  const bundle = await reply.json();
  const kept = info.outputPath('kept.tandem.json');
  writeFileSync(kept, await reply.text());
  const forged = info.outputPath('forged.tandem.json');
  const at = bundle.entries.findIndex(({ kind }: { kind: string }) => kind === 'dose');
  bundle.entries[at].data.amountMg += 20;
  writeFileSync(forged, JSON.stringify(bundle));
  const heads = info.outputPath('chain-heads.log');
  const { clinic, session, head } = bundle;
  writeFileSync(heads, `${JSON.stringify({ at: null, clinic: clinic.id, session: session.id, ...head })}\n`);

  const context = await browser.newContext({ offline: true, serviceWorkers: 'block' });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (one) => asked.push(one.url()));
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.goto(pathToFileURL(PAGE).href);
  const choose = (files: string[]) => page.getByLabel(/Choose files/).setInputFiles(files);
  await choose([kept, heads]);
  await expect(
    page.getByText(`What is here was not changed: ${bundle.entries.length} entries`),
  ).toBeVisible();
  await expect(page.getByText('1 published head was held against it.')).toBeVisible();
  await expect(page.getByText(/^Signed by .+ It covers entries 1 to/).first()).toBeVisible();
  await choose([forged]);
  await expect(page.getByText(`This record does not hold. Entry ${at + 1} (dose`)).toBeVisible();
  expect(asked).toEqual([pathToFileURL(PAGE).href]);
  // Its policy lets it connect to nothing, with a network too.
  await context.setOffline(false);
  const connected = await page.evaluate(
    (url) =>
      fetch(url).then(
        () => 'connected',
        () => 'refused',
      ),
    process.env.TANDEM_URL as string,
  );
  expect(connected).toBe('refused');
  // The same page where the server has it.
  await page.goto(`${process.env.TANDEM_URL}/verifier.html`);
  await choose([kept]);
  await expect(page.getByText(/^What is here was not changed/)).toBeVisible();
});
