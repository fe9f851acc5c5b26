import type { Role } from '@tandem/domain';
import type { Person } from '@tandem/wire';

export interface Receiver {
  readonly id: string;
  readonly name: string;
  /** Has this session open now. */
  readonly here: boolean;
}

/**
 * Who may take over a part of the room: everybody of the clinic who acts in that role, but whoever hands over. Those
 * who are in the room come first, then by name (HOV-6).
 */
export function receiversOf(
  people: readonly Person[],
  role: Role,
  fromId: string,
  hereIds: ReadonlySet<string>,
): Receiver[] {
  return people
    .filter(({ id, roles }) => id !== fromId && roles.includes(role))
    .map(({ id, name }) => ({ id, name, here: hereIds.has(id) }))
    .toSorted((a, b) => Number(b.here) - Number(a.here) || a.name.localeCompare(b.name));
}
