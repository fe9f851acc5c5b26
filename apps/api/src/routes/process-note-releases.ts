import { uuidSchema } from '@tandem/domain';
import {
  newReleaseSchema,
  type Release,
  releaseDecisionSchema,
  releasedNotesSchema,
  releaseSchema,
  releasesReplySchema,
} from '@tandem/wire';
import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import type { App } from '../app-type.ts';
import type { Login } from '../auth/login.ts';
import type { ClinicScope } from '../db/clinic-scope.ts';
import { memberships, patients, sessions } from '../db/schema.ts';
import { type NoteRow, noteRows, noteText, standingOf } from '../process-notes/notes.ts';
import {
  askRelease,
  concerns,
  decideRelease,
  endRelease,
  openRelease,
  type ReleaseRow,
  releaseOf,
  releaseRows,
  releaseSeen,
} from '../process-notes/releases.ts';
import { auditNote } from '../process-notes/scope.ts';
import { RefusalError, refused } from '../refusal-error.ts';
import type { Services } from '../services.ts';
import { nothingSchema } from './nothing.ts';
import { sessionsNamed } from './process-notes.ts';

const params = z.object({ id: uuidSchema });

/** The legal way to somebody else's process notes: asked for, agreed to by a second person, for some hours. */
export function processNoteReleaseRoutes(app: App, { inClinic, inNotes, authorKeys }: Services): void {
  app.get(
    '/api/process-note-releases',
    {
      config: { access: 'process-notes.releases' },
      schema: {
        summary: 'Lists the requests for a release of process notes that concern the caller',
        description:
          'A lead sees all; a physician those that wait and those they decided; the author those that were agreed to.',
        response: { 200: releasesReplySchema },
      },
    },
    async ({ login }) => {
      const rows = await inNotes(login, (scope) => releaseRows(scope));
      const mine = rows.filter((row) => concerns(row, login));
      return { items: await named(login, mine) };
    },
  );

  app.post(
    '/api/process-note-releases',
    {
      config: { access: 'process-notes.ask' },
      schema: {
        summary: "Asks for a legal release of one author's process notes about one client",
        description: 'A second person decides. `hours` is how long it is open after that.',
        body: newReleaseSchema,
        response: { 201: releaseSchema, 200: releaseSchema },
      },
    },
    async ({ login, body }, reply) => {
      await inClinic(login.clinicId, (scope) => requireBoth(scope, body.authorId, body.patientId));
      const made = await inNotes(login, (scope) => askRelease(scope, login, body));
      reply.code(made ? 201 : 200);
      return one(login, body.id);
    },
  );

  app.post(
    '/api/process-note-releases/:id/decide',
    {
      config: { access: 'process-notes.agree' },
      schema: {
        summary: 'Agrees to a release of process notes, or refuses it',
        description:
          "By somebody other than who asked (403). It covers the client's sessions as they are now. 409 `already-decided`; the same answer by the same person again is 200.",
        params,
        body: releaseDecisionSchema,
        response: { 200: releaseSchema },
      },
    },
    async ({ login, params: { id }, body }) => {
      const [asked] = await inNotes(login, (scope) => releaseRows(scope, id));
      if (asked === undefined) throw refused('not-found');
      const of = await inClinic(login.clinicId, (scope) => sessionsOf(scope, asked.patientId));
      await inNotes(login, (scope) => decideRelease(scope, login, id, body.agree, of));
      return one(login, id);
    },
  );

  app.post(
    '/api/process-note-releases/:id/end',
    {
      config: { access: 'process-notes.ask' },
      schema: {
        summary: "Withdraws the caller's request for a release, or closes it before its time",
        params,
        body: nothingSchema,
        response: { 200: releaseSchema },
      },
    },
    async ({ login, params: { id } }) => {
      await inNotes(login, (scope) => endRelease(scope, login, id));
      return one(login, id);
    },
  );

  app.post(
    '/api/process-note-releases/:id/seen',
    {
      config: { access: 'process-notes.read' },
      schema: {
        summary: 'Records that the author has seen that a release of their notes was agreed to',
        params,
        body: nothingSchema,
        response: { 200: releaseSchema },
      },
    },
    async ({ login, params: { id } }) => {
      await inNotes(login, (scope) => releaseSeen(scope, id));
      return one(login, id);
    },
  );

  app.get(
    '/api/process-note-releases/:id/notes',
    {
      config: { access: 'process-notes.ask' },
      schema: {
        summary: 'Reads the process notes of an open release, for who asked for it',
        description:
          '404 when it is not open. `text` is null for a note that does not open with its key. Each reading stands in the audit.',
        params,
        response: { 200: releasedNotesSchema },
      },
    },
    async ({ login, params: { id } }) => {
      const notes = await inNotes(login, async (scope) => {
        const release = await openRelease(scope, id);
        const rows = (await noteRows(scope, release.authorId)).filter(({ sessionId }) =>
          release.sessionIds.includes(sessionId),
        );
        const keys = await authorKeys.toRead(scope, release.authorId);
        const detail = { notes: rows.length };
        await auditNote(scope, login, { action: 'process-note-release.read', targetId: id, detail });
        return rows.map((row) => ({ ...standingOf(row), text: textOrSealed(scope.clinicId, keys, row) }));
      });
      const ids = notes.map(({ sessionId }) => sessionId);
      const about = await inClinic(login.clinicId, (scope) => sessionsNamed(scope, ids));
      return {
        items: notes.map((note) => ({ ...note, sessionAt: about.get(note.sessionId)?.sessionAt ?? '' })),
      };
    },
  );

  async function one(login: Login, id: string): Promise<Release> {
    const [release] = await named(login, await inNotes(login, (scope) => releaseRows(scope, id)));
    return release as Release;
  }

  async function named(login: Login, rows: readonly ReleaseRow[]): Promise<Release[]> {
    if (rows.length === 0) return [];
    const names = await inClinic(login.clinicId, (scope) => namesIn(scope, rows));
    return rows.map((row) => releaseOf(row, names));
  }
}

/** Null for one that does not open: the others are read all the same. */
function textOrSealed(clinicId: string, keys: ReadonlyMap<string, Buffer>, row: NoteRow): string | null {
  try {
    return noteText(clinicId, keys, row);
  } catch (error) {
    if (error instanceof RefusalError) return null;
    throw error;
  }
}

/** @throws RefusalError 404 with the field: no such person or client in this clinic */
async function requireBoth(scope: ClinicScope, authorId: string, patientId: string): Promise<void> {
  const authors = await scope.tx
    .select({ id: memberships.personId })
    .from(memberships)
    .where(and(scope.own(memberships.clinicId), eq(memberships.personId, authorId)));
  if (authors.length === 0) throw refused('not-found', { field: 'authorId' });
  const clients = await scope.tx
    .select({ id: patients.id })
    .from(patients)
    .where(and(scope.own(patients.clinicId), eq(patients.id, patientId)));
  if (clients.length === 0) throw refused('not-found', { field: 'patientId' });
}

async function sessionsOf(scope: ClinicScope, patientId: string): Promise<string[]> {
  const rows = await scope.tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(scope.own(sessions.clinicId), eq(sessions.patientId, patientId)));
  return rows.map(({ id }) => id);
}

/** Names of everybody in these requests: people who left have theirs still. */
async function namesIn(
  scope: ClinicScope,
  rows: readonly ReleaseRow[],
): Promise<ReadonlyMap<string, string>> {
  const ids = rows.flatMap(({ authorId, askedById, decidedById }) =>
    decidedById === null ? [authorId, askedById] : [authorId, askedById, decidedById],
  );
  const people = await scope.tx
    .select({ id: memberships.personId, name: memberships.name })
    .from(memberships)
    .where(and(scope.own(memberships.clinicId), inArray(memberships.personId, [...new Set(ids)])));
  const clientIds = [...new Set(rows.map(({ patientId }) => patientId))];
  const clients = await scope.tx
    .select({ id: patients.id, familyName: patients.familyName, givenName: patients.givenName })
    .from(patients)
    .where(and(scope.own(patients.clinicId), inArray(patients.id, clientIds)));
  return new Map([
    ...people.map(({ id, name }) => [id, name] as const),
    ...clients.map(({ id, familyName, givenName }) => [id, `${familyName}, ${givenName}`] as const),
  ]);
}
