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
      schema: { params: sessionParams, querystring: stateQuerySchema, response: { 200: stateReplySchema } },
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
