import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, get, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type TLSSocket } from 'node:tls';
import forge from 'node-forge';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { openAuthority, SERVER_DAYS, type ServerCertificate } from './authority.ts';
import { joinPage } from './join-page.ts';
import { joinSystems, systemOf } from './join-steps.ts';
import { openLan } from './lan.ts';
import { isPrivate, type OwnPlaces, placesOf, samePlaces } from './own-places.ts';

const dir = mkdtempSync(join(tmpdir(), 'tandem-lan-'));
afterAll(() => rmSync(dir, { recursive: true }));
const NOW = Date.parse('2026-11-28T12:00:00Z');
const places: OwnPlaces = {
  name: 'clinic',
  addresses: ['192.168.1.20', '127.0.0.1'],
  names: ['clinic.local', 'localhost'],
};

describe('Where a computer is reached in its own network', () => {
  const of = (address: string, more = {}) => ({ address, family: 'IPv4', internal: false, ...more });

  test('[LAN-1] private IPv4 addresses, this computer, and its name under .local', () => {
    const found = placesOf('Front-Desk.fritz.box', [
      of('127.0.0.1', { internal: true }),
      of('192.168.1.20'),
      of('203.0.113.9'),
      { address: 'fe80::1', family: 'IPv6', internal: false },
    ]);
    expect(found).toEqual({
      name: 'front-desk',
      addresses: ['192.168.1.20', '127.0.0.1'],
      names: ['front-desk.local', 'localhost'],
    });
    expect(placesOf('', []).names).toEqual(['localhost']);
    expect(samePlaces(found, placesOf('front-desk', [of('192.168.1.21')]))).toBe(false);
  });

  test.each([
    ['10.1.2.3', true],
    ['172.16.0.1', true],
    ['172.32.0.1', false],
    ['192.168.0.9', true],
    ['169.254.7.7', true],
    ['8.8.8.8', false],
  ])('[LAN-1] %s is private: %s', (address, expected) => {
    expect(isPrivate(address)).toBe(expected);
  });
});

describe('The authority of a clinic', () => {
  const authority = openAuthority(join(dir, 'keys'), 'clinic', NOW);

  test('[LAN-2] is made once and stays the same, and its fingerprint is what systems show', () => {
    const again = openAuthority(join(dir, 'keys'), 'renamed', NOW + 1e9);
    expect(again.fingerprint).toBe(authority.fingerprint);
    expect(new X509Certificate(authority.der).fingerprint256).toBe(authority.fingerprint);
  });

  test('[LAN-2] vouches for each address and name for 397 days, from two days ago on', () => {
    const { cert, notAfterMs } = authority.issue(places, NOW);
    const [own = '', above = ''] = cert.split(/(?<=-----END CERTIFICATE-----\s+)(?=-----BEGIN)/);
    const server = new X509Certificate(own);
    expect(server.verify(new X509Certificate(above).publicKey)).toBe(true);
    for (const ip of places.addresses) expect(server.checkIP(ip)).toBe(ip);
    for (const name of places.names) expect(server.checkHost(name)).toBe(name);
    expect(server.ca).toBe(false);
    const days = (Date.parse(server.validTo) - Date.parse(server.validFrom)) / 86_400_000;
    expect(days).toBe(SERVER_DAYS);
    expect(Date.parse(server.validTo)).toBe(notAfterMs);
    expect(Date.parse(server.validFrom)).toBe(NOW - 2 * 86_400_000);
  });

  test('[LAN-2] its certificates are trusted where it is, and not where it is not', async () => {
    const issued = authority.issue(places, Date.now());
    expect(await visit(issued, authority.der, '127.0.0.1')).toBe('answered');
    expect(await visit(issued, null, '127.0.0.1')).toMatch(/SELF_SIGNED|UNABLE_TO_(GET|VERIFY)/);
  });

  test.each(['\0', '\x7f', '\x80', '\xff'])(
    '[LAN-2] its certificates are taken whatever their number is made of: %j',
    async (byte) => {
      const spy = vi.spyOn(forge.random, 'getBytesSync').mockImplementation((count) => byte.repeat(count));
      const issued = authority.issue(places, Date.now());
      spy.mockRestore();
      expect(await visit(issued, authority.der, '127.0.0.1')).toBe('answered');
    },
  );

  test('[LAN-2] whoever stole its key could vouch for no page on the internet', async () => {
    const stolen = authority.issue({ ...places, names: ['bank.example'] }, Date.now());
    // Node's word for a name outside of what an authority is permitted.
    expect(await visit(stolen, authority.der, '127.0.0.1', 'bank.example')).toBe('UNSPECIFIED');
    const elsewhere = authority.issue({ ...places, addresses: ['8.8.8.8', '127.0.0.1'] }, Date.now());
    expect(await visit(elsewhere, authority.der, '127.0.0.1')).toBe('UNSPECIFIED');
  });
});

/** @param ca what the visitor trusts @returns `answered`, or the code with which it turned away */
async function visit(
  { key, cert }: ServerCertificate,
  ca: Buffer | null,
  host: string,
  servername?: string,
): Promise<string> {
  const server = createServer({ key, cert }, (_request, reply) => reply.end('answered'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const pem = ca === null ? undefined : new X509Certificate(ca).toString();
  try {
    return await new Promise((resolve) => {
      const asked = get({
        host,
        port,
        ...(pem === undefined ? {} : { ca: pem }),
        ...(servername === undefined ? {} : { servername }),
      });
      asked.once('response', (reply) => {
        reply.resume();
        resolve('answered');
      });
      asked.once('error', (error: { code?: string }) => resolve(error.code ?? String(error)));
    });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

describe('The page by which tablets join', () => {
  const asked = {
    tandem: 'https://192.168.1.20:3443',
    agent: 'Mozilla/5.0 (Linux; Android 14; SM-X210) Chrome/131',
    language: 'de-DE,de;q=0.9',
    authority: { fingerprint: 'AB:CD' },
  };

  test('[LAN-3] begins with the steps of the system that asks, in its language, and ends at the tablet check', () => {
    const page = joinPage(asked);
    expect(page).toContain('<html lang="de">');
    expect(page.indexOf('Android-Tablet')).toBeLessThan(page.indexOf('iPad oder iPhone'));
    expect(page.match(/<details open>/g)).toHaveLength(1);
    expect(page).toContain('href="https://192.168.1.20:3443/tablet-check"');
    expect(page).toContain('AB:CD');
    expect(joinPage({ ...asked, language: 'fr' })).toContain('<html lang="en">');
  });

  test('[LAN-3] each system has a file to load and a picture of each step, in both languages', () => {
    for (const systems of Object.values(joinSystems)) {
      expect(systems.map(({ id }) => id)).toEqual(['ipad', 'android', 'windows', 'mac']);
      for (const { steps } of systems) {
        expect(steps[0]?.file).toBeDefined();
        for (const { screen } of steps) expect(screen.filter((row) => row.startsWith('>'))).toHaveLength(1);
      }
    }
  });

  test.each([
    ['Mozilla/5.0 (iPad; CPU OS 17_0 like Mac OS X) Safari', 'ipad'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/17 Safari', 'ipad'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Chrome/131', 'mac'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64) Chrome/131', 'windows'],
    ['Mozilla/5.0 (Linux; Android 14) Chrome/131', 'android'],
  ])('[LAN-3] %s is %s', (agent, expected) => {
    expect(systemOf(agent)).toBe(expected);
  });
});

describe('What it cannot have', () => {
  test('[LAN-6] a taken port, and a computer in no network, stop the start with a sentence that names the way out', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '0.0.0.0', resolve));
    const { port: joinPort } = taken.address() as AddressInfo;
    const keys = join(dir, 'keys');
    await expect(openLan({ port: 3443, joinPort }, keys, () => places)).rejects.toThrow(
      new RegExp(
        `^Port ${joinPort}, where tablets join, is in use .+ JOIN_PORT=${joinPort + 1} npm start -- --lan$`,
      ),
    );
    const alone = { ...places, addresses: ['127.0.0.1'] };
    await expect(openLan({ port: 3443, joinPort }, keys, () => alone)).rejects.toThrow(
      /^This computer is in no network .+ start again; or start without --lan\.$/,
    );
    taken.close();
  });
});

describe('While it runs', () => {
  test('[LAN-7] another address, and 30 days left, get another certificate for what serves, and pages may write from there', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    let [own, nowMs] = [places, NOW];
    const joinPort = await freePort();
    const lan = await openLan(
      { port: 3443, joinPort },
      join(dir, 'keys'),
      () => own,
      () => nowMs,
    );
    const server = createServer(lan.tls, (_, reply) => reply.end());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    lan.renewAt(server);
    const before = await tlsTo(server);
    const numbers = new Set([before.getPeerX509Certificate()?.serialNumber]);
    /** Of a connection that is made now. */
    const shown = async () => {
      const socket = await tlsTo(server);
      const certificate = socket.getPeerX509Certificate() as X509Certificate;
      socket.destroy();
      return certificate;
    };
    try {
      vi.advanceTimersByTime(600_000);
      expect((await shown()).serialNumber).toBe([...numbers][0]);
      own = { ...places, addresses: ['192.168.1.77', '127.0.0.1'] };
      vi.advanceTimersByTime(60_000);
      const moved = await shown();
      expect(moved.checkIP('192.168.1.77')).toBe('192.168.1.77');
      expect([...lan.origins]).toContain('https://192.168.1.77:3443');
      expect(lan.joining().urls).toEqual([`http://192.168.1.77:${joinPort}`]);
      const first = lan.notAfter().getTime();
      nowMs = first - 29 * 86_400_000;
      vi.advanceTimersByTime(60_000);
      const later = await shown();
      expect(Date.parse(later.validTo)).toBe(lan.notAfter().getTime());
      expect(lan.notAfter().getTime()).toBeGreaterThan(first);
      expect(new Set([...numbers, moved.serialNumber, later.serialNumber]).size).toBe(3);
      // Who was connected before still is: a tablet in a session is not cut off.
      const answered = new Promise<string>((resolve) => before.once('data', (data) => resolve(String(data))));
      before.write('GET / HTTP/1.1\r\nHost: 192.168.1.20\r\n\r\n');
      expect(await answered).toMatch(/^HTTP\/1\.1 200 /);
    } finally {
      vi.useRealTimers();
      before.destroy();
      server.close();
      await lan.stop();
    }
  });
});

/** A connection that trusts anybody: which certificate is shown is the question. */
function tlsTo(server: Server): Promise<TLSSocket> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false }, () => resolve(socket));
    socket.once('error', reject);
  });
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
