import { isIP } from 'node:net';
import { z } from 'zod';

/** Settings read once from the environment; see README for the table. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** A server of one's own; null: embedded. */
  readonly databaseUrl: string | null;
  readonly demo: boolean;
  readonly demoLive: boolean;
  /** Where people reach Tandem; decides allowed origins and the cookie's name. */
  readonly publicUrl: URL;
  /** Addresses and blocks of the proxies in front, whose `X-Forwarded-For` is believed; empty: nobody's is. */
  readonly trustProxy: readonly string[];
  /** Addresses and blocks that `/metrics` answers besides this computer. */
  readonly metricsFrom: readonly string[];
  readonly logLevel: 'silent' | 'error' | 'info' | 'debug';
  readonly backup: BackupConfig;
  /** Serve https to the clinic's own network, with a certificate of the clinic's own authority (`lan/`). */
  readonly lan: boolean;
  /** With `lan`: where tablets join, over plain http. */
  readonly joinPort: number;
}

/** When and where this process makes backups by itself. */
export interface BackupConfig {
  /** Time of night by this computer's clock; null: never. */
  readonly at: { readonly hours: number; readonly minutes: number } | null;
  /** How many are kept in each place. */
  readonly keep: number;
  /** As it was typed; null: under DATA_DIR with the embedded database, nowhere otherwise. */
  readonly dir: string | null;
  /** Each backup is copied here too; null: nowhere. */
  readonly secondDir: string | null;
}

/** Of https in a clinic's network; over 1023, so that no rights are needed. */
const LAN_PORT = 3443;

/** A setting that cannot be used: one sentence that names the variable; the process ends with code 2. */
export class ConfigRefusal extends Error {
  override readonly name = 'ConfigRefusal';
}

const folder = z.string().regex(/^[^\0]*[^\s\0][^\0]*$/);
const block = z.string().refine((text) => {
  const [address = '', bits] = text.split('/');
  const most = isIP(address) === 6 ? 128 : 32;
  return isIP(address) !== 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most));
});
const blocks = z
  .string()
  .transform((text) => text.split(',').map((one) => one.trim()))
  .pipe(z.array(block));
const flag = z.enum(['0', '1']).transform((value) => value === '1');
const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .pipe(z.int().min(1).max(65_535));
const schemas = {
  PORT: port,
  LAN: flag,
  JOIN_PORT: port,
  HOST: z.string().regex(/^[A-Za-z0-9.:_-]{1,253}$/),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  DEMO: flag,
  DEMO_LIVE: flag,
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).transform((text) => new URL(text)),
  TRUST_PROXY: blocks,
  METRICS_FROM: blocks,
  LOG_LEVEL: z.enum(['silent', 'error', 'info', 'debug']),
  BACKUP_AT: z
    .string()
    .regex(/^(([01]\d|2[0-3]):[0-5]\d|off)$/)
    .transform((text) => {
      const [hours = 0, minutes = 0] = text.split(':').map(Number);
      return text === 'off' ? null : { hours, minutes };
    }),
  BACKUP_KEEP: z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .pipe(z.int().min(1)),
  BACKUP_DIR: folder,
  BACKUP_SECOND_DIR: folder,
} as const;

/** Every variable that is read here; `DATA_DIR` and `KEYS_DIR` are read where the data is. */
export const settingNames: readonly string[] = Object.keys(schemas);

const expected: Record<keyof typeof schemas, string> = {
  PORT: 'a number from 1 to 65535',
  LAN: '0 or 1',
  JOIN_PORT: 'a number from 1 to 65535',
  HOST: 'an address or a host name such as 127.0.0.1',
  DATABASE_URL: 'a PostgreSQL address such as postgres://user:password@host:5432/tandem',
  DEMO: '0 or 1',
  DEMO_LIVE: '0 or 1',
  PUBLIC_URL: 'an address such as https://tandem.example.org',
  TRUST_PROXY: 'addresses or blocks of your own proxies, such as 10.0.0.7 or 10.0.0.0/24, with commas',
  METRICS_FROM:
    'addresses or blocks of the computers that read /metrics, such as 10.0.0.9 or 10.0.0.0/24, with commas',
  LOG_LEVEL: 'silent, error, info or debug',
  BACKUP_AT: 'a time of day such as 02:30, or off',
  BACKUP_KEEP: 'a number from 1 to 9999',
  BACKUP_DIR: 'a folder',
  BACKUP_SECOND_DIR: 'a folder',
};

/** @throws ConfigRefusal naming the first variable that cannot be used; its value is not repeated (it may hold a password) */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const read = <Name extends keyof typeof schemas>(
    name: Name,
  ): z.output<(typeof schemas)[Name]> | undefined => {
    const text = env[name];
    if (text === undefined) return undefined;
    const parsed = schemas[name].safeParse(text);
    if (!parsed.success)
      throw new ConfigRefusal(`${name} must be ${expected[name]}. Correct it or unset it, then start again.`);
    return parsed.data as z.output<(typeof schemas)[Name]>;
  };
  const lan = read('LAN') ?? false;
  const port = read('PORT') ?? (lan ? LAN_PORT : 3000);
  const joinPort = read('JOIN_PORT') ?? 3000;
  const host = read('HOST') ?? (lan ? '0.0.0.0' : '127.0.0.1');
  if (lan && port === joinPort)
    throw new ConfigRefusal('PORT and JOIN_PORT must differ. Correct one of them, then start again.');
  const databaseUrl = read('DATABASE_URL') ?? null;
  const at = read('BACKUP_AT');
  const backup = {
    at: at === undefined ? { hours: 2, minutes: 30 } : at,
    keep: read('BACKUP_KEEP') ?? 14,
    dir: read('BACKUP_DIR') ?? null,
    secondDir: read('BACKUP_SECOND_DIR') ?? null,
  };
  if (backup.secondDir !== null && databaseUrl !== null && backup.dir === null)
    throw new ConfigRefusal(
      'BACKUP_SECOND_DIR needs BACKUP_DIR beside DATABASE_URL. Set it too, then start again.',
    );
  if (lan && read('DEMO') === true)
    throw new ConfigRefusal(
      'DEMO=1 and LAN do not go together: the password of the demo is public. Start without --lan, or without DEMO.',
    );
  const shownHost = host.includes(':') ? `[${host}]` : host;
  return {
    port,
    host,
    databaseUrl,
    // Its password is public, and here other people's devices reach it.
    demo: read('DEMO') ?? (databaseUrl === null && !lan),
    demoLive: read('DEMO_LIVE') ?? true,
    publicUrl:
      read('PUBLIC_URL') ?? new URL(lan ? `https://localhost:${port}` : `http://${shownHost}:${port}`),
    trustProxy: read('TRUST_PROXY') ?? [],
    metricsFrom: read('METRICS_FROM') ?? [],
    logLevel: read('LOG_LEVEL') ?? 'error',
    backup,
    lan,
    joinPort,
  };
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** Origins a browser may write from. On loopback both spellings of this computer are the same place. */
export function allowedOrigins(publicUrl: URL): ReadonlySet<string> {
  const origins = new Set([publicUrl.origin]);
  if (isLoopback(publicUrl.hostname)) {
    for (const name of ['127.0.0.1', 'localhost']) {
      const url = new URL(publicUrl);
      url.hostname = name;
      origins.add(url.origin);
    }
  }
  return origins;
}
