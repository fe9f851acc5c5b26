import { hostname, networkInterfaces } from 'node:os';

/** Where this computer is reached in its own network. */
export interface OwnPlaces {
  /** Of the computer. */
  readonly name: string;
  /** Private IPv4 addresses, those of the network first, then loopback. */
  readonly addresses: readonly string[];
  /** Host names without a trailing dot; the authority vouches for no other kind. */
  readonly names: readonly string[];
}

interface Interface {
  readonly address: string;
  readonly family: string;
  readonly internal: boolean;
}

/** As the system tells them now: an address may change with the router's mood. */
export function ownPlaces(): OwnPlaces {
  return placesOf(
    hostname(),
    Object.values(networkInterfaces()).flatMap((each) => each ?? []),
  );
}

/** IPv4 alone: what people read from a screen and type. Public addresses are no clinic's network. */
export function placesOf(computer: string, interfaces: readonly Interface[]): OwnPlaces {
  const own = interfaces
    .filter(({ family, internal, address }) => family === 'IPv4' && !internal && isPrivate(address))
    .map(({ address }) => address);
  const label =
    computer
      .split('.')[0]
      ?.toLowerCase()
      .replaceAll(/[^a-z0-9-]/g, '') ?? '';
  const names = label === '' ? ['localhost'] : [`${label}.local`, 'localhost'];
  return { name: label === '' ? 'tandem' : label, addresses: [...new Set([...own, '127.0.0.1'])], names };
}

/** RFC 1918 and link-local: what the authority may vouch for. */
export function isPrivate(address: string): boolean {
  const [a = 0, b = 0] = address.split('.').map(Number);
  return (
    a === 10 || (a === 172 && b >= 16 && b <= 31) || (a === 192 && b === 168) || (a === 169 && b === 254)
  );
}

export const samePlaces = (one: OwnPlaces, other: OwnPlaces): boolean =>
  [...one.addresses, ...one.names].join() === [...other.addresses, ...other.names].join();

/** Tandem's origin there; without the port where it is the usual one. */
export const originAt = (host: string, port: number): string =>
  `https://${host}${port === 443 ? '' : `:${port}`}`;
