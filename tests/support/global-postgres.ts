import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '@tandem/api/db/embedded.ts';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { seedFixtures } from './fixtures.ts';
import { prepareTemplate, TEMPLATE } from './template.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of a superuser: tests use it to make databases and to tamper, never for what the server does. */
    adminUrl: string;
    keysDir: string;
  }
}

/** One real PostgreSQL for the whole run, with one migrated and seeded template that each test file copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tandem-test-'));
  const keysDir = join(dataDir, 'keys');
  mkdirSync(keysDir, { recursive: true, mode: 0o700 });
  const major = process.env.TANDEM_PG_MAJOR === '15' ? 15 : 18;
  const server = await startEmbedded({ dataDir, keysDir, major, say: () => {} });
  const stop = async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const admin = postgres(server.adminUrl, { max: 1, onnotice: () => {} });
    await admin.unsafe(`create database ${TEMPLATE}`);
    await admin.end();
    await prepareTemplate(server.adminUrl, keysDir, seedFixtures);
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide('adminUrl', server.adminUrl);
  project.provide('keysDir', keysDir);
  return stop;
}
