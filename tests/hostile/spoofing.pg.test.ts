import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { HttpClient } from '../bench/load/http-client.ts';
import { startApi, type TestApi } from '../support/api.ts';
import { harbor, PASSWORD } from '../support/fixtures.ts';
import { asSuperuser } from '../support/real-clinic.ts';

/** One that trusts nobody, and one behind a proxy on this computer; both on one database. */
let open: TestApi;
let behind: TestApi;
beforeAll(async () => {
  open = await startApi();
  behind = await startApi({ db: open.db, trustProxy: ['127.0.0.1'] });
});
afterAll(async () => {
  await behind.app.close();
  await open.close();
});
beforeEach(() => asSuperuser(open.db.adminUrl, (sql) => sql`delete from auth.sign_in_failures`));

const addressOf = (api: TestApi) => {
  const { port } = api.app.server.address() as { port: number };
  return `http://127.0.0.1:${port}`;
};

/** With headers that `fetch` would not let through as they stand. */
async function call(
  api: TestApi,
  method: string,
  path: string,
  body: object | undefined,
  headers: Record<string, string>,
) {
  const http = new HttpClient(addressOf(api));
  try {
    const sent = body === undefined ? '' : JSON.stringify(body);
    const reply = await http.send(method, path, headers, sent);
    return { status: reply.status, text: reply.body };
  } finally {
    http.close();
  }
}

const signIn = (api: TestApi, headers: Record<string, string>, password = 'not the password') =>
  // Nobody's email: what counts here is the address alone.
  call(api, 'POST', '/api/auth/sign-in/email', { email: `${randomUUID()}@harbor.test`, password }, headers);

/** As if each failure of before had been made so often: 59 sign-ins would take seconds. */
const multiply = (times: number) =>
  asSuperuser(
    open.db.adminUrl,
    (sql) =>
      sql`insert into auth.sign_in_failures (key) select key from auth.sign_in_failures, generate_series(2, ${times})`,
  );

describe('[AUT-25] tries at many accounts from one address', () => {
  test('end after 60, whatever the headers say about where they come from', async () => {
    expect((await signIn(open, {})).status).toBe(401);
    await multiply(60);
    for (const headers of [
      { 'x-forwarded-for': '203.0.113.7' },
      { 'x-real-ip': '203.0.113.8' },
      { forwarded: 'for=203.0.113.9' },
      { 'x-client-ip': '203.0.113.10', 'cf-connecting-ip': '203.0.113.10' },
    ])
      expect((await signIn(open, headers)).status, JSON.stringify(headers)).toBe(429);
  });

  test('are told apart behind a proxy that is trusted, by what the proxy itself wrote', async () => {
    const from = (address: string) => signIn(behind, { 'x-forwarded-for': address });
    expect((await from('203.0.113.7')).status).toBe(401);
    await multiply(60);
    expect((await from('203.0.113.7')).status).toBe(429);
    // What the client itself wrote stands before it, and is nobody's word.
    expect((await from('198.51.100.1, 203.0.113.7')).status).toBe(429);
    expect((await from('203.0.113.8')).status).toBe(401);
  });

  test('end for the whole /64 of an IPv6 address', async () => {
    const from = (address: string) => signIn(behind, { 'x-forwarded-for': address });
    expect((await from('2001:db8:1:2::1')).status).toBe(401);
    await multiply(60);
    expect((await from('2001:db8:1:2:ffff:ffff:ffff:ffff')).status).toBe(429);
    expect((await from('2001:db8:1:3::1')).status).toBe(401);
  });

  test('at one account end after 10, however its email is written and whoever asks', async () => {
    const tryAt = (email: string, address: string, password = 'not the password') =>
      call(behind, 'POST', '/api/auth/sign-in/email', { email, password }, { 'x-forwarded-for': address });
    const email = harbor.emails.nurse;
    expect((await tryAt(email, '203.0.113.1')).status).toBe(401);
    await multiply(9);
    expect((await tryAt(email.toUpperCase(), '203.0.113.2')).status).toBe(401);
    const locked = await tryAt(email, '203.0.113.3', PASSWORD);
    expect(locked.status).toBe(429);
    // An account that is locked and one that is not there: the same words.
    const nobody = 'nobody@harbor.test';
    expect((await tryAt(nobody, '203.0.113.4')).status).toBe(401);
    await multiply(10);
    expect((await tryAt(nobody, '203.0.113.5')).text).toBe(locked.text);
  });
});

describe('[AUT-26] a request that says it is another', () => {
  const OURS = 'http://127.0.0.1:4000';
  const lookAlikes = [
    'https://evil.example',
    'null',
    '',
    `${OURS}.evil.example`,
    `${OURS}0`,
    `${OURS}/`,
    'http://127.0.0.1:4000@evil.example',
    'https://127.0.0.1:4000',
    'http://127.0.0.1',
    'http://127.0.0.2:4000',
    'file://',
    `${OURS}, https://evil.example`,
  ];

  test('a write from an origin that looks like ours is refused, with a login and with none', async () => {
    const { cookie } = await open.as('physician');
    for (const origin of lookAlikes) {
      for (const headers of [{ origin, cookie }, { origin }]) {
        const reply = await call(open, 'POST', '/api/sessions/search', {}, headers as Record<string, string>);
        expect(reply.status, origin).toBe(403);
        expect(reply.text).toContain('wrong-origin');
      }
    }
    const own = await call(open, 'POST', '/api/sessions/search', {}, { origin: OURS, cookie });
    expect(own.status).toBe(200);
  });

  test('a socket from one is refused before the upgrade', async () => {
    const { cookie } = await open.as('physician');
    const address = `${addressOf(open).replace('http', 'ws')}/api/live`;
    const answers = lookAlikes.map(
      (origin) =>
        new Promise<number | string>((resolve) => {
          const socket = new WebSocket(address, { headers: { cookie, origin } });
          socket.once('unexpected-response', (_, { statusCode }) => {
            socket.terminate();
            resolve(statusCode ?? 0);
          });
          socket.once('open', () => resolve(`open from ${origin}`));
          socket.once('error', () => {});
        }),
    );
    expect(new Set(await Promise.all(answers))).toEqual(new Set([403]));
  });

  test('Host, X-Forwarded-Host and a method in a header change nothing and come back nowhere', async () => {
    const { cookie } = await open.as('admin');
    const evil = {
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      'x-original-url': '/api/people/accounts',
      'x-http-method-override': 'POST',
    };
    const plain = await call(open, 'GET', '/api/people', undefined, { cookie });
    expect(await call(open, 'GET', '/api/people', undefined, { ...evil, cookie })).toEqual(plain);
    const invited = await call(
      open,
      'POST',
      '/api/invitations',
      { id: randomUUID(), name: 'Ada', email: `${randomUUID()}@harbor.test`, roles: ['nurse'] },
      { ...evil, cookie },
    );
    expect(invited.status).toBe(201);
    expect(invited.text).not.toContain('evil.example');
    // A page that had its name point here (DNS rebinding) has an origin of its own, and no cookie.
    const rebound = await call(
      open,
      'POST',
      '/api/auth/sign-in/email',
      { email: 'a@b.c', password: 'x' },
      {
        ...evil,
        origin: 'http://evil.example',
      },
    );
    expect(rebound.status).toBe(403);
  });

  test('no method but those that a route has: TRACE and the others answer nothing of the request', async () => {
    const { cookie } = await open.as('physician');
    for (const method of ['TRACE', 'OPTIONS', 'PUT', 'DELETE', 'PROPFIND', 'HEAD']) {
      const reply = await call(open, method, '/api/sessions', undefined, {
        cookie,
        'x-canary': 'canary-41c',
      });
      expect(reply.status, method).toBe(404);
      expect(reply.text).not.toContain('canary-41c');
    }
  });
});
