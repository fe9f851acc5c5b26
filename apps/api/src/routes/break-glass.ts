import { uuidSchema } from '@tandem/domain';
import {
  newBreakGlassSchema,
  openedSchema,
  openingSchema,
  openingsReplySchema,
  reviewSchema,
} from '@tandem/wire';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { App } from '../app-type.ts';
import { recordAct } from '../audit/record.ts';
import type { Login } from '../auth/login.ts';
import { listedRows, openedOf, openingOf, openingRow, unreviewed } from '../break-glass/openings.ts';
import type { ClinicScope } from '../db/clinic-scope.ts';
import { breakGlass } from '../db/schema.ts';
import { refused } from '../refusal-error.ts';
import type { Services } from '../services.ts';
import { requireFenced } from '../sessions/access.ts';
import { sessionParams } from './sessions.ts';

const params = z.object({ id: uuidSchema });

/**
 * Opening a session without being on its team: a reason and one call, and it is open for an hour. Nobody is asked
 * first; a lead is told, and looks at it afterwards. It never opens process notes.
 */
export function breakGlassRoutes(app: App, { inClinic }: Services): void {
  app.post(
    '/api/sessions/:id/break-glass',
    {
      config: { access: 'break-glass.open' },
      schema: {
        summary: 'Opens a session for 60 minutes to somebody who is not on its team, with a reason',
        description:
          'For clinics that show sessions to their team alone. A lead is told at once and looks at it afterwards. 409 `break-glass-not-needed` when the session is open to the caller anyway. It opens no process notes.',
        params: sessionParams,
        body: newBreakGlassSchema,
        response: { 201: openedSchema, 200: openedSchema },
      },
    },
    async ({ login, params: { id: sessionId }, body: { id, reason } }, reply) =>
      inClinic(login.clinicId, async (scope) => {
        const known = await openingRow(scope, id);
        if (known !== null) {
          const isSame =
            known.sessionId === sessionId && known.personId === login.personId && known.reason === reason;
          if (!isSame) throw refused('entry-id-reused', { field: 'id' });
          return openedOf(known);
        }
        await requireFenced(scope, login, sessionId);
        const { personId, role, clinicId } = login;
        await scope.tx.insert(breakGlass).values({
          ...{ clinicId, id, sessionId, personId, role, reason },
          openedAt: sql`clock_timestamp()`,
          endsAt: sql`clock_timestamp() + interval '60 minutes'`,
        });
        await recordAct(scope, login, { action: 'break-glass.open', targetId: sessionId });
        reply.code(201);
        return openedOf(await found(scope, id));
      }),
  );

  app.get(
    '/api/break-glass',
    {
      config: { access: 'break-glass.review' },
      schema: {
        summary: 'Lists sessions that were opened with a reason, those that nobody looked at first',
        response: { 200: openingsReplySchema },
      },
    },
    async ({ login }) =>
      inClinic(login.clinicId, async (scope) => ({
        items: (await listedRows(scope)).map((row) => openingOf(row, login)),
        unreviewed: await unreviewed(scope),
      })),
  );

  app.post(
    '/api/break-glass/:id/review',
    {
      config: { access: 'break-glass.review' },
      schema: {
        summary: 'Records that a lead looked at an opening, with a word about it',
        description:
          'By another lead than who opened it (403). 409 `already-decided` when somebody did before; the same word by the same person again is 200.',
        params,
        body: reviewSchema,
        response: { 200: openingSchema },
      },
    },
    async ({ login, params: { id }, body: { word } }) =>
      inClinic(login.clinicId, (scope) => review(scope, login, id, word ?? null)),
  );
}

const OWN = 'You opened this yourself, so another lead looks at it. Nothing was changed.';

/** The same word by the same person again is a retry. @throws RefusalError */
async function review(scope: ClinicScope, login: Login, id: string, word: string | null) {
  const before = await openingRow(scope, id);
  if (before === null) throw refused('not-found');
  if (before.personId === login.personId) throw refused('role-may-not', { detail: OWN });
  const written = await scope.tx
    .update(breakGlass)
    .set({ reviewedBy: login.personId, reviewedAt: sql`clock_timestamp()`, word })
    .where(and(scope.own(breakGlass.clinicId), eq(breakGlass.id, id), isNull(breakGlass.reviewedAt)))
    .returning({ id: breakGlass.id });
  if (written.length > 0)
    await recordAct(scope, login, { action: 'break-glass.review', targetId: before.sessionId });
  else await requireSameReview(scope, login, id, word);
  return openingOf(await found(scope, id), login);
}

async function requireSameReview(
  scope: ClinicScope,
  login: Login,
  id: string,
  word: string | null,
): Promise<void> {
  const [row] = await scope.tx
    .select({ reviewedBy: breakGlass.reviewedBy, word: breakGlass.word })
    .from(breakGlass)
    .where(and(scope.own(breakGlass.clinicId), eq(breakGlass.id, id)));
  if (row?.reviewedBy !== login.personId || row.word !== word) throw refused('already-decided');
}

async function found(scope: ClinicScope, id: string) {
  const row = await openingRow(scope, id);
  if (row === null) throw new Error('an opening that was just written is not there');
  return row;
}
