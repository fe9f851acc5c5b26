import { uuidSchema } from '@tandem/domain';
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
import type { Login } from '../auth/login.ts';
import type { ClinicScope } from '../db/clinic-scope.ts';
import { patients, sessions } from '../db/schema.ts';
import { noteRows, readNote, saveNote, standingOf } from '../process-notes/notes.ts';
import { refused } from '../refusal-error.ts';
import type { Services } from '../services.ts';
import { findSession, mayRead } from '../sessions/search.ts';

const params = z.object({ id: uuidSchema });

/** An author's process notes. Under a role that has none they do not exist: no other call tells of them. */
export function processNoteRoutes(app: App, { inClinic, inNotes, authorKeys }: Services): void {
  app.get(
    '/api/process-notes',
    {
      config: { access: 'process-notes.read' },
      schema: {
        summary: "Lists the caller's own process notes, without their text",
        description: '`readable` is false where the key of a note is not on this computer.',
        querystring: processNotesQuerySchema,
        response: { 200: processNotesReplySchema },
      },
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
    {
      config: { access: 'process-notes.read' },
      schema: {
        summary: "Reads one of the caller's own process notes, with its earlier revisions",
        description:
          "409 `process-notes-sealed` when its key is not on this computer. Somebody else's note is 404.",
        params,
        response: { 200: processNoteSchema },
      },
    },
    async ({ login, params: { id } }) => inNotes(login, (scope) => readNote(scope, authorKeys, id)),
  );

  app.put(
    '/api/process-notes/:id',
    {
      config: { access: 'process-notes.write' },
      schema: {
        summary: "Stores the whole text of one of the caller's own process notes",
        description:
          'The id in the address is made by the sender. Saving again with the same `editId` replaces the text; another `editId` makes a new revision, and only from `seenRevision` as it stands (409 `entry-changed`). 201 for a new note, 200 for one that was there.',
        params,
        body: saveProcessNoteSchema,
        response: { 201: savedProcessNoteSchema, 200: savedProcessNoteSchema },
      },
    },
    async ({ login, params: { id }, body }, reply) => {
      const { sessionId } = body;
      const isHere = await inClinic(login.clinicId, (scope) => requireSession(scope, login, sessionId));
      // A note that is there is its author's; a new one is begun by who may read the session.
      if (!isHere) {
        const own = await inNotes(login, (scope) => noteRows(scope, login.personId, sessionId));
        if (!own.some((row) => row.id === id)) throw refused('not-on-team', { field: 'sessionId' });
      }
      const { made, saved } = await inNotes(login, (scope) => saveNote(scope, authorKeys, login, id, body));
      reply.code(made ? 201 : 200);
      return saved;
    },
  );
}

/**
 * @returns whether they may read it, where a clinic shows sessions to their team alone
 * @throws RefusalError 404 for a session that is not of this clinic, or that this role may not read
 */
async function requireSession(scope: ClinicScope, login: Login, sessionId: string): Promise<boolean> {
  const found = await findSession(scope, login, sessionId);
  if (found === null || !mayRead(login, found.session.status, true))
    throw refused('not-found', { field: 'sessionId' });
  return mayRead(login, found.session.status, found.isOpen);
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
