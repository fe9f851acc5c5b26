import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import type { Role } from '@tandem/domain';
import { launchArgs, resolveBrowser } from '../../scripts/lib/browser.mjs';
import type { World } from '../contract/matrix/world.ts';
import { MARK } from './payloads.ts';
import type { PageSurface } from './surfaces.ts';

export const DASHBOARD = fileURLToPath(new URL('../../apps/web/dist', import.meta.url));

/** What of `pages` was not inert, one sentence each. Each is opened by somebody who may, in a real browser. */
export async function shownInert(
  world: World,
  pages: Readonly<Record<string, PageSurface>>,
): Promise<string[]> {
  const browser = await chromium.launch({
    executablePath: await resolveBrowser({ say: () => {} }),
    args: launchArgs(),
  });
  const contexts = new Map<Role, BrowserContext>();
  const wrong: string[] = [];
  try {
    for (const [name, surface] of Object.entries(pages)) {
      const known =
        contexts.get(surface.as) ?? (await contextOf(world, surface.as, await browser.newContext()));
      contexts.set(surface.as, known);
      const found = await lookAt(await known.newPage(), `${world.api.origin}${surface.path(world)}`, surface);
      wrong.push(...found.map((sentence) => `${name}: ${sentence}`));
    }
  } finally {
    await browser.close();
  }
  return wrong;
}

async function contextOf(world: World, role: Role, context: BrowserContext): Promise<BrowserContext> {
  const cookies = world.callers[role].cookie.split('; ').map((pair) => {
    const cut = pair.indexOf('=');
    return { name: pair.slice(0, cut), value: pair.slice(cut + 1), url: world.api.origin };
  });
  await context.addCookies(cookies);
  await context.addInitScript((mark) => {
    const seen: string[] = [];
    Object.assign(globalThis, { __seen: seen, [mark]: () => seen.push('a payload ran') });
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      seen.push(`stopped by ${violatedDirective}: ${blockedURI}`);
    });
  }, MARK);
  return context;
}

async function lookAt(page: Page, address: string, { showsText = true }: PageSurface): Promise<string[]> {
  const wrong: string[] = [];
  page.on('dialog', (dialog) => {
    wrong.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const { hostname } = new URL(request.url());
    if (request.url().startsWith('http') && hostname !== '127.0.0.1') wrong.push(`asked ${hostname}`);
  });
  page.on('pageerror', (error) => wrong.push(`error ${error.message}`));
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  const shown = page
    .getByText(MARK)
    .first()
    .or(page.locator(`input[value*="${MARK}"]`).first());
  if (showsText)
    await shown
      .first()
      .waitFor({ state: 'attached' })
      .catch(() => wrong.push('shows no payload'));
  wrong.push(...(await page.evaluate(whatLives, MARK)));
  if (page.url() !== address && new URL(page.url()).origin !== new URL(address).origin)
    wrong.push(`left for ${page.url()}`);
  await page.close();
  return wrong;
}

/** In the page: what a payload would have become there. */
function whatLives(mark: string): string[] {
  const { __seen: seen = [] } = globalThis as unknown as { __seen?: string[] };
  const made = [...document.querySelectorAll('*')].flatMap((element) =>
    [...element.attributes].flatMap(({ name, value }) => {
      const handler = name.startsWith('on');
      const address =
        /^(href|src|action|formaction|data|srcdoc|xlink:href)$/.test(name) && value.includes(mark);
      return handler || (address && !/^\/|^(mailto|tel):/.test(value))
        ? [`<${element.localName} ${name}="${value}">`]
        : [];
    }),
  );
  const foreign = [
    ...document.querySelectorAll('iframe, object, embed, base, script:not([src]), meta[http-equiv]'),
  ];
  return [...seen, ...made, ...foreign.map(({ outerHTML }) => outerHTML.slice(0, 100))];
}
