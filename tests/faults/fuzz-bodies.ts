import type { Rng } from '@tandem/scenarios';
import type { DescribedCall } from '../support/json-schema.ts';
import { sample } from './schema-sample.ts';

export interface Sender {
  readonly host: string;
  readonly origin: string;
  readonly cookies: readonly string[];
  /** Of a session that is there: without one only ids that are nobody's are tried. */
  readonly session: string;
}

/** What would end the very logins that the requests are sent with, were it ever well formed. */
const ENDS_LOGINS =
  /sign-out|end-others|logins\/\{id\}\/end|end-logins|\/api\/me\/(role|password|second-factor)/;

const odd: readonly unknown[] = [
  null,
  true,
  -1,
  1.5,
  1e308,
  2 ** 53,
  '',
  ' ',
  'a\u0000b',
  '\ud800',
  '\u202e',
  'x'.repeat(5_000),
  [],
  {},
  [[[[]]]],
  { toString: null },
  '2026-02-30T10:00:00Z',
  "'; drop table tandem.entries; --",
  '../../etc/passwd',
];
const keys = ['__proto__', 'constructor', 'prototype', 'toString', 'clinicId', 'seq', 'x', ''];
const contentTypes = [
  'text/plain',
  'application/json\ta',
  'application/json; charset=utf-7',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/xml',
  '',
];

const methods = ['TRACE', 'DELETE', 'PROPFIND', 'PUT', 'OPTIONS'];

/** One random request that ends where it says: what follows it on the same connection is read too. */
export function fuzzRequest(rng: Rng, calls: readonly DescribedCall[], from: Sender): Buffer {
  // What takes a body mostly: the rest has no schema to reach.
  const call = rng.pick(rng.chance(0.9) ? calls.filter(({ body }) => body !== undefined) : calls);
  const good = () => sample(rng, call.body ?? {});
  const send = (body: string | Buffer, other?: Other) =>
    request(rng, call, from, Buffer.from(body as string), other);
  const kind = rng.next();
  if (kind < 0.5 && !ENDS_LOGINS.test(call.path)) return send(json(spoilt(rng, good())));
  if (kind < 0.68) return send(damaged(rng, json(good())));
  if (kind < 0.73) return send(randomBytes(rng, 300));
  if (kind < 0.78) return send(nested(rng));
  if (kind < 0.85) return send(`{"${rng.pick(keys)}":${json(rng.pick(odd))},${json(good()).slice(1)}`);
  if (kind < 0.9) return send('{', { type: rng.pick(contentTypes) });
  if (kind < 0.96) return send('{', { path: oddPath(rng, call.path) });
  return send('{', { method: rng.pick(methods) });
}

/** One after which the server has to end the connection: its end never comes, or it is no request at all. */
export function fuzzTail(rng: Rng, calls: readonly DescribedCall[], from: Sender): Buffer {
  const call = rng.pick(calls.filter(({ method }) => method !== 'GET'));
  const send = (body: Buffer, other?: Other) => request(rng, call, from, body, other);
  const kind = rng.next();
  if (kind < 0.25) return send(Buffer.alloc(70_000, 0x20));
  if (kind < 0.45) return send(Buffer.from('{}')).subarray(0, rng.int(1, 200));
  if (kind < 0.6)
    return send(Buffer.from('{'), { length: rng.pick(['-1', '1e3', '0x2', '2, 2', '99999999999999999999']) });
  if (kind < 0.7) return send(Buffer.from('{'), { more: manyHeaders(rng) });
  if (kind < 0.85) return chunked(rng, call, from);
  return randomBytes(rng, 400);
}

/** JSON as it would be sent, with what `JSON.stringify` would leave out. */
function json(value: unknown): string {
  return JSON.stringify(value) ?? 'null';
}

/** One place of a value that is something else, or one key too many. */
function spoilt(rng: Rng, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || rng.chance(0.15)) return rng.pick(odd);
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [...value] : { ...value };
  const own = Object.keys(copy);
  const key = own.length === 0 || rng.chance(0.15) ? rng.pick(keys) : rng.pick(own);
  const inner = spoilt(rng, (copy as Record<string, unknown>)[key] ?? null);
  Object.defineProperty(copy, key, { value: inner, enumerable: true, configurable: true, writable: true });
  return copy;
}

function damaged(rng: Rng, text: string): Buffer {
  const bytes = Buffer.from(text);
  for (let change = rng.int(1, 3); change > 0 && bytes.length > 0; change -= 1)
    bytes[rng.int(0, bytes.length - 1)] = rng.int(0, 255);
  return bytes.subarray(0, rng.chance(0.3) ? rng.int(0, bytes.length) : bytes.length);
}

function nested(rng: Rng): string {
  const depth = rng.int(1, 10_000);
  const [open, close] = rng.pick([
    ['[', ']'],
    ['{"a":', '}'],
  ] as const);
  return `${open.repeat(depth)}1${rng.chance(0.5) ? close.repeat(depth) : ''}`;
}

const randomBytes = (rng: Rng, most: number) =>
  Buffer.from(Array.from({ length: rng.int(1, most) }, () => rng.int(0, 255)));

const oddPath = (rng: Rng, path: string) =>
  `${path.replace(/\{\w+\}/g, () => rng.pick(['%00', '%ff', '..%2f', '%2e%2e', 'a'.repeat(2_000), '{id}', '%']))}${rng.pick(['', '?limit=x', '?cursor=%', '?__proto__[x]=1', '//', '?a=1&a=2', `?q=${'x'.repeat(3_000)}`])}`;

interface Other {
  readonly type?: string;
  readonly path?: string;
  readonly method?: string;
  readonly length?: string;
  readonly more?: readonly string[];
}

const manyHeaders = (rng: Rng) =>
  Array.from({ length: rng.int(1, 2_000) }, (_, at) => `x-${at}: ${'y'.repeat(rng.int(0, 40))}`);

function request(
  rng: Rng,
  { method, path }: DescribedCall,
  { host, origin, cookies, session }: Sender,
  body: Buffer,
  other: Other = {},
): Buffer {
  const url = other.path ?? path.replace(/\{\w+\}/g, () => (rng.chance(0.5) ? session : rng.uuid()));
  const bodiless = method === 'GET' && other.method === undefined;
  const head = [
    `${other.method ?? method} ${url} HTTP/1.1`,
    `host: ${host}`,
    `origin: ${origin}`,
    `cookie: ${rng.chance(0.85) ? cookies[0] : rng.pick(cookies)}`,
    ...(rng.chance(0.05) ? [`tandem-epoch: ${rng.uuid()}`] : []),
    ...(rng.chance(0.05) ? [`x-forwarded-for: ${'1.2.3.4, '.repeat(rng.int(1, 50))}`] : []),
    ...(other.more ?? []),
    ...(bodiless ? [] : [`content-type: ${other.type ?? 'application/json'}`]),
    ...(bodiless ? [] : [`content-length: ${other.length ?? body.length}`]),
  ].join('\r\n');
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n`, 'latin1'), bodiless ? Buffer.alloc(0) : body]);
}

/** Chunks that lie about their lengths. */
function chunked(rng: Rng, { path }: DescribedCall, { host, origin, cookies }: Sender): Buffer {
  const size = rng.pick(['zz', '-5', 'fffffffffffffffff', '5;x=y', '0x5', '5\n']);
  return Buffer.from(
    `POST ${path} HTTP/1.1\r\nhost: ${host}\r\norigin: ${origin}\r\ncookie: ${cookies[0]}\r\n` +
      `content-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n${size}\r\n{"a":\r\n0\r\n\r\n`,
    'latin1',
  );
}
