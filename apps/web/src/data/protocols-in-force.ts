import type { Protocol } from '@tandem/wire';

/**
 * What a session may be planned under: the newest confirmed version of each name, and a draft only where no version of
 * the name is confirmed. Confirmed ones first, else in the order they came in.
 *
 * @param kept version that a plan has already: it stays on offer, however old it is
 */
export function protocolsInForce(protocols: readonly Protocol[], kept = ''): Protocol[] {
  const newest = new Map<string, Protocol>();
  for (const one of protocols) {
    const known = newest.get(one.name);
    if (known === undefined || isBefore(known, one)) newest.set(one.name, one);
  }
  const own = protocols.filter(({ id, name }) => id === kept && newest.get(name)?.id !== kept);
  return [...own, ...newest.values()].toSorted((a, b) => Number(isConfirmed(b)) - Number(isConfirmed(a)));
}

export const isConfirmed = ({ confirmedAt }: Protocol): boolean => confirmedAt !== null;

function isBefore(known: Protocol, other: Protocol): boolean {
  return isConfirmed(known) === isConfirmed(other)
    ? other.version > known.version
    : isConfirmed(other) && !isConfirmed(known);
}
