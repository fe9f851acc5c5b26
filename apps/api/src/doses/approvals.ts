import { type Approval, may, microgramsFromMg } from '@tandem/domain';
import type { NewApproval } from '@tandem/wire';
import { and, eq, isNull } from 'drizzle-orm';
import { recordAct } from '../audit/record.ts';
import type { Login } from '../auth/login.ts';
import type { ClinicScope } from '../db/clinic-scope.ts';
import { approvals, memberships } from '../db/schema.ts';
import { RefusalError, refused } from '../refusal-error.ts';
import type { Services } from '../services.ts';

type Row = typeof approvals.$inferSelect;

/**
 * A second person's word, by their PIN. An id sent again with the same values answers with what is there, without
 * looking at the PIN again: the retry of an answer that was lost must not cost a try.
 * @throws RefusalError
 */
export async function approve(
  { inClinic, pins }: Services,
  login: Login,
  sessionId: string,
  body: NewApproval,
): Promise<{ readonly approval: Approval; readonly isNew: boolean }> {
  const known = await inClinic(login.clinicId, (scope) => read(scope, body.id));
  if (known !== null) {
    if (!sameCall(known, login, sessionId, body)) throw refused('entry-id-reused', { field: 'id' });
    return { approval: approvalOf(known), isNew: false };
  }
  if (body.personId === login.personId) {
    throw refused('approval-invalid', {
      field: 'personId',
      detail: 'A second person has to be somebody else. Nothing was stored.',
    });
  }
  await inClinic(login.clinicId, (scope) => requireApprover(scope, body.personId, 'personId'));
  await requirePin({ pins, inClinic }, login, body);
  const row = await inClinic(login.clinicId, async (scope) => {
    const [written] = await scope.tx
      .insert(approvals)
      .values({
        clinicId: login.clinicId,
        id: body.id,
        sessionId,
        personId: body.personId,
        askedBy: login.personId,
        drug: body.drug,
        micrograms: microgramsFromMg(body.amountMg),
        route: body.route ?? null,
      })
      .onConflictDoNothing()
      .returning();
    if (written === undefined) throw refused('entry-id-reused', { field: 'id' });
    await recordAct(scope, login, { action: 'dose.approve', targetId: body.id });
    return written;
  });
  return { approval: approvalOf(row), isNew: true };
}

/** Somebody of this clinic who may confirm with their PIN. @throws RefusalError naming the field */
export async function requireApprover(scope: ClinicScope, personId: string, field: string): Promise<void> {
  const [person] = await scope.tx
    .select({ roles: memberships.roles })
    .from(memberships)
    .where(
      and(
        scope.own(memberships.clinicId),
        eq(memberships.personId, personId),
        isNull(memberships.disabledAt),
      ),
    );
  if (person === undefined) throw refused('not-found', { field });
  if (!person.roles.some((role) => may(role, 'doses.approve'))) {
    throw refused('approval-invalid', {
      field,
      detail: 'A physician or a nurse confirms with their PIN. Nothing was stored. Ask one of them.',
    });
  }
}

/** @throws RefusalError 422 or 429, after the denial is in the audit */
export async function requirePin(
  { pins, inClinic }: Pick<Services, 'pins' | 'inClinic'>,
  login: Login,
  { personId, pin }: { readonly personId: string; readonly pin: string },
): Promise<void> {
  const outcome = await pins.check(personId, pin);
  if (outcome.type === 'right') return;
  await inClinic(login.clinicId, (scope) =>
    recordAct(scope, login, { action: 'pin.check', targetId: personId, outcome: outcome.type }),
  );
  if (outcome.type === 'locked') {
    throw new RefusalError(
      { refused: 'pin-locked', field: 'pin' },
      { 'retry-after': String(outcome.retryAfterSeconds) },
    );
  }
  if (outcome.type === 'none') throw refused('no-pin', { field: 'pin' });
  throw refused('wrong-pin', {
    field: 'pin',
    detail: `This is not their PIN. Nothing was stored. ${outcome.triesLeft} ${outcome.triesLeft === 1 ? 'try is' : 'tries are'} left.`,
  });
}

async function read(scope: ClinicScope, id: string): Promise<Row | null> {
  const [row] = await scope.tx
    .select()
    .from(approvals)
    .where(and(scope.own(approvals.clinicId), eq(approvals.id, id)));
  return row ?? null;
}

function sameCall(row: Row, login: Login, sessionId: string, body: NewApproval): boolean {
  return (
    row.sessionId === sessionId &&
    row.askedBy === login.personId &&
    row.personId === body.personId &&
    row.drug === body.drug &&
    row.micrograms === microgramsFromMg(body.amountMg) &&
    row.route === (body.route ?? null)
  );
}

function approvalOf({ id, sessionId, personId, askedBy, drug, micrograms, route, at }: Row): Approval {
  return { id, sessionId, personId, askedById: askedBy, drug, micrograms, route, atMs: at.getTime() };
}
