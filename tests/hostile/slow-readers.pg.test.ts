import { readdirSync, statSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { startApi } from '../support/api.ts';

const DASHBOARD = fileURLToPath(new URL('../../apps/web/dist', import.meta.url));
const ASSETS = join(DASHBOARD, 'assets');

test('[LIV-11] who reads nothing of what was asked for keeps a stopping server for 6 s at most', async () => {
  const api = await startApi({ dashboardDir: DASHBOARD });
  const { port } = api.app.server.address() as { port: number };
  const sizeOf = (name: string) => statSync(join(ASSETS, name)).size;
  const [largest = ''] = readdirSync(ASSETS).toSorted((one, other) => sizeOf(other) - sizeOf(one));
  let far: Socket | null = null as Socket | null;
  api.app.server.once('connection', (socket: Socket) => {
    far = socket;
  });
  const deaf = connect(port, '127.0.0.1').on('error', () => {});
  await new Promise((resolve) => deaf.once('connect', resolve));
  deaf.pause();
  // More than every buffer on the way holds.
  const asked = Math.ceil(40_000_000 / sizeOf(largest));
  deaf.write(`GET /assets/${largest} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`.repeat(asked));
  await expect.poll(() => far?.writableLength ?? 0, { timeout: 10_000 }).toBeGreaterThan(0);
  const beginMs = performance.now();
  await api.close();
  const ms = Math.round(performance.now() - beginMs);
  console.log(`stopped after ${ms} ms, with one who reads nothing of ${asked} files`);
  expect(ms).toBeGreaterThan(3_000);
  expect(ms).toBeLessThan(12_000);
  deaf.destroy();
});
