import { afterAll, beforeAll, expect, test } from 'vitest';
import { dataDir, freePort, TandemProcess } from '../support/tandem-process.ts';

const data = dataDir();
let port: number;
let running: TandemProcess;

beforeAll(async () => {
  port = await freePort();
  running = new TandemProcess('start', [], { PORT: String(port), DATA_DIR: data.path });
  console.log(`first start with the demo clinics: ${Math.round(await running.ready())} ms`);
}, 120_000);
afterAll(async () => {
  await running.signal('SIGKILL');
  data.remove();
});

interface Listed {
  items: {
    status: string;
    origin: string;
    startedAt: string | null;
    patient: { familyName: string } | null;
    people: { name: string; role: string }[];
    room: { name: string };
    series: { number: number; of: number } | null;
  }[];
  nextCursor: string | null;
}

async function as(email: string): Promise<(path: string) => Promise<Listed & { role: string }>> {
  const reply = await fetch(`http://127.0.0.1:${port}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: 'tandem-demo' }),
  });
  expect(reply.status, email).toBe(200);
  const cookie = (reply.headers.getSetCookie()[0] as string).split(';')[0] as string;
  return async (path) =>
    (await fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie } })).json() as never;
}

test('[RUN-8] the demo clinics are as the interface names them', async () => {
  for (const role of ['physician', 'nurse', 'therapist', 'lead', 'admin']) {
    expect(await (await as(`${role}@harbor.test`))('/api/me')).toMatchObject({
      role,
      clinic: { name: 'Harbor' },
      demo: true,
    });
  }
  for (const role of ['physician', 'lead']) {
    expect(await (await as(`${role}@cedar.test`))('/api/me')).toMatchObject({
      role,
      clinic: { name: 'Cedar' },
    });
  }
  const get = await as('physician@harbor.test');
  // The training session that moves by itself is a fourth, in a room of its own.
  const running = (await get('/api/sessions?status=in-progress')).items;
  const live = running.filter((one) => one.origin === 'demo');
  expect(new Set(live.map((one) => one.room.name)).size).toBe(3);
  expect(live).toHaveLength(3);
  const physicians = live.map((one) => one.people.find((person) => person.role === 'physician')?.name);
  expect(new Set(physicians).size).toBe(2);
  expect(new Set(live.map((one) => one.patient?.familyName)).size).toBe(2);
  expect(live.map((one) => one.series?.of)).toEqual([6, 6, 6]);
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format(new Date());
  expect((await get(`/api/sessions?status=planned&from=${today}&to=${today}`)).items).toHaveLength(2);
  const toSign = (await get('/api/sessions?status=ended')).items.filter((one) => one.origin === 'demo');
  expect(toSign.length).toBeGreaterThanOrEqual(5);
  expect(toSign.length).toBeLessThanOrEqual(8);
  let past = 0;
  let oldest = '';
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: Listed = await get(
      `/api/sessions?status=ended,signed&limit=200${cursor === '' ? '' : `&cursor=${cursor}`}`,
    );
    past += page.items.length;
    oldest = page.items.at(-1)?.startedAt ?? oldest;
    cursor = page.nextCursor;
  }
  expect(past).toBeGreaterThanOrEqual(300);
  expect((Date.now() - Date.parse(oldest)) / 86_400_000).toBeGreaterThan(365);
});

test('[RUN-9] demo accounts and an open HOST are refused together, also when the demo is turned off later', async () => {
  expect(await running.signal('SIGTERM')).toBe(0);
  const open = new TandemProcess('start', [], {
    PORT: String(port),
    DATA_DIR: data.path,
    HOST: '0.0.0.0',
    DEMO: '0',
  });
  expect(await open.end()).not.toBe(0);
  expect(open.output).toMatch(/HOST is 0\.0\.0\.0, but this database holds demo accounts/);
}, 60_000);
