import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import { rolePasswords, roleUrls } from '@tandem/api/db/roles.ts';
import { verifyClinic } from '@tandem/api/log/verify.ts';
import { rngOf } from '@tandem/scenarios';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { harbor, PASSWORD } from '../support/fixtures.ts';
import { dataDir, freePort } from '../support/tandem-process.ts';
import { copyTemplate, type TestDatabase } from '../support/template.ts';

const ROUNDS = process.env.TANDEM_TEST_SIZE === 'long' ? 200 : 15;
const WRITERS = 4;
const SEED = Number(process.env.TANDEM_SEED ?? 20_261_124);

let db: TestDatabase;
let port: number;
let api: ChildProcess;
/** Resolves when the server is there again: what a client's back-off waits for. */
let up: Promise<void>;
let exit: Promise<unknown>;
const dir = dataDir();

beforeAll(async () => {
  db = await copyTemplate(inject('adminUrl'), inject('keysDir'));
  port = await freePort();
  up = startApi();
  await up;
});
afterAll(async () => {
  api.kill('SIGKILL');
  await db.drop();
  dir.remove();
});

/** The built server on the test's database, as tandem_app: a real process that can really die. */
async function startApi(): Promise<void> {
  const bundle = pathToFileURL(new URL('../../apps/api/dist/main.js', import.meta.url).pathname).href;
  api = spawn(
    process.execPath,
    ['--input-type=module', '-e', `import(${JSON.stringify(bundle)}).then((m) => m.main())`],
    {
      env: {
        PATH: process.env.PATH,
        PORT: String(port),
        DATABASE_URL: roleUrls(db.adminUrl, rolePasswords(inject('keysDir'))).app,
        KEYS_DIR: inject('keysDir'),
        DATA_DIR: dir.path,
        DEMO: '0',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  exit = once(api, 'exit');
  for await (const text of api.stdout as AsyncIterable<Buffer>) if (String(text).includes('is ready')) return;
  throw new Error('the API ended before it was ready');
}

async function post(cookie: string, path: string, body: unknown): Promise<number> {
  const reply = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(5_000),
  });
  await reply.arrayBuffer();
  return reply.status;
}

async function signIn(): Promise<string> {
  const reply = await fetch(`http://127.0.0.1:${port}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: harbor.emails.physician, password: PASSWORD }),
  });
  return (reply.headers.getSetCookie()[0] as string).split(';')[0] as string;
}

test(`[A1] kill -9 of the API at ${ROUNDS} random points (seed ${SEED}): nothing confirmed lost, nothing doubled`, async () => {
  const cookie = await signIn();
  const session = randomUUID();
  const plan = {
    id: session,
    patientId: harbor.patientIds[0],
    protocolId: harbor.protocolId,
    plannedAt: new Date().toISOString(),
  };
  expect(await post(cookie, '/api/sessions', plan)).toBe(201);
  expect(await post(cookie, `/api/sessions/${session}/start`, { id: randomUUID() })).toBe(201);
  const confirmed = new Set<string>();
  const sent = new Set<string>();
  let running = true;
  let resent = 0;

  /** Sends one id until it is confirmed, whatever happens to the server in between, then the next one. */
  const writer = async () => {
    while (running) {
      const entry = {
        id: randomUUID(),
        kind: 'vital-signs',
        happenedAt: new Date().toISOString(),
        data: { heartRate: 80 },
      };
      sent.add(entry.id);
      for (let tries = 0; ; tries += 1) {
        const died = exit;
        const status = await post(cookie, `/api/sessions/${session}/entries`, { entries: [entry] }).catch(
          () => 0,
        );
        if (status === 201 || status === 200) break;
        resent += 1;
        if (tries > 20) throw new Error('the server is there and does not answer');
        await died;
        await up;
      }
      confirmed.add(entry.id);
    }
  };
  const writers = Array.from({ length: WRITERS }, writer);
  const rng = rngOf('kill-api', SEED);
  for (let round = 0; round < ROUNDS; round += 1) {
    const until = confirmed.size + rng.int(1, 40);
    while (confirmed.size < until) await new Promise((resolve) => setImmediate(resolve));
    api.kill('SIGKILL');
    await exit;
    up = startApi();
    await up;
  }
  running = false;
  await Promise.all(writers);

  const { app } = db.database;
  const rows = await app.begin(async (tx) => {
    await tx`select set_config('tandem.clinic_id', ${harbor.id}, true)`;
    return tx<
      { id: string; seq: number }[]
    >`select id, seq from tandem.entries where stream_id = ${session} order by seq`;
  });
  const stored = rows.map((row) => row.id);
  const lost = [...confirmed].filter((id) => !stored.includes(id));
  const unknown = stored.filter((id) => !sent.has(id));
  const doubled = stored.length - new Set(stored).size;
  console.log(
    `${ROUNDS} kills: ${confirmed.size} confirmed, ${resent} sent again, ${lost.length} lost, ${doubled} doubled`,
  );
  expect(lost).toEqual([]);
  expect(doubled).toBe(0);
  expect(unknown).toHaveLength(2);
  expect(rows.map((row) => row.seq)).toEqual(rows.map((_, at) => at + 1));
  expect((await verifyClinic(app, harbor.id, session)).broken).toEqual([]);
  expect(resent, 'no request was ever hit by a kill: the fault was not injected').toBeGreaterThan(0);
}, 600_000);
