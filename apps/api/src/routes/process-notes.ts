import { may, uuidSchema } from '@tandem/domain';
import {
  processNoteSchema,
  processNotesQuerySchema,
  processNotesReplySchema,
  savedProcessNoteSchema,
  saveProcessNoteSchema,
} from '@tandem/wire';
import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import type { App } from '../app-type.ts';
import type { ClinicScope } from '../db/clinic-scope.ts';
import { patients, sessions } from '../db/schema.ts';
import { noteRows, readNote, saveNote, standingOf } from '../process-notes/notes.ts';
import { refused } from '../refusal-error.ts';
import type { Services } from '../services.ts';

const params = z.object({ id: uuidSchema });

/** An author's process notes. Under a role that has none they do not exist: no other call tells of them. */
export function processNoteRoutes(app: App, { inClinic, inNotes, authorKeys }: Services): void {
  app.get(
    '/api/process-notes',
    {
      config: { access: 'process-notes.read' },
      schema: { querystring: processNotesQuerySchema, response: { 200: processNotesReplySchema } },
    },
    async ({ login, query }) => {
      const { rows, keys } = await inNotes(login, async (scope) => ({
        rows: await noteRows(scope, login.personId, query.sessionId),
        keys: await authorKeys.toRead(scope, login.personId),
      }));
      const about = await inClinic(login.clinicId, (scope) =>
        sessionsNamed(
          scope,
          rows.map(({ sessionId }) => sessionId),
        ),
      );
      return {
        items: rows.map((row) => ({
          ...standingOf(row),
          clientName: about.get(row.sessionId)?.clientName ?? '',
          sessionAt: about.get(row.sessionId)?.sessionAt ?? '',
          readable: keys.has(row.keyId),
        })),
      };
    },
  );

  app.get(
    '/api/process-notes/:id',
    { config: { access: 'process-notes.read' }, schema: { params, response: { 200: processNoteSchema } } },
    async ({ login, params: { id } }) => inNotes(login, (scope) => readNote(scope, authorKeys, id)),
  );

  app.put(
    '/api/process-notes/:id',
    {
      config: { access: 'process-notes.write' },
      schema: {
        params,
        body: saveProcessNoteSchema,
        response: { 201: savedProcessNoteSchema, 200: savedProcessNoteSchema },
      },
    },
    async ({ login, params: { id }, body }, reply) => {
      await inClinic(login.clinicId, (scope) => requireReadable(scope, login.role, body.sessionId));
      const { made, saved } = await inNotes(login, (scope) => saveNote(scope, authorKeys, login, id, body));
      reply.code(made ? 201 : 200);
      return saved;
    },
  );
}

/** @throws RefusalError 404 for a session that is not of this clinic, or that this role may not read */
async function requireReadable(
  scope: ClinicScope,
  role: Parameters<typeof may>[0],
  sessionId: string,
): Promise<void> {
  const [session] = await scope.tx
    .select({ status: sessions.status })
    .from(sessions)
    .where(and(scope.own(sessions.clinicId), eq(sessions.id, sessionId)));
  if (session === undefined || !may(role, 'session.read', session.status))
    throw refused('not-found', { field: 'sessionId' });
}

/** Whose sessions these are and when they were planned for. */
export async function sessionsNamed(
  scope: ClinicScope,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly clientName: string; readonly sessionAt: string }>> {
  if (ids.length === 0) return new Map();
  const rows = await scope.tx
    .select({
      id: sessions.id,
      plannedAt: sessions.plannedAt,
      startedAt: sessions.startedAt,
      familyName: patients.familyName,
      givenName: patients.givenName,
    })
    .from(sessions)
    .innerJoin(patients, and(eq(patients.clinicId, sessions.clinicId), eq(patients.id, sessions.patientId)))
    .where(and(scope.own(sessions.clinicId), inArray(sessions.id, [...new Set(ids)])));
  return new Map(
    rows.map(({ id, plannedAt, startedAt, familyName, givenName }) => [
      id,
      { clientName: `${familyName}, ${givenName}`, sessionAt: (startedAt ?? plannedAt).toISOString() },
    ]),
  );
}
