import type { Role } from '@tandem/domain';
import type { Writing } from '@tandem/wire';
import type { SeenPerson } from '../../data/presence-store.ts';

/** A sign of use within so long is "active" (ux.md 2.9). */
const ACTIVE_MS = 60_000;

export interface PersonHere {
  readonly id: string;
  readonly name: string;
  /** As short as this room allows: "Jonas", and the whole name where two would be meant. */
  readonly callName: string;
  readonly roles: readonly Role[];
  readonly writing: Writing | null;
  readonly pending: number;
  readonly lastSeenMs: number;
  readonly active: boolean;
  /** None of their devices is heard of any more. */
  readonly gone: boolean;
}

/**
 * One line per person, in the server's order: a person with two screens or two roles is one.
 * @param nowMs by the server's clock
 */
export function peopleHere(people: readonly SeenPerson[], nowMs: number): PersonHere[] {
  const byId = new Map<string, Omit<PersonHere, 'callName' | 'active'>>();
  for (const { id, name, role, writing, pending, lastSeenAt, gone } of people) {
    const known = byId.get(id);
    byId.set(id, {
      id,
      name,
      roles: [...new Set([...(known?.roles ?? []), role])],
      writing: known?.writing ?? writing,
      pending: (known?.pending ?? 0) + pending,
      lastSeenMs: Math.max(known?.lastSeenMs ?? 0, Date.parse(lastSeenAt)),
      gone: gone === true && known?.gone !== false,
    });
  }
  const here = [...byId.values()];
  return here.map((person) => ({
    ...person,
    callName: here.some((other) => other.id !== person.id && firstName(other.name) === firstName(person.name))
      ? person.name
      : firstName(person.name),
    active: !person.gone && nowMs - person.lastSeenMs < ACTIVE_MS,
  }));
}

/** "Amara" of Dr Amara Okafor. */
export function firstName(name: string): string {
  return name.split(/\s+/).find((word) => word !== '' && !/^(dr|prof|mr|mrs|ms)\.?$/i.test(word)) ?? name;
}
