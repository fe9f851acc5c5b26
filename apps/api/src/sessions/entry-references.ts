import { type AnyNewEntry, entryKindOf, may, uuidSchema, writeOperation } from '@tandem/domain';
import { and, inArray } from 'drizzle-orm';
import type { Login } from '../auth/login.ts';
import type { ClinicScope, InClinic } from '../db/clinic-scope.ts';
import { memberships, vials } from '../db/schema.ts';
import { refused } from '../refusal-error.ts';

/** Fields of an entry's data that name somebody or something of the clinic, apart from what is in its session. */
const fields = {
  orderedById: 'person',
  givenById: 'person',
  takenById: 'person',
  fromId: 'person',
  toId: 'person',
  vialId: 'vial',
} as const;
type What = (typeof fields)[keyof typeof fields];

/** Whose role the entries are held to. */
type Recorder = Pick<Login, 'clinicId' | 'role'>;

/** Which of these the clinic has. Somebody disabled since still counts: what was accepted once is again, as a retry. */
const known: Readonly<Record<What, (scope: ClinicScope, ids: string[]) => Promise<{ id: string }[]>>> = {
  person: ({ tx, own }, ids) =>
    tx
      .select({ id: memberships.personId })
      .from(memberships)
      .where(and(own(memberships.clinicId), inArray(memberships.personId, ids))),
  vial: ({ tx, own }, ids) =>
    tx
      .select({ id: vials.id })
      .from(vials)
      .where(and(own(vials.clinicId), inArray(vials.id, ids))),
};

/**
 * Everyone whom these entries name works or has worked at this clinic, and every vial is one of its own: a dose on the
 * order of nobody is no order, and one out of no vial is in no register.
 * @throws RefusalError 404 naming the field; foreign and unknown alike
 */
export async function requireEntryReferences(
  inClinic: InClinic,
  login: Recorder,
  entries: readonly AnyNewEntry[],
): Promise<void> {
  const references = entries.flatMap((entry, index) =>
    mayRecord(login, entry.kind) ? referencesIn(entry, index) : [],
  );
  if (references.length === 0) return;
  const found = await inClinic(login.clinicId, async (scope) => ({
    person: await knownOf(scope, 'person', references),
    vial: await knownOf(scope, 'vial', references),
  }));
  const stranger = references.find(({ what, id }) => !found[what].has(id));
  if (stranger === undefined) return;
  const { field, index, entryId } = stranger;
  throw refused('not-found', { field, index, entryId });
}

async function knownOf(
  scope: ClinicScope,
  what: What,
  references: readonly Reference[],
): Promise<ReadonlySet<string>> {
  const ids = references.filter((reference) => reference.what === what).map(({ id }) => id);
  const rows = ids.length === 0 ? [] : await known[what](scope, ids);
  return new Set(rows.map(({ id }) => id));
}

interface Reference {
  readonly what: What;
  readonly id: string;
  readonly field: string;
  readonly index: number;
  readonly entryId: string;
}

function referencesIn(entry: AnyNewEntry, index: number): Reference[] {
  const own = named(entry.data, `entries[${index}].data`, index, entry.id);
  // An amendment holds the whole corrected data, which is not checked against its kind yet.
  return entry.kind === 'amendment'
    ? [...own, ...named(entry.data.data, `entries[${index}].data.data`, index, entry.id)]
    : own;
}

function named(data: unknown, path: string, index: number, entryId: string): Reference[] {
  return Object.entries(fields).flatMap(([name, what]) => {
    const id = uuidSchema.safeParse((data as Readonly<Record<string, unknown>>)[name]);
    return id.success ? [{ what, id: id.data, field: `${path}.${name}`, index, entryId }] : [];
  });
}

/** Whoever may not record the kind hears that, and nothing about what it names. */
function mayRecord(login: Recorder, kind: string): boolean {
  const operation = writeOperation(entryKindOf(kind) ?? { group: 'lifecycle' });
  return operation === null || may(login.role, operation);
}
