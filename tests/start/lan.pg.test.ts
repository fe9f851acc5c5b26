import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dataDir, freePort, TandemProcess } from '../support/tandem-process.ts';

/** `npm start -- --lan` and a tablet: a second network namespace behind a pair of virtual cards. */
const TABLET = fileURLToPath(new URL('lan-tablet.mjs', import.meta.url));
const EMAIL = 'lena@quay.test';
const PASSWORD = 'a quiet walk by the harbour';
const [HOST_ADDRESS, TABLET_ADDRESS] = ['10.213.77.1', '10.213.77.2'];
const space = `tandem${process.pid}`;
const [card, tabletCard] = [`tl${process.pid}`, `tt${process.pid}`];
const ip = (...args: string[]) => execFileSync('ip', args, { stdio: 'pipe' });

/** Null: this machine lets nobody make a network; otherwise why not. */
function openNetwork(): string | null {
  try {
    ip('netns', 'add', space);
    ip('link', 'add', card, 'type', 'veth', 'peer', 'name', tabletCard);
    ip('link', 'set', tabletCard, 'netns', space);
    ip('addr', 'add', `${HOST_ADDRESS}/24`, 'dev', card);
    ip('link', 'set', card, 'up');
    ip('-n', space, 'addr', 'add', `${TABLET_ADDRESS}/24`, 'dev', tabletCard);
    ip('-n', space, 'link', 'set', tabletCard, 'up');
    return null;
  } catch (error) {
    closeNetwork();
    return `cannot run here: no network can be made: ${String((error as { stderr?: Buffer }).stderr ?? error).trim()}`;
  }
}

function closeNetwork(): void {
  for (const args of [
    ['link', 'del', card],
    ['netns', 'del', space],
  ]) {
    try {
      ip(...args);
    } catch {
      // It is gone already, or never was.
    }
  }
}

describe('Tandem in the network of a clinic', () => {
  const data = dataDir();
  const noNetwork = openNetwork();
  let server: TandemProcess;
  let joinPort: number;
  let port: number;

  beforeAll(async () => {
    if (noNetwork !== null) return;
    [port, joinPort] = [await freePort(), await freePort()];
    server = new TandemProcess('start', ['--lan'], {
      DATA_DIR: data.path,
      PORT: String(port),
      JOIN_PORT: String(joinPort),
      BACKUP_AT: 'off',
    });
    await server.ready();
  }, 90_000);
  afterAll(async () => {
    await server?.signal('SIGTERM');
    closeNetwork();
    data.remove();
  }, 30_000);

  test('[LAN-5] says where tablets join, with a picture and the fingerprint of its authority', async (context) => {
    if (noNetwork !== null) return context.skip(noNetwork);
    await expect.poll(() => server.output, { timeout: 5_000 }).toContain('fingerprint');
    expect(server.output).toContain(`http://${HOST_ADDRESS}:${joinPort}`);
    expect(server.output).toMatch(/[█▀▄]{10}/);
    expect(server.output).toMatch(/fingerprint ([0-9A-F]{2}:){7}[0-9A-F]{2}…/);
  });

  test('[LAN-5] [LAN-8] a tablet joins, trusts, sets up the clinic, invites a physician who is live; a stranger to the authority is turned away', async (context) => {
    if (noNetwork !== null) return context.skip(noNetwork);
    await expect.poll(() => server.output, { timeout: 5_000 }).toMatch(/first-run#[\w-]+\s/);
    const join = `http://${HOST_ADDRESS}:${joinPort}/`;
    const token = /\/first-run#([\w-]+)/.exec(server.output)?.[1] ?? '';
    const args = ['netns', 'exec', space, process.execPath, TABLET, join, EMAIL, PASSWORD, token];
    const found = JSON.parse(execFileSync('ip', args, { encoding: 'utf8', timeout: 30_000 }));
    console.log(`the tablet at ${TABLET_ADDRESS} found ${JSON.stringify(found)}`);
    expect(found).toEqual({
      tandem: `https://${HOST_ADDRESS}:${port}/`,
      fingerprint: expect.stringMatching(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/),
      stranger: expect.stringMatching(/SELF_SIGNED|UNABLE_TO_(GET|VERIFY)/),
      healthz: 200,
      check: 200,
      isPage: true,
      made: 201,
      signedIn: 200,
      enrolled: 200,
      invited: 201,
      cookieName: '__Host-tandem',
      elsewhere: 403,
      hello: 'hello',
      // For the next one, in Setup.
      joining: { urls: [`http://${HOST_ADDRESS}:${joinPort}`], fingerprint: found.fingerprint },
    });
    expect(server.output).toContain(found.fingerprint.slice(0, 23));
  });
});
