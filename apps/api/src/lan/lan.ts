import type { Server as TlsServer } from 'node:tls';
import type { Joining } from '@tandem/wire';
import { renderUnicodeCompact } from 'uqr';
import { type Config, ConfigRefusal } from '../config.ts';
import { openAuthority, type ServerCertificate } from './authority.ts';
import { type JoinServer, startJoinServer } from './join-server.ts';
import { type OwnPlaces, originAt, ownPlaces, samePlaces } from './own-places.ts';

const LOOK_MS = 60_000;
const DAY_MS = 86_400_000;
/** Long before browsers would refuse it; a server that runs for a year renews it without a word. */
const RENEW_BEFORE_MS = 30 * DAY_MS;

/** Tandem in a clinic's own network: certificate, addresses, and the page by which tablets join. */
export interface Lan {
  readonly tls: Pick<ServerCertificate, 'key' | 'cert'>;
  /** Under which pages may write, now; an address that comes later is added. */
  readonly origins: ReadonlySet<string>;
  /** Of the certificate in use. */
  notAfter(): Date;
  /** Where tablets join: `http://192.168.1.20:3000`, one per address; and what shows that it is this authority. */
  joining(): NonNullable<Joining['lan']>;
  /** This server takes each certificate that replaces the one in use; connections that are open stay so. */
  renewAt(server: Pick<TlsServer, 'setSecureContext'>): void;
  stop(): Promise<void>;
}

/** Where tablets reach this computer. @throws ConfigRefusal when it is in no private network */
export function sharedPlaces(places: () => OwnPlaces = ownPlaces): OwnPlaces {
  const own = places();
  if (own.addresses.length >= 2) return own;
  throw new ConfigRefusal(
    'This computer is in no network that tablets could share: it has no address such as 192.168.1.20. Connect it to the clinic’s router, then start again; or start without --lan.',
  );
}

/**
 * @param places tells where this computer is reached; asked again each minute
 * @throws ConfigRefusal when the computer is in no private network or the port for joining is taken
 */
export async function openLan(
  { port, joinPort }: Pick<Config, 'port' | 'joinPort'>,
  keysDir: string,
  places: () => OwnPlaces = ownPlaces,
  nowMs: () => number = Date.now,
): Promise<Lan> {
  let own = sharedPlaces(places);
  const authority = openAuthority(keysDir, own.name, nowMs());
  let certificate = authority.issue(own, nowMs());
  let renewed: (tls: Lan['tls']) => void = () => {};
  const origins = new Set<string>();
  const originsOf = () => [...own.addresses, ...own.names].map((host) => originAt(host, port));
  for (const origin of originsOf()) origins.add(origin);
  const join: JoinServer = await startJoinServer({ port: joinPort, httpsPort: port, authority });
  const look = setInterval(() => {
    const now = places();
    const moved = !samePlaces(now, own);
    if (!moved && certificate.notAfterMs - nowMs() > RENEW_BEFORE_MS) return;
    own = now;
    certificate = authority.issue(own, nowMs());
    for (const origin of originsOf()) origins.add(origin);
    renewed(certificate);
  }, LOOK_MS);
  look.unref();
  return {
    tls: certificate,
    origins,
    notAfter: () => new Date(certificate.notAfterMs),
    joining: () => ({
      urls: own.addresses
        .filter((address) => address !== '127.0.0.1')
        .map((address) => `http://${address}${joinPort === 80 ? '' : `:${joinPort}`}`),
      fingerprint: authority.fingerprint,
    }),
    renewAt: (server) => {
      renewed = (tls) => server.setSecureContext(tls);
    },
    stop: async () => {
      clearInterval(look);
      await join.stop();
    },
  };
}

/** What the start prints: how a tablet joins, and by what it is known that this is the right computer. */
export function joiningWords({ urls, fingerprint }: ReturnType<Lan['joining']>): string {
  const [first = ''] = urls;
  return [
    `Tablets join at ${urls.join(' or ')}, or with this picture:`,
    renderUnicodeCompact(first, { border: 1 }),
    `The certificate that they install has the fingerprint ${fingerprint.slice(0, 23)}…`,
  ].join('\n');
}
