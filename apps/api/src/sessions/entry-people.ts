import { type AnyNewEntry, entryKindOf, may, uuidSchema, writeOperation } from '@tandem/domain';
import { and, inArray } from 'drizzle-orm';
import type { Login } from '../auth/logins.ts';
import type { InClinic } from '../db/clinic-scope.ts';
import { memberships } from '../db/schema.ts';
import { refused } from '../refusal-error.ts';

/** Fields of an entry's data that name a person. */
const personFields = ['orderedById', 'givenById', 'takenById'] as const;

/**
 * Everyone whom these entries name works or has worked at this clinic: a dose on the order of nobody is no order.
 * Somebody disabled since then still counts, so that what was accepted once is accepted again as a retry.
 * @throws RefusalError 404 naming the field; foreign and unknown alike
 */
export async function requireEntryPeople(
  inClinic: InClinic,
  login: Login,
  entries: readonly AnyNewEntry[],
): Promise<void> {
  const people = entries.flatMap((entry, index) =>
    mayRecord(login, entry.kind) ? peopleIn(entry, index) : [],
  );
  if (people.length === 0) return;
  const rows = await inClinic(login.clinicId, ({ tx, own }) =>
    tx
      .select({ id: memberships.personId })
      .from(memberships)
      .where(
        and(
          own(memberships.clinicId),
          inArray(
            memberships.personId,
            people.map(({ personId }) => personId),
          ),
        ),
      ),
  );
  const known = new Set(rows.map((row) => row.id));
  const stranger = people.find(({ personId }) => !known.has(personId));
  if (stranger === undefined) return;
  const { field, index, entryId } = stranger;
  throw refused('not-found', { field, index, entryId });
}

interface NamedPerson {
  readonly personId: string;
  readonly field: string;
  readonly index: number;
  readonly entryId: string;
}

function peopleIn(entry: AnyNewEntry, index: number): NamedPerson[] {
  const own = named(entry.data, `entries[${index}].data`, index, entry.id);
  // An amendment holds the whole corrected data, which is not checked against its kind yet.
  return entry.kind === 'amendment'
    ? [...own, ...named(entry.data.data, `entries[${index}].data.data`, index, entry.id)]
    : own;
}

function named(data: unknown, path: string, index: number, entryId: string): NamedPerson[] {
  return personFields.flatMap((name) => {
    const personId = uuidSchema.safeParse((data as Readonly<Record<string, unknown>>)[name]);
    return personId.success ? [{ personId: personId.data, field: `${path}.${name}`, index, entryId }] : [];
  });
}

/** Whoever may not record the kind hears that, and nothing about the people in it. */
function mayRecord(login: Login, kind: string): boolean {
  const operation = writeOperation(entryKindOf(kind)?.group ?? 'lifecycle');
  return operation === null || may(login.role, operation);
}
