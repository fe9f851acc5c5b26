import {
  answersOf,
  type CheckKey,
  checkRow,
  fold,
  formatInstant,
  sameJson,
  uuidSchema,
} from '@tandem/domain';
import {
  type Consent,
  consentSchema,
  consentsReplySchema,
  lastingAnswersSchema,
  newConsentSchema,
} from '@tandem/wire';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import type { App } from '../app-type.ts';
import { recordAct } from '../audit/record.ts';
import type { ClinicScope } from '../db/clinic-scope.ts';
import { clinics, consents, memberships, patients, sessions } from '../db/schema.ts';
import { readEntries } from '../log/read.ts';
import { refused } from '../refusal-error.ts';
import type { Services } from '../services.ts';
import { isFenced, isOpenTo, type Viewer } from '../sessions/team.ts';
import { nothingSchema } from './nothing.ts';

const patientParams = z.object({ id: uuidSchema });
const consentParams = z.object({ id: uuidSchema, consentId: uuidSchema });

/** A client's consents, and the answers of earlier sessions that come pre-filled. */
export function consentRoutes(app: App, { inClinic, readAudit }: Services): void {
  app.get(
    '/api/patients/:id/consents',
    {
      config: { access: 'patient.read' },
      schema: {
        summary: 'Lists what a client agreed to, and what of it holds today',
        description: "`current` is by the clinic's day: signed, not withdrawn, not expired.",
        params: patientParams,
        response: { 200: consentsReplySchema },
      },
    },
    async ({ login, params }) =>
      inClinic(login.clinicId, async (scope) => {
        await requirePatient(scope, params.id);
        return { items: await consentsOf(scope, params.id) };
      }),
  );

  app.post(
    '/api/patients/:id/consents',
    {
      config: { access: 'patient.write' },
      schema: {
        summary: 'Records a consent that a client signed',
        description:
          '`signedOn` and `expiresOn` are `YYYY-MM-DD`. A consent is never changed: withdraw it and record another.',
        params: patientParams,
        body: newConsentSchema,
        response: { 201: consentSchema, 200: consentSchema },
      },
    },
    async ({ login, params, body }, reply) =>
      inClinic(login.clinicId, async (scope) => {
        await requirePatient(scope, params.id);
        const { id, form, version, signedOn, expiresOn = null } = body;
        const sent = { patientId: params.id, form, version, signedOn, expiresOn, recordedBy: login.personId };
        const [written] = await scope.tx
          .insert(consents)
          .values({ clinicId: login.clinicId, id, ...sent })
          .onConflictDoNothing()
          .returning();
        if (written === undefined) {
          const [known] = await scope.tx
            .select()
            .from(consents)
            .where(and(scope.own(consents.clinicId), eq(consents.id, id)));
          const { clinicId, recordedAt, withdrawnAt, withdrawnBy, ...stored } = known ?? ({} as never);
          if (!sameJson(stored, { id, ...sent })) throw refused('entry-id-reused', { field: 'id' });
        } else {
          await recordAct(scope, login, { action: 'consent.create', targetId: id });
        }
        reply.code(written === undefined ? 200 : 201);
        return (await consentsOf(scope, params.id)).find((one) => one.id === id) as Consent;
      }),
  );

  app.post(
    '/api/patients/:id/consents/:consentId/withdraw',
    {
      config: { access: 'patient.write' },
      schema: {
        summary: 'Records that a client withdrew a consent',
        description: 'Withdrawn before: the first time and person stay, and the answer is the same.',
        params: consentParams,
        body: nothingSchema,
        response: { 200: consentSchema },
      },
    },
    async ({ login, params }) =>
      inClinic(login.clinicId, async (scope) => {
        const own = () =>
          consentsOf(scope, params.id).then((all) => all.find(({ id }) => id === params.consentId));
        if ((await own()) === undefined) throw refused('not-found');
        // Withdrawn already: the same answer, and the first time and person stay.
        const withdrawn = await scope.tx
          .update(consents)
          .set({ withdrawnAt: sql`clock_timestamp()`, withdrawnBy: login.personId })
          .where(
            and(
              scope.own(consents.clinicId),
              eq(consents.id, params.consentId),
              isNull(consents.withdrawnAt),
            ),
          )
          .returning({ id: consents.id });
        if (withdrawn.length > 0)
          await recordAct(scope, login, { action: 'consent.withdraw', targetId: params.consentId });
        return (await own()) as Consent;
      }),
  );

  app.get(
    '/api/patients/:id/lasting-answers',
    {
      // Who records a checklist: it is answered from here.
      config: { access: 'events.write' },
      schema: {
        summary:
          'Reads the last answers of a client to lasting rows of the checklist, and consents that hold today',
        description: 'Only out of sessions that the caller may read. Reading it stands in the audit.',
        params: patientParams,
        response: { 200: lastingAnswersSchema },
      },
    },
    async ({ login, params }) =>
      inClinic(login.clinicId, async (scope) => {
        await requirePatient(scope, params.id);
        await readAudit.record(scope, login, params.id, 'patient.read');
        const known = await consentsOf(scope, params.id);
        return {
          items: await lastingAnswers(scope, login, params.id),
          consents: known.filter((one) => one.current),
        };
      }),
  );
}

export async function requirePatient(scope: ClinicScope, id: string): Promise<void> {
  const [row] = await scope.tx
    .select({ id: patients.id })
    .from(patients)
    .where(and(scope.own(patients.clinicId), eq(patients.id, id)));
  if (row === undefined) throw refused('not-found');
}

async function consentsOf(scope: ClinicScope, patientId: string): Promise<Consent[]> {
  const withdrawer = alias(memberships, 'withdrawer');
  const rows = await scope.tx
    .select({
      consent: consents,
      recorder: memberships.name,
      withdrawer: withdrawer.name,
      today: sql<string>`(now() at time zone ${clinics.timeZone})::date::text`,
    })
    .from(consents)
    .innerJoin(clinics, eq(clinics.id, consents.clinicId))
    .leftJoin(
      memberships,
      and(eq(memberships.clinicId, consents.clinicId), eq(memberships.personId, consents.recordedBy)),
    )
    .leftJoin(
      withdrawer,
      and(eq(withdrawer.clinicId, consents.clinicId), eq(withdrawer.personId, consents.withdrawnBy)),
    )
    .where(and(scope.own(consents.clinicId), eq(consents.patientId, patientId)))
    .orderBy(asc(consents.signedOn), asc(consents.recordedAt), asc(consents.id));
  return rows.map(({ consent, recorder, withdrawer: by, today }) => ({
    id: consent.id,
    form: consent.form,
    version: consent.version,
    signedOn: consent.signedOn,
    expiresOn: consent.expiresOn,
    recordedAt: consent.recordedAt.toISOString(),
    recordedBy: recorder,
    withdrawnAt: consent.withdrawnAt?.toISOString() ?? null,
    withdrawnBy: by,
    current:
      consent.withdrawnAt === null &&
      consent.signedOn <= today &&
      (consent.expiresOn === null || consent.expiresOn >= today),
  }));
}

/**
 * Folded session by session, so that what was amended counts as amended and what was retracted does not. Out of
 * sessions that they may not read nothing comes: the row is then asked anew.
 */
async function lastingAnswers(scope: ClinicScope, viewer: Viewer, patientId: string) {
  const own = await scope.tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(
      and(
        scope.own(sessions.clinicId),
        eq(sessions.patientId, patientId),
        isFenced(viewer) ? isOpenTo(viewer.personId) : undefined,
      ),
    );
  const last = new Map<CheckKey, z.output<typeof lastingAnswersSchema>['items'][number]>();
  for (const { id } of own) {
    const page = await readEntries(scope, id, { after: 0, limit: 1_000_000 });
    if (page === null) continue;
    for (const [item, { result, note = null, at, by }] of answersOf(fold(id, page.entries))) {
      const known = last.get(item);
      if (!checkRow(item).lasting || (known !== undefined && Date.parse(known.at) > Date.parse(at))) continue;
      last.set(item, { item, result, note, at: formatInstant(Date.parse(at)), by, sessionId: id });
    }
  }
  return [...last.values()];
}
