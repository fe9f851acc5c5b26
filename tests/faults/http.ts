import type { Caller, EntryBody, Reply } from '../support/calls.ts';
import type { Confirmation } from './confirmed-ledger-process.ts';

/** One request. @throws when the line breaks or nothing comes within `limitMs` */
export async function send<T>(
  address: string,
  method: string,
  path: string,
  options: { cookie?: string; body?: unknown; headers?: Record<string, string>; limitMs?: number } = {},
): Promise<Reply<T>> {
  const { cookie, body, headers = {}, limitMs = 10_000 } = options;
  const reply = await fetch(`${address}${path}`, {
    method,
    headers: {
      ...(cookie === undefined ? {} : { cookie }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(limitMs),
  });
  const text = await reply.text();
  const setCookies = reply.headers.getSetCookie();
  return {
    status: reply.status,
    body: (text === '' ? {} : JSON.parse(text)) as T,
    headers: { ...Object.fromEntries(reply.headers), 'set-cookie': setCookies },
  };
}

/** A person signed in at one process. */
export async function callerAt(address: string, email: string, password: string): Promise<Caller> {
  const body = { email, password };
  const reply = await send<{ person: { id: string } }>(address, 'POST', '/api/auth/sign-in/email', { body });
  if (reply.status !== 200) throw new Error(`${email} could not sign in: ${reply.status}`);
  const cookie = (reply.headers['set-cookie'] as string[]).map((one) => one.split(';')[0]).join('; ');
  const call: Caller['call'] = (method, url, sent, headers = {}) =>
    send(address, method, url, { cookie, body: sent, headers });
  return {
    cookie,
    personId: reply.body.person.id,
    call,
    get: (url) => call('GET', url),
    post: (url, sent) => call('POST', url, sent),
  };
}

/** The body of an answer which says that entries are stored. */
export interface Stored {
  readonly entries?: readonly Confirmation[];
}

/** What such an answer says of one entry: what the ledger is told. @throws when it does not name the entry */
export function saidOf(body: Stored | undefined, id: string): Confirmation {
  const entry = body?.entries?.find((one) => one.id === id);
  if (entry === undefined) throw new Error(`stored, by an answer that does not name it: ${id}`);
  const { seq, recordedAt, hash } = entry;
  return { id, seq, recordedAt, hash };
}

/**
 * As a device behaves: the same entry under the same id, to one address after the other, until one confirms it.
 * @returns what was said of it, and how often it was sent again @throws when it was refused, or nobody confirmed it within `patienceMs`
 */
export async function confirm(
  addresses: readonly string[],
  cookie: string,
  session: string,
  entry: EntryBody,
  limitMs = 2_000,
  patienceMs = 30_000,
): Promise<{ said: Confirmation; resent: number }> {
  const path = `/api/sessions/${session}/entries`;
  const endMs = performance.now() + patienceMs;
  for (let tries = 0; performance.now() < endMs; tries += 1) {
    const address = addresses[tries % addresses.length] as string;
    const options = { cookie, body: { entries: [entry] }, limitMs };
    const reply = await send<Stored>(address, 'POST', path, options).catch(() => null);
    const status = reply?.status ?? 0;
    if (status === 200 || status === 201) return { said: saidOf(reply?.body, entry.id), resent: tries };
    if (status >= 400 && status < 500) throw new Error(`refused with ${status}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`no process confirmed the entry within ${patienceMs / 1_000} s`);
}
