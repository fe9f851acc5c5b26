// What a tablet does, in a network of its own: node lan-tablet.mjs JOIN_URL EMAIL PASSWORD TOKEN. Prints what it found as JSON.
import { X509Certificate } from 'node:crypto';
import { request } from 'node:https';
import { Secret, TOTP } from 'otpauth';
import { WebSocket } from 'ws';

const [joinUrl, email, password, token] = process.argv.slice(2);
const page = await (await fetch(joinUrl)).text();
const tandem = new URL(/href="(https:[^"]+)\/tablet-check"/.exec(page)?.[1] ?? 'https://nowhere.invalid');
const certificate = new X509Certificate(
  Buffer.from(await (await fetch(new URL('/tandem-authority.crt', joinUrl))).arrayBuffer()),
);
const ca = certificate.toString();

/** @param {string} path @param {{ method?: string, body?: unknown, headers?: Record<string, string>, trusting?: boolean }} [how] */
function ask(path, { method = 'GET', body, headers = {}, trusting = true } = {}) {
  return new Promise((resolve) => {
    const sent = request(new URL(path, tandem), {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(trusting ? { ca } : {}),
    });
    sent.once('error', (error) => resolve({ status: 0, error: error.code, body: '', cookies: [] }));
    sent.once('response', async (reply) => {
      let text = '';
      for await (const part of reply) text += part;
      const cookies = (reply.headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0]);
      resolve({ status: reply.statusCode, body: text, cookies });
    });
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

const stranger = await ask('/healthz', { trusting: false });
const healthz = await ask('/healthz');
const check = await ask('/tablet-check');
const origin = tandem.origin;
const made = await ask('/api/first-run', {
  method: 'POST',
  headers: { origin },
  body: { token, clinicName: 'Quay', timeZone: 'Europe/Berlin', name: 'Dr Lena Brandt', email, password },
});
const signedIn = await ask('/api/auth/sign-in/email', {
  method: 'POST',
  body: { email, password },
  headers: { origin },
});
const elsewhere = await ask('/api/auth/sign-in/email', {
  method: 'POST',
  body: { email, password },
  headers: { origin: 'https://192.168.99.99:3443' },
});
const cookie = signedIn.cookies.join('; ');
// Whoever works at a clinic of one's own sets up a second factor before anything else.
const own = { method: 'POST', headers: { origin, cookie } };
const offered = JSON.parse((await ask('/api/me/second-factor', { ...own, body: {} })).body);
const code = new TOTP({ secret: Secret.fromBase32(offered.secret) }).generate();
const enrolled = await ask('/api/me/second-factor/confirm', { ...own, body: { code } });
const hello = await new Promise((resolve) => {
  const socket = new WebSocket(`${origin.replace('https', 'wss')}/api/live`, {
    ca,
    origin,
    headers: { cookie },
  });
  socket.once('message', (data) => {
    resolve(JSON.parse(String(data)).type);
    socket.close();
  });
  socket.once('error', (error) => resolve(String(error)));
});
console.log(
  JSON.stringify({
    tandem: tandem.href,
    fingerprint: certificate.fingerprint256,
    stranger: stranger.error,
    healthz: healthz.status,
    check: check.status,
    isPage: check.body.includes('<div id="root">'),
    made: made.status,
    signedIn: signedIn.status,
    enrolled: enrolled.status,
    cookieName: cookie.split('=')[0],
    elsewhere: elsewhere.status,
    hello,
  }),
);
