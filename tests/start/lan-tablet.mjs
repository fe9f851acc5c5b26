// What a tablet does, in a network of its own: node lan-tablet.mjs JOIN_URL EMAIL PASSWORD TOKEN. Prints what it found as JSON.
import { randomUUID, X509Certificate } from 'node:crypto';
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
/** Whoever works at a clinic of one's own sets up a second factor before anything else. @param {string} cookie */
async function enrol(cookie) {
  const own = { method: 'POST', headers: { origin, cookie } };
  const offered = JSON.parse((await ask('/api/me/second-factor', { ...own, body: {} })).body);
  const code = new TOTP({ secret: Secret.fromBase32(offered.secret) }).generate();
  return (await ask('/api/me/second-factor/confirm', { ...own, body: { code } })).status;
}
const admin = signedIn.cookies.join('; ');
const enrolled = await enrol(admin);
const physician = {
  id: randomUUID(),
  name: 'Dr Amara Okafor',
  email: 'amara@quay.test',
  roles: ['physician'],
};
const headers = { origin };
const invited = await ask('/api/invitations', {
  method: 'POST',
  headers: { origin, cookie: admin },
  body: physician,
});
const accepting = { token: JSON.parse(invited.body).token, password: 'grey heron on the breakwater' };
await ask('/api/invitations/accept', { method: 'POST', headers, body: accepting });
const second = { email: physician.email, password: accepting.password };
const cookie = (await ask('/api/auth/sign-in/email', { method: 'POST', headers, body: second })).cookies.join(
  '; ',
);
await enrol(cookie);
const joining = await ask('/api/joining', { headers: { cookie } });
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
    enrolled,
    invited: invited.status,
    cookieName: cookie.split('=')[0],
    elsewhere: elsewhere.status,
    hello,
    joining: JSON.parse(joining.body).lan,
  }),
);
