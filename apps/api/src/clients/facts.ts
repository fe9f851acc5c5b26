import { randomUUID } from 'node:crypto';
import { sameJson } from '@tandem/domain';
import type { ClientFact, ClientFactsReply, NewContacts, NewMedicines } from '@tandem/wire';
import { and, desc, eq } from 'drizzle-orm';
import { recordAct } from '../audit/record.ts';
import type { Login } from '../auth/login.ts';
import type { ClinicScope } from '../db/clinic-scope.ts';
import { clientFacts, memberships, patients } from '../db/schema.ts';
import { refused } from '../refusal-error.ts';

const acts = { medicines: 'patient.medicines', contacts: 'patient.contacts' } as const;

/** Every version of what is known of a client, newest first; the last one is as the client was added. @throws 404 */
export async function factsOf(scope: ClinicScope, patientId: string): Promise<ClientFactsReply> {
  const added = await asAdded(scope, patientId);
  const rows = await scope.tx
    .select({
      fact: clientFacts.fact,
      revision: clientFacts.revision,
      items: clientFacts.items,
      at: clientFacts.recordedAt,
      by: memberships.name,
    })
    .from(clientFacts)
    .leftJoin(
      memberships,
      and(eq(memberships.clinicId, clientFacts.clinicId), eq(memberships.personId, clientFacts.recordedBy)),
    )
    .where(and(scope.own(clientFacts.clinicId), eq(clientFacts.patientId, patientId)))
    .orderBy(desc(clientFacts.revision));
  const versions = (of: ClientFact) => {
    const own = rows.filter(({ fact }) => fact === of);
    if (own.length === 0)
      return [{ revision: 0, items: added[of], at: added.at.toISOString(), by: added.by }];
    return own.map(({ revision, items, at, by }) => ({ revision, items, at: at.toISOString(), by }));
  };
  return { medicines: versions('medicines'), contacts: versions('contacts') } as ClientFactsReply;
}

/**
 * The list as it is from now on, beside every one before it. Sent again it is the same one.
 * @returns whether it is new
 * @throws RefusalError 404; `entry-changed` when another revision was on the screen; `entry-id-reused`
 */
export async function changeFact(
  scope: ClinicScope,
  login: Login,
  patientId: string,
  fact: ClientFact,
  { id, items, seenRevision }: NewMedicines | NewContacts,
): Promise<boolean> {
  // One after the other: the second of two finds the revision of the first.
  await asAdded(scope, patientId, 'locked');
  const [known] = await scope.tx
    .select()
    .from(clientFacts)
    .where(and(scope.own(clientFacts.clinicId), eq(clientFacts.id, id)));
  if (known !== undefined) {
    const same = known.patientId === patientId && known.fact === fact && known.recordedBy === login.personId;
    if (!same || !sameJson(known.items, items)) throw refused('entry-id-reused', { field: 'id' });
    return false;
  }
  const before = (await factsOf(scope, patientId))[fact][0];
  const revision = before?.revision ?? 0;
  if (seenRevision !== undefined && seenRevision !== revision)
    throw refused('entry-changed', { field: 'seenRevision' });
  if (revision === 0) await keepAsAdded(scope, patientId, fact);
  const row = { clinicId: login.clinicId, id, patientId, fact, items, recordedBy: login.personId };
  await scope.tx.insert(clientFacts).values({ ...row, revision: revision + 1 });
  await scope.tx
    .update(patients)
    .set({ [fact]: items })
    .where(and(scope.own(patients.clinicId), eq(patients.id, patientId)));
  await recordAct(scope, login, { action: acts[fact], targetId: patientId });
  return true;
}

/** What the client was added with, before the first change replaces it in the client's row. */
async function keepAsAdded(scope: ClinicScope, patientId: string, fact: ClientFact): Promise<void> {
  const added = await asAdded(scope, patientId);
  await scope.tx.insert(clientFacts).values({
    clinicId: scope.clinicId,
    id: randomUUID(),
    patientId,
    fact,
    revision: 0,
    items: added[fact],
    recordedAt: added.at,
    recordedBy: added.byId,
  });
}

async function asAdded(scope: ClinicScope, patientId: string, lock?: 'locked') {
  if (lock !== undefined)
    await scope.tx
      .select({ id: patients.id })
      .from(patients)
      .where(and(scope.own(patients.clinicId), eq(patients.id, patientId)))
      .for('update');
  const [row] = await scope.tx
    .select({
      medicines: patients.medicines,
      contacts: patients.contacts,
      at: patients.createdAt,
      byId: patients.createdBy,
      by: memberships.name,
    })
    .from(patients)
    .leftJoin(
      memberships,
      and(eq(memberships.clinicId, patients.clinicId), eq(memberships.personId, patients.createdBy)),
    )
    .where(and(scope.own(patients.clinicId), eq(patients.id, patientId)));
  if (row === undefined) throw refused('not-found');
  return row;
}
