import { fold, isRedactable, itemOf, may, uuidSchema } from '@tandem/domain';
import {
  newRedactionSchema,
  redactionDecisionSchema,
  redactionRequestSchema,
  redactionsReplySchema,
} from '@tandem/wire';
import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { App } from '../app-type.ts';
import { recordAct } from '../audit/record.ts';
import type { Login } from '../auth/login.ts';
import type { ClinicScope } from '../db/clinic-scope.ts';
import { memberships, redactionRequests } from '../db/schema.ts';
import { readEntries } from '../log/read.ts';
import { requestOf, requestRows } from '../redactions/requests.ts';
import { refused } from '../refusal-error.ts';
import type { Services } from '../services.ts';
import { append } from '../sessions/step.ts';
import { sessionParams } from './sessions.ts';

const params = z.object({ id: uuidSchema });

/** Removing the text of an entry: asked for by its author, decided by a lead. */
export function redactionRoutes(app: App, services: Services): void {
  const { inClinic } = services;

  app.get(
    '/api/redactions',
    {
      config: { access: 'redactions.ask' },
      schema: {
        summary: "Lists requests to remove the text of an entry: the caller's own, for a lead all",
        response: { 200: redactionsReplySchema },
      },
    },
    async ({ login }) =>
      inClinic(login.clinicId, async (scope) => {
        const rows = await requestRows(scope, login, { own: !may(login.role, 'redactions.decide') });
        return { items: rows.map(requestOf) };
      }),
  );

  app.post(
    '/api/sessions/:id/redactions',
    {
      config: { access: 'redactions.ask' },
      schema: {
        summary: 'Asks for the text of an entry to be removed',
        description:
          'Its author asks; a lead does for somebody who works here no more. Only words can be removed, and what was marked entered in error. 409 `already-decided` when it was removed or a request waits.',
        params: sessionParams,
        body: newRedactionSchema,
        response: { 201: redactionRequestSchema, 200: redactionRequestSchema },
      },
    },
    async ({ login, params: { id: sessionId }, body }, reply) =>
      inClinic(login.clinicId, async (scope) => {
        const { id, entryId, reason } = body;
        const [known] = await requestRows(scope, login, { id });
        if (known !== undefined) {
          const isSame =
            known.sessionId === sessionId &&
            known.entryId === entryId &&
            known.reason === reason &&
            known.askedById === login.personId;
          if (!isSame) throw refused('entry-id-reused', { field: 'id' });
          return requestOf(known);
        }
        await requireMayAsk(scope, login, sessionId, entryId);
        const made = await scope.tx
          .insert(redactionRequests)
          .values({ clinicId: login.clinicId, id, sessionId, entryId, reason, askedBy: login.personId })
          .onConflictDoNothing()
          .returning({ id: redactionRequests.id });
        // Asked for already and not decided: one that waits is enough.
        if (made.length === 0) throw refused('already-decided', { field: 'entryId', detail: WAITS });
        await recordAct(scope, login, { action: 'redaction.ask', targetId: sessionId });
        const [request] = await requestRows(scope, login, { id });
        reply.code(201);
        return requestOf(request as NonNullable<typeof request>);
      }),
  );

  app.post(
    '/api/redactions/:id/decide',
    {
      config: { access: 'redactions.decide' },
      schema: {
        summary: 'Agrees to the removal of a text, or refuses it',
        description:
          'By somebody other than who asked (403). Agreeing appends an entry `redaction` to the session. 409 `already-decided` for another answer; the same answer again is 200.',
        params,
        body: redactionDecisionSchema,
        response: { 200: redactionRequestSchema },
      },
    },
    async ({ login, params: { id }, body: { agree } }) => {
      const read = () =>
        inClinic(login.clinicId, async (scope) => (await requestRows(scope, login, { id }))[0]);
      const request = await read();
      if (request === undefined) throw refused('not-found');
      if (request.agreed !== null && request.agreed !== agree) throw refused('already-decided');
      if (request.agreed === null) {
        if (request.askedById === login.personId) throw refused('role-may-not', { detail: TWO_PEOPLE });
        // The entry first, under the request's own id: if this process ends in between, deciding again finds it there.
        if (agree) {
          const { sessionId, entryId, reason, readBy } = request;
          const askedBy = { id: request.askedById, name: request.askedBy };
          const command = { type: 'redact', id, entryId, reason, askedBy, readBy } as const;
          await append(services, login, sessionId, command);
        }
        await inClinic(login.clinicId, (scope) => decided(scope, login, request, agree));
      }
      return requestOf((await read()) as typeof request);
    },
  );
}

const WAITS =
  'The removal of this text was asked for already, and nobody has decided yet. Nothing was changed.';
const TWO_PEOPLE =
  'Text is removed by two people: somebody else decides about what you asked for. Nothing was changed.';

async function decided(
  scope: ClinicScope,
  login: Login,
  { id, sessionId }: { readonly id: string; readonly sessionId: string },
  agreed: boolean,
): Promise<void> {
  const written = await scope.tx
    .update(redactionRequests)
    .set({ agreed, decidedBy: login.personId, decidedAt: sql`clock_timestamp()` })
    .where(and(scope.own(redactionRequests.clinicId), eq(redactionRequests.id, id), sql`agreed is null`))
    .returning({ id: redactionRequests.id });
  if (written.length === 0) return;
  await recordAct(scope, login, {
    action: agreed ? 'redaction.agree' : 'redaction.refuse',
    targetId: sessionId,
  });
}

/** The author asks; of somebody who works here no more a lead does. @throws RefusalError */
async function requireMayAsk(
  scope: ClinicScope,
  login: Login,
  sessionId: string,
  entryId: string,
): Promise<void> {
  const read = await readEntries(scope, sessionId, { after: 0, limit: 100_000 });
  if (read === null) throw refused('not-found');
  const item = itemOf(fold(sessionId, read.entries), entryId);
  if (item === undefined) throw refused('not-found', { field: 'entryId' });
  if (item.redaction !== null) throw refused('already-decided', { field: 'entryId' });
  if (!isRedactable(item)) {
    throw refused('invalid', {
      field: 'entryId',
      detail:
        'Only words can be removed, and what was marked entered in error. Nothing was changed. Correct it instead.',
    });
  }
  const own = item.entry.author.id === login.personId;
  if (!own && !(may(login.role, 'redactions.decide') && (await hasLeft(scope, item.entry.author.id)))) {
    throw refused('not-yours', {
      field: 'entryId',
      detail:
        'Its author asks for a text to be removed; of somebody who left, a lead does. Nothing was changed.',
    });
  }
}

async function hasLeft(scope: ClinicScope, personId: string): Promise<boolean> {
  const rows = await scope.tx
    .select({ id: memberships.personId })
    .from(memberships)
    .where(
      and(
        scope.own(memberships.clinicId),
        eq(memberships.personId, personId),
        isNotNull(memberships.disabledAt),
      ),
    );
  return rows.length > 0;
}
