import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { reconnecting } from '@tandem/api/db/connect.ts';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';

/**
 * The driver as it is patched (docs/decisions/0010-a-patched-driver.md): whatever happens to a connection, who asked
 * gets an answer or an error, and the pool has its connection again.
 */
const ANSWER_MS = 4_000;
/** A connection is open, with its types known, after fewer bytes than these; then the answers begin. */
const OPENED_BYTES = 8_000;

/** Before PostgreSQL: closes each line after so many bytes of what it answers; null refuses lines at once. */
let after: number | null = Number.POSITIVE_INFINITY;
let cuts = 0;
let server: Server;
let url: string;
const lines = new Set<Socket>();

beforeAll(async () => {
  const target = new URL(inject('adminUrl'));
  const postgresAt = { host: target.hostname, port: Number(target.port) };
  server = createServer((near) => {
    if (after === null) return near.resetAndDestroy();
    const far = connect(postgresAt);
    let left = after;
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      lines.add(from);
      from.on('error', () => {});
      from.on('close', () => to.destroy());
    }
    near.on('data', (bytes) => void far.write(bytes));
    far.on('data', (bytes) => {
      near.write(bytes.subarray(0, left));
      left -= bytes.length;
      if (left > 0) return;
      cuts += 1;
      // In turn as a server that ends, and as a network that breaks.
      if (cuts % 2 === 0) near.end();
      else near.resetAndDestroy();
      far.destroy();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  target.hostname = '127.0.0.1';
  target.port = String((server.address() as AddressInfo).port);
  url = target.toString();
});
afterAll(() => {
  for (const line of lines) line.destroy();
  server.close();
});

const open = (max: number) =>
  postgres(url, { max, connect_timeout: 2, onnotice: () => {}, ...reconnecting(), backoff: () => 0.005 });

/** What came of it, or that nothing did. */
async function outcome(asked: Promise<unknown>): Promise<'answered' | 'failed' | 'nothing'> {
  let timer: NodeJS.Timeout | undefined;
  const nothing = new Promise<'nothing'>((resolve) => {
    timer = setTimeout(resolve, ANSWER_MS, 'nothing');
  });
  const told = asked.then(
    () => 'answered' as const,
    () => 'failed' as const,
  );
  try {
    return await Promise.race([told, nothing]);
  } finally {
    clearTimeout(timer);
  }
}

test('[DRV-1] a connection reserved again and again while nobody listens is there when somebody does', async () => {
  const sql = open(1);
  try {
    for (let round = 0; round < 5; round += 1) {
      after = null;
      for (const line of lines) line.destroy();
      while ((await outcome(sql`select 1`)) === 'answered');
      // Asked again at once, before the line of the last try is seen to be closed: as the writer does with a queue.
      for (let tries = 0; tries < 4; tries += 1) expect(await outcome(sql.reserve())).toBe('failed');
      const last = sql.reserve().catch(() => sql.reserve());
      after = Number.POSITIVE_INFINITY;
      expect(await outcome(last)).toBe('answered');
      (await last).release();
      expect(await outcome(sql`select 1`)).toBe('answered');
    }
  } finally {
    await sql.end({ timeout: 0 });
  }
}, 60_000);

test('[DRV-2] a line that ends after any number of bytes: nobody waits for ever, and the process lives', async () => {
  const sql = open(2);
  const before = cuts;
  const step = process.env.TANDEM_TEST_SIZE === 'long' ? 3 : 97;
  let failed = 0;
  try {
    for (let bytes = 1; bytes < OPENED_BYTES; bytes += step) {
      after = bytes;
      const asked = [
        sql`select ${bytes}::int, 'plain'`,
        sql.begin(async (tx) => {
          await tx`select ${bytes}::int, repeat('x', 500)`;
          await tx`select 2`;
        }),
        sql.reserve().then(async (line) => {
          await line`select 3`.finally(() => line.release());
        }),
      ];
      const outcomes = await Promise.all(asked.map((one) => outcome(one)));
      expect(outcomes, `after ${bytes} bytes`).not.toContain('nothing');
      failed += outcomes.filter((one) => one === 'failed').length;
      for (const line of lines) line.destroy();
      lines.clear();
    }
    after = Number.POSITIVE_INFINITY;
    // Both lines of the pool serve again.
    for (const _ of [1, 2, 3, 4]) await outcome(sql`select 1`);
    const all = await Promise.all(Array.from({ length: 6 }, () => outcome(sql.begin((tx) => tx`select 1`))));
    expect(all).toEqual(Array.from({ length: 6 }, () => 'answered'));
  } finally {
    await sql.end({ timeout: 0 });
  }
  console.log(`${cuts - before} lines cut, ${failed} questions failed, each at once`);
  expect(cuts - before).toBeGreaterThan(OPENED_BYTES / step / 2);
  expect(failed).toBeGreaterThan(0);
}, 600_000);
