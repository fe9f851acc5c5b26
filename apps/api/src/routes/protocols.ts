import { sameJson, uuidSchema } from '@tandem/domain';
import {
  newProtocolSchema,
  type Protocol,
  protocolSchema,
  protocolsReplySchema,
  protocolTrialReplySchema,
  protocolTrialSchema,
} from '@tandem/wire';
import { and, asc, eq, getTableColumns, isNull, max, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { App } from '../app-type.ts';
import { recordAct } from '../audit/record.ts';
import type { ClinicScope } from '../db/clinic-scope.ts';
import { memberships, protocols } from '../db/schema.ts';
import { exampleProtocols } from '../example-protocols.ts';
import { tryProtocol } from '../past-sessions/try-protocol.ts';
import { refused } from '../refusal-error.ts';
import type { Services } from '../services.ts';
import { nothingSchema } from './nothing.ts';

export function protocolRoutes(app: App, { inClinic }: Services): void {
  app.get(
    '/api/protocols',
    {
      config: { access: 'protocol.read' },
      schema: { summary: 'Lists every version of every protocol', response: { 200: protocolsReplySchema } },
    },
    async ({ login }) => inClinic(login.clinicId, async (scope) => ({ items: await read(scope) })),
  );

  app.post(
    '/api/protocols',
    {
      config: { access: 'protocol.draft' },
      schema: {
        summary: 'Adds a protocol, or a new version of the one of this name',
        description:
          'A version is never changed; the number follows from the name. What `data` leaves out stands at its default. It is a draft until it is confirmed.',
        body: newProtocolSchema,
        response: { 201: protocolSchema, 200: protocolSchema },
      },
    },
    async ({ login, body }, reply) =>
      inClinic(login.clinicId, async (scope) => {
        await oneAtATime(scope);
        const [known] = await read(scope, body.id);
        if (known !== undefined) {
          const same =
            known.name === body.name &&
            known.basedOn === (body.basedOn ?? null) &&
            sameJson(known.data, body.data);
          if (!same) throw refused('entry-id-reused', { field: 'id' });
          reply.code(200);
          return known;
        }
        if (body.basedOn !== undefined && (await read(scope, body.basedOn)).length === 0) {
          throw refused('not-found', { field: 'basedOn' });
        }
        const [newest] = await scope.tx
          .select({ version: max(protocols.version) })
          .from(protocols)
          .where(and(scope.own(protocols.clinicId), eq(protocols.name, body.name)));
        await scope.tx.insert(protocols).values({
          clinicId: login.clinicId,
          id: body.id,
          name: body.name,
          version: (newest?.version ?? 0) + 1,
          basedOn: body.basedOn ?? null,
          data: body.data,
          createdBy: login.personId,
        });
        await recordAct(scope, login, { action: 'protocol.create', targetId: body.id });
        reply.code(201);
        return (await read(scope, body.id))[0] as Protocol;
      }),
  );

  app.post(
    '/api/protocols/trial',
    {
      config: { access: 'protocol.draft' },
      schema: {
        summary: 'Runs a draft of a protocol over past sessions and tells which notices it would have raised',
        description:
          'Up to 25 sessions in one call, newest first; `next` goes into the `from` of the next call. Only sessions that the caller may open; training sessions are left out. It stores nothing.',
        body: protocolTrialSchema,
        response: { 200: protocolTrialReplySchema },
      },
    },
    async ({ login, body }) => inClinic(login.clinicId, (scope) => tryProtocol(scope, login, body)),
  );

  app.post(
    '/api/protocols/:id/confirm',
    {
      config: { access: 'protocol.confirm' },
      schema: {
        summary: 'Confirms a version of a protocol',
        description:
          'A repeat by the same person is answered alike; by another it is 409 `already-confirmed`.',
        params: z.object({ id: uuidSchema }),
        body: nothingSchema,
        response: { 200: protocolSchema },
      },
    },
    async ({ login, params }) =>
      inClinic(login.clinicId, async (scope) => {
        const [known] = await read(scope, params.id);
        if (known === undefined) throw refused('not-found');
        const confirmed = await scope.tx
          .update(protocols)
          .set({ confirmedAt: sql`clock_timestamp()`, confirmedBy: login.personId })
          .where(
            and(scope.own(protocols.clinicId), eq(protocols.id, params.id), isNull(protocols.confirmedAt)),
          )
          .returning({ id: protocols.id });
        if (confirmed.length > 0)
          await recordAct(scope, login, { action: 'protocol.confirm', targetId: params.id });
        // Whose answer was lost confirms again and is told the same.
        else if (!(await isConfirmedBy(scope, params.id, login.personId))) throw refused('already-confirmed');
        return (await read(scope, params.id))[0] as Protocol;
      }),
  );
}

/** Until the commit: what was sent twice at once is found by the second, and two new versions get two numbers. */
async function oneAtATime({ tx, clinicId }: ClinicScope): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`protocols of ${clinicId}`}, 0))`);
}

async function isConfirmedBy(scope: ClinicScope, id: string, personId: string): Promise<boolean> {
  const [row] = await scope.tx
    .select({ confirmedBy: protocols.confirmedBy })
    .from(protocols)
    .where(and(scope.own(protocols.clinicId), eq(protocols.id, id)));
  return row?.confirmedBy === personId;
}

async function read(scope: ClinicScope, id?: string): Promise<Protocol[]> {
  const rows = await scope.tx
    .select({ ...getTableColumns(protocols), confirmer: memberships.name })
    .from(protocols)
    .leftJoin(
      memberships,
      and(eq(memberships.clinicId, protocols.clinicId), eq(memberships.personId, protocols.confirmedBy)),
    )
    .where(and(scope.own(protocols.clinicId), id === undefined ? undefined : eq(protocols.id, id)))
    .orderBy(asc(protocols.name), asc(protocols.version));
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    version: row.version,
    basedOn: row.basedOn,
    data: row.data,
    example: exampleProtocols.some(({ name, data }) => name === row.name && sameJson(data, row.data)),
    createdAt: row.createdAt.toISOString(),
    confirmedAt: row.confirmedAt?.toISOString() ?? null,
    confirmedBy: row.confirmer,
  }));
}
