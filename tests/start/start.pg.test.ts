import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Authenticator } from '../support/authenticator.ts';
import { dataDir, freePort, processesNaming, TandemProcess } from '../support/tandem-process.ts';

const data = dataDir();
let port: number;
let env: Record<string, string>;
let running: TandemProcess | null = null;

beforeAll(async () => {
  port = await freePort();
  env = { PORT: String(port), DATA_DIR: data.path, DEMO: '0', LOG_LEVEL: 'error' };
});
afterAll(async () => {
  await running?.signal('SIGKILL');
  data.remove();
});

async function start(): Promise<number> {
  running = new TandemProcess('start', [], env);
  return running.ready();
}

const origin = () => `http://127.0.0.1:${port}`;
async function call(cookie: string, method: string, path: string, body?: unknown) {
  const reply = await fetch(`${origin()}${path}`, {
    method,
    headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return {
    status: reply.status,
    body: (await reply.json()) as Record<string, never>,
    headers: reply.headers,
  };
}
/** Without the phone: one recovery code each time, and none the first time. */
async function signIn(email: string, password: string): Promise<string> {
  const code = recoveryCodes.pop();
  const shown = { email, password, ...(code === undefined ? {} : { code }) };
  const reply = await call('', 'POST', '/api/auth/sign-in/email', shown);
  expect(reply.status).toBe(200);
  return (reply.headers.getSetCookie()[0] as string).split(';')[0] as string;
}

/** A clinic of one's own asks for a second factor before anything else. */
async function enrol(cookie: string): Promise<void> {
  expect(await call(cookie, 'GET', '/api/sessions')).toMatchObject({
    status: 403,
    body: { code: 'enrol-first' },
  });
  const offered = await call(cookie, 'POST', '/api/me/second-factor', {});
  const code = await new Authenticator(offered.body.secret as unknown as string).code();
  const reply = await call(cookie, 'POST', '/api/me/second-factor/confirm', { code });
  expect(reply.status).toBe(200);
  recoveryCodes = reply.body.recoveryCodes as unknown as string[];
}
let recoveryCodes: string[] = [];

/** What the server confirmed; every later start must still have it. */
const confirmed: string[] = [];
const people = { email: 'dr@clinic.test', password: 'a long password' };
let session = '';

describe('npm start without the demo', () => {
  test('[RUN-1] set up, sign in, add a client, plan, start, record', { timeout: 120_000 }, async () => {
    console.log(`first start with a new database: ${Math.round(await start())} ms`);
    expect(await (await fetch(`${origin()}/readyz`)).json()).toEqual({ status: 'ready', writable: true });
    const setup = new TandemProcess(
      'setup',
      [
        '--clinic',
        'Quay',
        '--name',
        'Dr Lena Brandt',
        '--email',
        people.email,
        '--password',
        people.password,
        '--roles',
        'physician',
        '--time-zone',
        'Europe/Berlin',
      ],
      env,
    );
    expect(await setup.end(), setup.output).toBe(0);
    const again = new TandemProcess(
      'setup',
      ['--clinic', 'Quay', '--name', 'X', '--email', people.email, '--password', 'another password'],
      env,
    );
    expect(await again.end()).not.toBe(0);
    expect(again.output).toContain('is already a login at this clinic');
    const cookie = await signIn(people.email, people.password);
    const me = await call(cookie, 'GET', '/api/me');
    expect(me.body).toMatchObject({
      clinic: { name: 'Quay' },
      role: 'physician',
      demo: false,
      mustEnrol: true,
    });
    await enrol(cookie);
    const patient = {
      id: randomUUID(),
      familyName: 'Novak',
      givenName: 'Petra',
      birthDate: '1980-01-31',
      sex: 'female',
      allergies: { status: 'not-asked' },
    };
    expect((await call(cookie, 'POST', '/api/patients', patient)).status).toBe(201);
    const protocols = await call(cookie, 'GET', '/api/protocols');
    const protocolId = (protocols.body.items as unknown as { id: string }[])[0]?.id;
    session = randomUUID();
    const plan = { id: session, patientId: patient.id, protocolId, plannedAt: new Date().toISOString() };
    expect((await call(cookie, 'POST', '/api/sessions', plan)).status).toBe(201);
    expect((await call(cookie, 'POST', `/api/sessions/${session}/start`, { id: randomUUID() })).status).toBe(
      201,
    );
    await record(cookie, 20);
  });

  test('[BAK-20] backed up beside it, restored under another DATA_DIR, started there without a demo', {
    timeout: 90_000,
  }, async () => {
    const moved = dataDir();
    const file = `${data.path}.backup.gz`;
    const backup = new TandemProcess('backup', [file], env);
    expect(await backup.end(), backup.output).toBe(0);
    expect(backup.output).toContain(`Keys are not in it: keep a copy of ${data.path}/keys apart`);
    const into = { DATA_DIR: moved.path };
    const restore = new TandemProcess('restore', [file], into);
    expect(await restore.end(), restore.output).toBe(0);
    // Two pipes: what is said aside may arrive between the two lines.
    expect(restore.output).toMatch(/1 sessions, \d+ entries, 0 broken/);
    expect(restore.output).toMatch(/Restored .+ Everybody signs in again/);
    expect(processesNaming(moved.path)).toEqual([]);
    expect(await running?.signal('SIGTERM')).toBe(0);
    expect(processesNaming(data.path)).toEqual([]);
    // DEMO as it is by default: on.
    running = new TandemProcess('start', [], { PORT: String(port), ...into });
    await running.ready();
    expect(running.output).toContain('This database holds a clinic of your own, so no demo is made in it.');
    await expectAllConfirmed();
    expect(await running.signal('SIGTERM')).toBe(0);
    moved.remove();
  });

  test('[RUN-2] a second start is under 5 s and keeps the data', { timeout: 60_000 }, async () => {
    const ms = await start();
    console.log(`second start: ${Math.round(ms)} ms`);
    expect(ms).toBeLessThan(5_000 * 4);
    await expectAllConfirmed();
  });

  test('[AUT-15] the last admin who lost phone and codes sets up another one, by who holds the database', {
    timeout: 60_000,
  }, async () => {
    const before = await signIn(people.email, people.password);
    const reset = new TandemProcess('setup', ['--reset-second-factor', people.email], env);
    expect(await reset.end(), reset.output).toBe(0);
    recoveryCodes = [];
    // What this process knows of a login is at most 2 s old.
    await expect
      .poll(async () => (await call(before, 'GET', '/api/me')).status, { timeout: 5_000 })
      .toBe(401);
    await enrol(await signIn(people.email, people.password));
  });

  test('[RUN-3] kill -9, then start: nothing confirmed is lost, and no orphan is left after a stop', {
    timeout: 90_000,
  }, async () => {
    const cookie = await signIn(people.email, people.password);
    const writing = record(cookie, 500).catch(() => {});
    await new Promise<void>((resolve) => {
      const check = setInterval(() => {
        if (confirmed.length < 60) return;
        clearInterval(check);
        resolve();
      }, 2);
    });
    await running?.signal('SIGKILL');
    await writing;
    await start();
    await expectAllConfirmed();
    const verify = new TandemProcess('verify', [], env);
    expect(await verify.end(), verify.output).toBe(0);
    expect(verify.output).toContain(' 0 broken');
    expect(await running?.signal('SIGINT')).toBe(0);
    expect(processesNaming(data.path)).toEqual([]);
  });
});

async function record(cookie: string, count: number): Promise<void> {
  for (let at = 0; at < count; at += 1) {
    const entry = {
      id: randomUUID(),
      kind: 'vital-signs',
      happenedAt: new Date().toISOString(),
      data: { heartRate: 60 + (at % 60) },
    };
    const reply = await call(cookie, 'POST', `/api/sessions/${session}/entries`, { entries: [entry] });
    expect(reply.status).toBe(201);
    confirmed.push(entry.id);
  }
}

async function expectAllConfirmed(): Promise<void> {
  const cookie = await signIn(people.email, people.password);
  const { body } = await call(cookie, 'GET', `/api/sessions/${session}/entries?limit=1000`);
  const entries = body.entries as unknown as { id: string; seq: number }[];
  const ids = entries.map((entry) => entry.id);
  expect(confirmed.length).toBeGreaterThan(0);
  expect(confirmed.filter((id) => !ids.includes(id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(entries.map((entry) => entry.seq)).toEqual(entries.map((_, at) => at + 1));
}
