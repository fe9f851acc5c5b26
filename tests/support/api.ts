import { type AppOptions, buildApp } from '@tandem/api/app.ts';
import type { App } from '@tandem/api/app-type.ts';
import type { Places } from '@tandem/api/backup/nightly.ts';
import type { Services } from '@tandem/api/services.ts';
import type { Role } from '@tandem/domain';
import { inject as injected } from 'vitest';
import { WebSocket } from 'ws';
import type { Caller, Reply } from './calls.ts';
import { type FixtureClinic, harbor, PASSWORD } from './fixtures.ts';
import { copyTemplate, type TestDatabase } from './template.ts';

/** What tests with the app in their own process ask it for; tests of other processes do without the app. */
export * from './calls.ts';

export interface TestApi {
  readonly app: App;
  readonly services: Services;
  readonly db: TestDatabase;
  readonly origin: string;
  as(role: Role, clinic?: FixtureClinic): Promise<Caller>;
  signIn(email: string, password?: string): Promise<Caller>;
  request<T = Record<string, unknown>>(
    method: string,
    url: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Reply<T>>;
  socket(caller: Caller): WebSocket;
  close(): Promise<void>;
}

/** Seals second factors where the whole server runs in a test's own process. */
export const TEST_FACTOR_KEY = Buffer.alloc(32, 7);
const ORIGIN = 'http://127.0.0.1:4000';

/** The production app on a fresh copy of the template, listening on a free port. */
export async function startApi(
  options: {
    withoutClinicFilter?: boolean;
    db?: TestDatabase;
    backups?: Places;
    keysDir?: string;
    headsFile?: string;
    trustProxy?: readonly string[];
    metricsFrom?: readonly string[];
    dataFolder?: AppOptions['dataFolder'];
    certificate?: AppOptions['certificate'];
    /** Where people reach it; decides the allowed origin and the cookies. */
    publicUrl?: string;
    /** A free one where nothing is said; its own address is `publicUrl` only where both are given. */
    port?: number;
    /** Of the built dashboard; without it the API answers alone. */
    dashboardDir?: string;
  } = {},
): Promise<TestApi> {
  const db = options.db ?? (await copyTemplate(injected('adminUrl'), injected('keysDir')));
  const { app, services } = await buildApp({
    database: db.database,
    config: {
      publicUrl: new URL(options.publicUrl ?? ORIGIN),
      logLevel: 'silent',
      trustProxy: options.trustProxy ?? [],
      metricsFrom: options.metricsFrom ?? [],
    },
    secret: 'a secret of the tests only, 32 bytes',
    secondFactorKey: TEST_FACTOR_KEY,
    keysDir: options.keysDir ?? injected('keysDir'),
    dashboardDir: options.dashboardDir ?? null,
    build: 'test',
    withoutClinicFilter: options.withoutClinicFilter ?? false,
    ...(options.backups === undefined ? {} : { backups: options.backups }),
    ...(options.dataFolder === undefined ? {} : { dataFolder: options.dataFolder }),
    ...(options.certificate === undefined ? {} : { certificate: options.certificate }),
    ...(options.headsFile === undefined ? {} : { headsFile: options.headsFile }),
  });
  const address = await app.listen({ port: options.port ?? 0, host: '127.0.0.1' });
  const request: TestApi['request'] = async <T>(
    method: string,
    url: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) => {
    const reply = await fetch(`${address}${url}`, {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await reply.text();
    const setCookies = reply.headers.getSetCookie();
    return {
      status: reply.status,
      body: (text === '' ? {} : JSON.parse(text)) as T,
      headers: { ...Object.fromEntries(reply.headers), 'set-cookie': setCookies },
    };
  };
  const callers = new Map<string, Promise<Caller>>();
  const signIn = async (email: string, password = PASSWORD): Promise<Caller> => {
    const reply = await request<{ person: { id: string } }>('POST', '/api/auth/sign-in/email', {
      email,
      password,
    });
    if (reply.status !== 200) throw new Error(`${email} could not sign in: ${reply.status}`);
    const cookie = (reply.headers['set-cookie'] as string[]).map((one) => one.split(';')[0]).join('; ');
    const call: Caller['call'] = (method, url, body, headers = {}) =>
      request(method, url, body, { cookie, ...headers });
    return {
      cookie,
      personId: reply.body.person.id,
      call,
      get: (url) => call('GET', url),
      post: (url, body) => call('POST', url, body),
    };
  };
  return {
    app,
    services,
    db,
    origin: options.publicUrl ?? ORIGIN,
    request,
    signIn,
    as: (role, clinic = harbor) => {
      const email = clinic.emails[role];
      const known = callers.get(email) ?? signIn(email);
      callers.set(email, known);
      return known;
    },
    socket: (caller) =>
      new WebSocket(`${address.replace('http', 'ws')}/api/live`, {
        headers: { cookie: caller.cookie },
        origin: options.publicUrl ?? ORIGIN,
      }),
    close: async () => {
      await app.close();
      if (options.db === undefined) await db.drop();
    },
  };
}
