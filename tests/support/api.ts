import { randomUUID } from 'node:crypto';
import { buildApp } from '@tandem/api/app.ts';
import type { App } from '@tandem/api/app-type.ts';
import type { Places } from '@tandem/api/backup/nightly.ts';
import type { Services } from '@tandem/api/services.ts';
import type { Role } from '@tandem/domain';
import { inject as injected } from 'vitest';
import { WebSocket } from 'ws';
import { type FixtureClinic, harbor, PASSWORD } from './fixtures.ts';
import { copyTemplate, type TestDatabase } from './template.ts';

export interface Reply<T = Record<string, unknown>> {
  readonly status: number;
  readonly body: T;
  readonly headers: Record<string, unknown>;
}

/** A person signed in over HTTP. */
export interface Caller {
  readonly cookie: string;
  readonly personId: string;
  call<T = Record<string, unknown>>(
    method: string,
    url: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Reply<T>>;
  get<T = Record<string, unknown>>(url: string): Promise<Reply<T>>;
  post<T = Record<string, unknown>>(url: string, body: unknown): Promise<Reply<T>>;
}

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

const ORIGIN = 'http://127.0.0.1:4000';

/** The production app on a fresh copy of the template, listening on a free port. */
export async function startApi(
  options: { withoutClinicFilter?: boolean; db?: TestDatabase; backups?: Places } = {},
): Promise<TestApi> {
  const db = options.db ?? (await copyTemplate(injected('adminUrl'), injected('keysDir')));
  const { app, services } = await buildApp({
    database: db.database,
    config: { publicUrl: new URL(ORIGIN), logLevel: 'silent' },
    secret: 'a secret of the tests only, 32 bytes',
    dashboardDir: null,
    build: 'test',
    withoutClinicFilter: options.withoutClinicFilter ?? false,
    ...(options.backups === undefined ? {} : { backups: options.backups }),
  });
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
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
    origin: ORIGIN,
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
        origin: ORIGIN,
      }),
    close: async () => {
      await app.close();
      if (options.db === undefined) await db.drop();
    },
  };
}

/** A planned session; `started` starts it too. */
export async function planSession(
  caller: Caller,
  options: {
    started?: boolean;
    clinic?: FixtureClinic;
    client?: 0 | 1;
    people?: { personId: string; role: Role }[];
  } = {},
): Promise<string> {
  const { started = true, clinic = harbor, client = 0, people } = options;
  const id = randomUUID();
  const planned = await caller.post('/api/sessions', {
    id,
    patientId: clinic.patientIds[client],
    protocolId: clinic.protocolId,
    plannedAt: new Date().toISOString(),
    weightKg: 68,
    roomId: clinic.roomId,
    ...(people === undefined ? {} : { people }),
  });
  if (planned.status !== 201) throw new Error(`plan: ${planned.status} ${JSON.stringify(planned.body)}`);
  if (started) {
    const reply = await caller.post(`/api/sessions/${id}/start`, { id: randomUUID() });
    if (reply.status !== 201) throw new Error(`start: ${reply.status} ${JSON.stringify(reply.body)}`);
  }
  return id;
}

export async function endSession(caller: Caller, id: string): Promise<void> {
  const reply = await caller.post(`/api/sessions/${id}/end`, { id: randomUUID(), disposition: 'completed' });
  if (reply.status !== 201) throw new Error(`end: ${reply.status} ${JSON.stringify(reply.body)}`);
}

export interface EntryBody {
  readonly id: string;
  readonly kind: string;
  readonly happenedAt: string;
  readonly data: Record<string, unknown>;
  readonly context?: Record<string, unknown>;
}

export function entry(kind: string, data: Record<string, unknown>, more: Partial<EntryBody> = {}): EntryBody {
  return { id: randomUUID(), kind, happenedAt: new Date().toISOString(), data, ...more };
}

export const vitals = (systolic = 148, diastolic = 92) =>
  entry('vital-signs', { systolic, diastolic, heartRate: 88, spo2: 97 });
export const note = (text = 'Breath slowing.') => entry('note', { text, category: 'noticed' });
/** Given already: no gate, no hold and no ceiling stands before it. */
export const dose = (amountMg = 40) =>
  entry('dose', { state: 'already-given', drug: 'ketamine', route: 'im', amountMg });
