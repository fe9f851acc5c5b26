import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { planSession, startApi, type TestApi } from '../support/api.ts';
import { harbor, PASSWORD } from '../support/fixtures.ts';

const DASHBOARD = fileURLToPath(new URL('../../apps/web/dist', import.meta.url));

let api: TestApi;
/** The same as a clinic has it: reached over https, by a proxy in front. */
let secure: TestApi;
beforeAll(async () => {
  api = await startApi({ dashboardDir: DASHBOARD });
  secure = await startApi({ db: api.db, dashboardDir: DASHBOARD, publicUrl: 'https://tandem.example' });
});
afterAll(async () => {
  await secure.app.close();
  await api.close();
});

/** To its end: a server that stops waits a while for who does not read. */
async function read(of: TestApi, path: string, init: RequestInit = {}) {
  const { port } = of.app.server.address() as { port: number };
  const reply = await fetch(`http://127.0.0.1:${port}${path}`, init);
  return { status: reply.status, headers: reply.headers, text: await reply.text() };
}

const filesOf = (dir: string) =>
  readdirSync(join(DASHBOARD, dir)).map((name) => `${dir}/${name}`.replace(/^\//, ''));
const assets = filesOf('assets');
const script = assets.find((name) => name.endsWith('.js')) as string;

/** Pages, files and replies of every sort: found, refused, broken. */
const paths: readonly (readonly [string, RequestInit?])[] = [
  ['/'],
  ['/sign-in'],
  ['/s/5f0c7c0a-0000-4000-8000-000000000000'],
  ['/display'],
  ['/accept-invitation'],
  ['/manifest.webmanifest'],
  ['/first-paint.js'],
  [`/${script}`],
  ['/service-worker.js'],
  ['/nowhere.js'],
  ['/healthz'],
  ['/readyz'],
  ['/metrics'],
  ['/metrics', { headers: { 'x-forwarded-for': '203.0.113.7' } }],
  ['/api/openapi.json'],
  ['/api/me'],
  ['/api/nowhere'],
  ['/api/live'],
  ['/%'],
  ['/%ff%fe/canary-2c7'],
  [`/api/patients/${'x'.repeat(3_000)}`],
  ['/api/auth/sign-in/email', { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } }],
  ['/api/auth/sign-in/email', { method: 'POST', body: 'x', headers: { 'content-type': 'text/plain' } }],
];

test('[HDR-1] every reply says that scripts come from our own files, and nothing is framed, plugged in or evaluated', async () => {
  for (const [path, init] of paths) {
    const reply = await read(api, path, init);
    const policy = reply.headers.get('content-security-policy') ?? '';
    const directives = new Map(
      policy.split(';').map((part) => {
        const [name = '', ...values] = part.trim().split(/\s+/);
        return [name, values.join(' ')] as const;
      }),
    );
    expect(Object.fromEntries(directives), path).toMatchObject({
      'default-src': "'none'",
      'script-src': "'self'",
      'object-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'self'",
      'frame-ancestors': "'none'",
      'worker-src': "'self'",
    });
    expect(policy, path).not.toMatch(/unsafe-eval|unsafe-hashes|wasm-unsafe|\*|https?:|blob:/);
    // Sizes and places that the component library computes; of scripts it says nothing.
    expect(
      [...directives].filter(([, value]) => value.includes('unsafe-inline')).map(([name]) => name),
    ).toEqual(['style-src']);
  }
});

test('[HDR-2] the page as it was built has no script, handler or foreign address in it', () => {
  const page = readFileSync(join(DASHBOARD, 'index.html'), 'utf8');
  const scripts = [...page.matchAll(/<script\b([^>]*)>([^<]*)/g)];
  expect(scripts.length).toBeGreaterThan(1);
  for (const [, attributes = '', inside = ''] of scripts) {
    expect(attributes).toMatch(/\bsrc="\/[\w/.-]+"/);
    expect(inside.trim()).toBe('');
  }
  expect(page).not.toMatch(/<[^>]+\son\w+\s*=/i);
  expect(page).not.toMatch(/javascript:|https?:\/\/|<base\b|<iframe\b/i);
  expect(page).not.toMatch(/<style\b/);
});

test('[HDR-3] nothing of the API is kept in a cache, nothing is taken for another sort, nobody is told what serves it', async () => {
  const { cookie } = await api.as('physician');
  const physician = await api.as('physician');
  const session = await planSession(physician);
  const own = [`/api/sessions/${session}`, `/api/sessions/${session}/entries`, '/api/patients', '/api/me'];
  const all = [...paths, ...own.map((path) => [path, { headers: { cookie } }] as const)];
  for (const [path, init] of all) {
    const { headers, status } = await read(api, path, init);
    expect(headers.get('x-content-type-options'), path).toBe('nosniff');
    expect(headers.get('referrer-policy'), path).toBe('no-referrer');
    expect(headers.get('x-powered-by'), path).toBeNull();
    expect(headers.get('server'), path).toBeNull();
    expect(headers.get('access-control-allow-origin'), path).toBeNull();
    if (path.startsWith('/api')) expect(headers.get('cache-control'), path).toBe('no-store');
    const type = headers.get('content-type') ?? '';
    if (type.startsWith('text/')) expect(type, `${path} ${status}`).toMatch(/charset=utf-8/i);
  }
});

test('[HDR-5] nothing is served but the dashboard’s own files and the API, and an address comes back in no reply', async () => {
  const tries = [
    '/.git/HEAD',
    '/assets/',
    '/assets/../../api/dist/main.js',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/src/main.tsx',
    '/package.json',
    '/api/docs',
    '/%canary-2c7',
    '/canary-2c7.php?canary-2c7=1',
    `/api/${'canary-2c7/'.repeat(300)}`,
  ];
  const page = readFileSync(join(DASHBOARD, 'index.html'), 'utf8');
  for (const path of tries) {
    const reply = await read(api, path);
    const { text } = reply;
    // An address without a point is a page of the dashboard, whatever stands there.
    expect(reply.status === 404 || text === page, `${path} ${reply.status}`).toBe(true);
    expect(text, path).not.toContain('canary-2c7');
    expect(text, path).not.toMatch(/refs\/heads|root:|"dependencies"|Error:|node_modules/);
  }
});

test('[HDR-4] over https the cookies are bound to this host and the browser keeps to https', async () => {
  const reply = await read(secure, '/api/auth/sign-in/email', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'https://tandem.example' },
    body: JSON.stringify({ email: harbor.emails.physician, password: PASSWORD }),
  });
  expect(reply.status).toBe(200);
  const code = await read(secure, '/api/display/codes', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'https://tandem.example' },
    body: '{}',
  });
  const cookies = [...reply.headers.getSetCookie(), ...code.headers.getSetCookie()];
  expect(cookies.length).toBeGreaterThan(1);
  for (const cookie of cookies) {
    const [named = '', ...attributes] = cookie.split(/;\s*/).map((part) => part.toLowerCase());
    expect(named).toMatch(/^__host-tandem/);
    expect(attributes).toEqual(expect.arrayContaining(['path=/', 'secure', 'httponly', 'samesite=strict']));
    expect(cookie).not.toMatch(/domain=/i);
    expect(cookie.length).toBeLessThan(4_096);
  }
  const hsts = (await read(secure, '/')).headers.get('strict-transport-security') ?? '';
  expect(Number(/max-age=(\d+)/.exec(hsts)?.[1])).toBeGreaterThanOrEqual(31_536_000);
  expect(hsts).toContain('includeSubDomains');
  expect((await read(api, '/')).headers.get('strict-transport-security')).toBeNull();
});
