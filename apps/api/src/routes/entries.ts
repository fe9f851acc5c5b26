import { type Entry, fold, type Operation, recordableKinds, writeOperation } from '@tandem/domain';
import {
  adoptBodySchema,
  appendBodySchema,
  entriesPageSchema,
  entriesQuerySchema,
  entriesReplySchema,
  type ServedEntry,
  stateQuerySchema,
  stateReplySchema,
} from '@tandem/wire';
import type { App } from '../app-type.ts';
import { readEntries } from '../log/read.ts';
import { serveTo } from '../log/serve.ts';
import { refused } from '../refusal-error.ts';
import type { Services } from '../services.ts';
import { requireReadable } from '../sessions/access.ts';
import { requireFormer } from '../sessions/adoption.ts';
import { requireEntryReferences } from '../sessions/entry-references.ts';
import { estimateAt, stateOf } from '../sessions/state-reply.ts';
import { append } from '../sessions/step.ts';
import { sessionParams } from './sessions.ts';

const MAX_PAGE = 500;
/** Who may write no kind at all is refused before any id is looked up; the rest is decided kind by kind. */
const anyWrite = [
  ...new Set(recordableKinds.flatMap((definition) => writeOperation(definition) ?? [])),
] as const satisfies readonly Operation[];

export function entryRoutes(app: App, services: Services): void {
  const { inClinic, readAudit } = services;

  app.post(
    '/api/sessions/:id/entries',
    {
      config: { access: anyWrite },
      schema: {
        summary: 'Appends 1 to 100 entries, all or none',
        description:
          'Each `id` is made by the sender. 201 when something new was stored; 200 when all were known and equal, also after sign-off, so a batch is safe to send again for ever. Some known: the rest is appended. 409 `entry-id-reused` for a known id with other content, session or author. Content is kind, `happenedAt` as an instant and data; `context` is not compared. Which kinds a role may write, docs/security.md says. `happenedAt` is at most 2 minutes ahead and at most 24 hours before the start. The reply is in request order and is sent after the commit.',
        params: sessionParams,
        body: appendBodySchema,
        response: { 201: entriesReplySchema, 200: entriesReplySchema },
      },
    },
    async ({ login, params, body }, reply) => {
      await requireEntryReferences(inClinic, login, body.entries);
      const { entries, appended } = await append(services, login, params.id, {
        type: 'append',
        entries: body.entries,
      });
      return reply.code(appended > 0 ? 201 : 200).send({ entries: entries as ServedEntry[] });
    },
  );

  app.post(
    '/api/sessions/:id/adopted-entries',
    {
      config: { access: 'outbox.adopt' },
      schema: {
        summary: 'Appends entries that somebody who works here no more left on a device',
        description:
          "The caller becomes their author; `context.adoptedFrom` says whose they were. They are judged as that person's in that role. 409 `person-active` while the person can still sign in. Otherwise as `POST /api/sessions/{id}/entries`.",
        params: sessionParams,
        body: adoptBodySchema,
        response: { 201: entriesReplySchema, 200: entriesReplySchema },
      },
    },
    async ({ login, params, body }, reply) => {
      const { personId, role, entries: sent } = body;
      const { clinicId } = login;
      const adoptedFrom = await inClinic(clinicId, (scope) => requireFormer(scope, personId, role));
      await requireEntryReferences(inClinic, { clinicId, role }, sent);
      const command = { type: 'append', entries: sent, adoptedFrom } as const;
      const { entries, appended } = await append(services, login, params.id, command);
      return reply.code(appended > 0 ? 201 : 200).send({ entries: entries as ServedEntry[] });
    },
  );

  app.get(
    '/api/sessions/:id/entries',
    {
      config: { access: 'session.read' },
      schema: {
        summary: 'Reads the log of a session in seq order, from after a seq on',
        description:
          '`after` is the last seq that the caller holds; 0, or left out, reads from the first. `limit` is 500 when it is left out, at most 1,000. `lastSeq` is the head of the log: read on while the last entry is below it. What the role may not read has `data: null` and `withheld: true`. To follow as it happens, use the live socket.',
        params: sessionParams,
        querystring: entriesQuerySchema,
        response: { 200: entriesPageSchema },
      },
    },
    async ({ login, params, query }) =>
      inClinic(login.clinicId, async (scope) => {
        const { status } = await requireReadable(scope, login, params.id);
        await readAudit.record(scope, login, params.id);
        const range = { after: Number(query.after ?? 0), limit: Number(query.limit ?? MAX_PAGE) };
        const page = await readEntries(scope, params.id, range);
        if (page === null) throw refused('not-found');
        const entries = await serveTo(scope, login.role, status, page.entries);
        return { entries: entries as ServedEntry[], lastSeq: page.lastSeq };
      }),
  );

  app.get(
    '/api/sessions/:id/state',
    {
      config: { access: 'session.read' },
      schema: {
        summary: 'Reads what the log of a session adds up to: phase, notices, ketamine given, what is due',
        description:
          'With `at`: by the entries recorded up to then, with the rules at that clock; before the planning or more than 2 minutes ahead is 400. With `throughSeq`: by the entries up to that seq. Not both. `totalMg` is in milligrams, `ngPerMl` in nanograms per millilitre. Worked out from what the role may read.',
        params: sessionParams,
        querystring: stateQuerySchema,
        response: { 200: stateReplySchema },
      },
    },
    async ({ login, params, query }) =>
      inClinic(login.clinicId, async (scope) => {
        const { status } = await requireReadable(scope, login, params.id);
        if (query.at !== undefined && query.throughSeq !== undefined) {
          throw refused('invalid', {
            field: 'throughSeq',
            detail: 'Send either `at` or `throughSeq`, not both.',
          });
        }
        const page = await readEntries(scope, params.id, { after: 0, limit: 1_000_000 });
        if (page === null) throw refused('not-found');
        const served = await serveTo(scope, login.role, status, page.entries);
        const [clock] = await scope.tx.execute<{ ms: number }>(
          'select extract(epoch from clock_timestamp()) * 1000 as ms',
        );
        const nowMs = Number(clock?.ms);
        const state = fold(params.id, prefix(served, query, nowMs));
        const atMs = query.at === undefined ? nowMs : Date.parse(query.at);
        return { ...stateOf(state, atMs), ...estimateAt(state, login.settings.estimate, atMs) };
      }),
  );
}

/** Entries recorded at or before `at`, or through `throughSeq`. @throws RefusalError outside the session's time */
function prefix(
  entries: readonly Entry[],
  query: { at?: string | undefined; throughSeq?: string | undefined },
  nowMs: number,
): Entry[] {
  if (query.throughSeq !== undefined) return entries.filter((entry) => entry.seq <= Number(query.throughSeq));
  if (query.at === undefined) return [...entries];
  const atMs = Date.parse(query.at);
  const first = entries[0];
  if (first === undefined || atMs < Date.parse(first.recordedAt) || atMs > nowMs + 120_000) {
    throw refused('invalid', {
      field: 'at',
      detail: 'at must lie between the planning of this session and now.',
    });
  }
  return entries.filter((entry) => Date.parse(entry.recordedAt) <= atMs);
}
