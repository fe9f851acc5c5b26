import { sameJson, uuidSchema } from '@tandem/domain';
import { newPatientSchema, type Patient, patientSchema, patientsReplySchema } from '@tandem/wire';
import { and, asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { App } from '../app-type.ts';
import { recordAct } from '../audit/record.ts';
import { patientRow } from '../clients/patient-row.ts';
import { patients } from '../db/schema.ts';
import { refused } from '../refusal-error.ts';
import type { Services } from '../services.ts';

const patientParams = z.object({ id: uuidSchema });

export function patientRoutes(app: App, { inClinic, readAudit }: Services): void {
  app.get(
    '/api/patients',
    {
      config: { access: 'patient.read' },
      schema: {
        summary: 'Lists all clients of the clinic by family name',
        response: { 200: patientsReplySchema },
      },
    },
    async ({ login }) =>
      inClinic(login.clinicId, async (scope) => {
        const rows = await scope.tx
          .select()
          .from(patients)
          .where(scope.own(patients.clinicId))
          .orderBy(asc(patients.familyName), asc(patients.givenName), asc(patients.id));
        return { items: rows.map(patientOf) };
      }),
  );

  app.get(
    '/api/patients/:id',
    {
      config: { access: 'patient.read' },
      schema: {
        summary: 'Reads one client',
        description: 'Reading it stands in the audit.',
        params: patientParams,
        response: { 200: patientSchema },
      },
    },
    async ({ login, params }) =>
      inClinic(login.clinicId, async (scope) => {
        const [row] = await scope.tx
          .select()
          .from(patients)
          .where(and(scope.own(patients.clinicId), eq(patients.id, params.id)));
        if (row === undefined) throw refused('not-found');
        await readAudit.record(scope, login, row.id, 'patient.read');
        return patientOf(row);
      }),
  );

  app.post(
    '/api/patients',
    {
      config: { access: 'patient.write' },
      schema: {
        summary: 'Adds a client',
        description:
          '`birthDate` is `YYYY-MM-DD`. Allergies say whether they were asked for: `not-asked`, `none-known`, or `known` with `items`. The same client under the same `id` by the same person is 200; anything else under it is 409 `entry-id-reused`.',
        body: newPatientSchema,
        response: { 201: patientSchema, 200: patientSchema },
      },
    },
    async ({ login, body }, reply) =>
      inClinic(login.clinicId, async (scope) => {
        const row = { ...patientRow(body), clinicId: login.clinicId, createdBy: login.personId };
        const [written] = await scope.tx.insert(patients).values(row).onConflictDoNothing().returning();
        if (written !== undefined) {
          await recordAct(scope, login, { action: 'patient.create', targetId: body.id });
          reply.code(201);
          return patientOf(written);
        }
        // The id is known: the same person sent again is a retry, anything else another person under this id.
        const [known] = await scope.tx
          .select()
          .from(patients)
          .where(and(scope.own(patients.clinicId), eq(patients.id, body.id)));
        const same =
          known !== undefined &&
          known.createdBy === login.personId &&
          sameJson(asSent(known), patientRow(body));
        if (!same) throw refused('entry-id-reused', { field: 'id' });
        reply.code(200);
        return patientOf(known);
      }),
  );
}

function asSent(row: typeof patients.$inferSelect) {
  const { clinicId, createdAt, createdBy, ...sent } = row;
  return sent;
}

function patientOf(row: typeof patients.$inferSelect): Patient {
  const { clinicId, createdBy, createdAt, ...patient } = row;
  return { ...patient, createdAt: createdAt.toISOString() };
}
