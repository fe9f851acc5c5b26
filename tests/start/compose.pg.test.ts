import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { parse } from 'yaml';
import { freePort } from '../support/tandem-process.ts';
import { emptyDatabase, type TestDatabase } from '../support/template.ts';

/**
 * The steps of Dockerfile and docker-compose.yml without an engine: what the image is made of is put together from
 * what was built, and its own commands run with the environment that compose gives. Not shown so: the engine itself,
 * Caddy, and the packages that the image leaves out.
 */
const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const run = promisify(execFile);
const given: Readonly<Record<string, string>> = {
  POSTGRES_PASSWORD: 'secret',
  TANDEM_DOMAIN: 'tandem.example',
};

interface Service {
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
}
const compose = parse(readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8'), { merge: true }) as {
  services: Readonly<Record<string, Service>>;
  volumes: Readonly<Record<string, unknown>>;
};
/** `${NAME:?why}` and `${NAME:-instead}`. */
const filled = (text: string) =>
  text.replace(/\$\{(\w+)(?::([?-])([^}]*))?\}/g, (_all, name: string, sign?: string, rest = '') => {
    const value = given[name] ?? (sign === '-' ? rest : undefined);
    if (value === undefined) throw new Error(`${name}: ${rest}`);
    return value;
  });

const dockerfile =
  readFileSync(join(ROOT, 'Dockerfile'), 'utf8')
    .split(/^FROM /m)
    .at(-1) ?? '';
const copied = [...dockerfile.matchAll(/^COPY --from=build (.+)$/gm)].flatMap(([, words = '']) => {
  const places = words.split(' ');
  return places.slice(0, -1).map((place) => place.replace('/tandem/', ''));
});
const commandOf = (keyword: string) =>
  JSON.parse(new RegExp(`${keyword}.* (\\[.+\\])$`, 'm').exec(dockerfile)?.[1] ?? '[]') as string[];
const imageEnv = Object.fromEntries(
  (/^ENV (.+)$/m.exec(dockerfile)?.[1] ?? '').split(' ').map((pair) => pair.split('=') as [string, string]),
);

let db: TestDatabase;
const folder = mkdtempSync(join(tmpdir(), 'tandem-image-'));
const image = join(folder, 'tandem');
const running = new Map<
  string,
  { child: ChildProcess; port: number; output: string; env: Record<string, string> }
>();

beforeAll(async () => {
  db = await emptyDatabase(inject('adminUrl'), inject('keysDir'));
  for (const place of copied) {
    mkdirSync(dirname(join(image, place)), { recursive: true });
    // Packages are not copied: a link is as good, and what the image leaves of them is not shown here anyway.
    if (place.endsWith('node_modules')) symlinkSync(join(ROOT, place), join(image, place));
    else cpSync(join(ROOT, place), join(image, place), { recursive: true });
  }
  mkdirSync(join(folder, 'data/backups'), { recursive: true });
});
afterAll(async () => {
  for (const { child } of running.values()) child.kill('SIGKILL');
  await db.drop();
  rmSync(folder, { recursive: true });
});

/** As `docker compose up` of one service, with this machine's ports and PostgreSQL in place of compose's own. */
async function up(name: string): Promise<void> {
  const service = compose.services[name];
  const port = await freePort();
  const own = Object.fromEntries(
    Object.entries(service?.environment ?? {}).map(([key, text]) => [key, filled(text)]),
  );
  expect(own.DATABASE_URL).toBe('postgres://postgres:secret@postgres:5432/tandem');
  const env = {
    PATH: process.env.PATH ?? '',
    ...imageEnv,
    ...own,
    DATABASE_URL: db.adminUrl,
    KEYS_DIR: inject('keysDir'),
    DATA_DIR: join(folder, 'data'),
    BACKUP_DIR: join(folder, 'data/backups'),
    TRUST_PROXY: '127.0.0.1',
    HOST: '127.0.0.1',
    PORT: String(port),
  };
  const [file = '', ...args] = commandOf('^CMD');
  const child = spawn(file, args, { cwd: image, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const entry = { child, port, output: '', env };
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      entry.output += text;
    });
  running.set(name, entry);
  await expect.poll(() => isHealthy(name), { timeout: 30_000, interval: 250 }).toBe(true);
}

const of = (name: string) => running.get(name) as NonNullable<ReturnType<typeof running.get>>;
/** By the image's own health check. */
async function isHealthy(name: string): Promise<boolean> {
  const { env, child, output } = of(name);
  if (child.exitCode !== null) throw new Error(`${name} ended: ${output}`);
  const [file = '', ...args] = commandOf('^HEALTHCHECK');
  return run(file, args, { cwd: image, env }).then(
    () => true,
    () => false,
  );
}

/** `docker compose exec`. */
const execIn = (name: string, ...args: string[]) =>
  run('node', ['scripts/run.mjs', ...args], { cwd: image, env: of(name).env });

async function call(name: string, method: string, path: string, body?: unknown, cookie = '') {
  const reply = await fetch(`http://127.0.0.1:${of(name).port}${path}`, {
    method,
    headers: {
      origin: `https://${given.TANDEM_DOMAIN}`,
      cookie,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await reply.text();
  const cookies = reply.headers.getSetCookie().map((one) => one.split(';')[0]);
  return { status: reply.status, body: text === '' ? null : JSON.parse(text), cookies };
}

describe('docker-compose.yml', () => {
  test('[DOC-1] says what it needs, runs as nobody who may do more, and waits in order', () => {
    for (const name of ['tandem-1', 'tandem-2'])
      expect(compose.services[name]).toMatchObject({
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
      });
    expect(dockerfile).toMatch(/^USER node$/m);
    expect(compose.services['tandem-1']?.depends_on).toEqual({ postgres: { condition: 'service_healthy' } });
    expect(compose.services['tandem-2']?.depends_on).toEqual({
      'tandem-1': { condition: 'service_healthy' },
    });
    const used = Object.values(compose.services).flatMap(({ volumes = [] }) =>
      volumes.map((each) => each.split(':')[0]),
    );
    for (const volume of Object.keys(compose.volumes)) expect(used).toContain(volume);
    const caddy = readFileSync(join(ROOT, 'deploy/Caddyfile'), 'utf8');
    expect(caddy).toContain(`reverse_proxy tandem-1:${imageEnv.PORT} tandem-2:${imageEnv.PORT}`);
    for (const place of copied) expect(existsSync(join(ROOT, place)), place).toBe(true);
  });

  test('[DOC-2] its steps: two processes come up, the clinic is set up, one is stopped and the other goes on', {
    timeout: 90_000,
  }, async () => {
    await up('tandem-1');
    await up('tandem-2');
    const flags = [
      '--clinic',
      'Quay',
      '--name',
      'Dr Lena Brandt',
      '--email',
      'lena@quay.test',
      '--password',
      'a quiet walk by the harbour',
    ];
    const { stdout } = await execIn('tandem-1', 'setup', ...flags);
    expect(stdout).toContain('can sign in to Quay');
    const credentials = { email: 'lena@quay.test', password: 'a quiet walk by the harbour' };
    const signedIn = await call('tandem-1', 'POST', '/api/auth/sign-in/email', credentials);
    expect(signedIn.status).toBe(200);
    const cookie = signedIn.cookies.join('; ');
    expect(cookie).toMatch(/^__Host-tandem=/);
    // A login that began at one counts at the other: they share keys and database.
    expect((await call('tandem-2', 'GET', '/api/me', undefined, cookie)).body).toMatchObject({
      clinic: { name: 'Quay' },
    });

    const backup = join(folder, 'data/backups', `${randomUUID()}.backup.gz`);
    await execIn('tandem-2', 'backup', backup);
    expect((await execIn('tandem-2', 'verify', backup)).stdout).toMatch(/./);

    const first = of('tandem-1');
    const ended = new Promise((resolve) => first.child.once('exit', resolve));
    first.child.kill('SIGTERM');
    expect(await ended, first.output).toBe(0);
    expect((await call('tandem-2', 'GET', '/api/me', undefined, cookie)).status).toBe(200);
    await up('tandem-1');
    expect((await call('tandem-1', 'GET', '/api/me', undefined, cookie)).status).toBe(200);
  });

  test('[DOC-3] nothing is written beside the data: what the image holds is what it was made of', () => {
    expect(readdirSync(image).toSorted()).toEqual(
      [...new Set(copied.map((place) => place.split('/')[0]))].toSorted(),
    );
    expect(readdirSync(join(image, 'apps/api')).toSorted()).toEqual(['dist', 'node_modules', 'package.json']);
  });
});
