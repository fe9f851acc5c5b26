import { createHash } from 'node:crypto';
import { may, sessionStatuses } from '@tandem/domain';
import {
  insightsSchema,
  pastExportSchema,
  pastFactsSchema,
  pastNarrowingSchema,
  pastReplySchema,
  pastSearchSchema,
} from '@tandem/wire';
import type { App } from '../app-type.ts';
import { recordAct } from '../audit/record.ts';
import { pastCsv } from '../past-sessions/csv.ts';
import { wordsQuery } from '../past-sessions/find-words.ts';
import { readFacts } from '../past-sessions/read-facts.ts';
import { readInsights } from '../past-sessions/read-insights.ts';
import { allPast, searchPast } from '../past-sessions/search.ts';
import { refused } from '../refusal-error.ts';
import type { Services } from '../services.ts';

/** Rows of one file. */
const MOST = 20_000;

/** Sessions that are over: found, counted, and copied as one file. Words that somebody looks for stand in bodies alone. */
export function pastSessionRoutes(app: App, { inClinic, clock }: Services): void {
  app.post(
    '/api/past-sessions/search',
    {
      config: { access: 'session.list' },
      schema: {
        summary: 'Finds sessions by what happened in them and by words, with their figures',
        description:
          "Only sessions that the caller may open. Days are in the clinic's time zone, both inclusive; a cursor belongs to its search. `figures` is null before the end. Doses are in micrograms here. A search for words stands in the audit, without the words.",
        body: pastSearchSchema,
        response: { 200: pastReplySchema },
      },
    },
    async ({ login, body }) =>
      inClinic(login.clinicId, async (scope) => {
        const page = await searchPast(scope, login, body);
        // Its further pages are the same search.
        if (body.text !== undefined && wordsQuery(body.text) !== null && body.cursor === undefined)
          await recordAct(scope, login, {
            action: 'notes.search',
            // Not a hash of it: that of a name or a word is found by trying them all.
            detail: { characters: body.text.length, found: page.total },
          });
        return page;
      }),
  );

  app.post(
    '/api/past-sessions/facts',
    {
      config: { access: 'session.list' },
      schema: {
        summary: 'Counts four facts of the sessions that are over: pressure, notices, PHQ-9 and signatures',
        description: 'Training sessions are left out.',
        body: pastNarrowingSchema,
        response: { 200: pastFactsSchema },
      },
    },
    async ({ login, body }) =>
      inClinic(login.clinicId, (scope) => readFacts(scope, login, body, clock.nowMs())),
  );

  app.post(
    '/api/insights',
    {
      config: { access: 'insights.read' },
      schema: {
        summary: 'Tells in numbers how the sessions that are over went, with the sessions behind each number',
        description: 'Training sessions are left out.',
        body: pastNarrowingSchema,
        response: { 200: insightsSchema },
      },
    },
    async ({ login, body }) => inClinic(login.clinicId, (scope) => readInsights(scope, login, body)),
  );

  app.post(
    '/api/past-sessions/export',
    {
      config: { access: 'session.export', freshLogin: true },
      schema: {
        summary: 'Exports what a search for past sessions finds as CSV',
        description:
          'Only sessions that the caller may export one by one. At most 20,000; more is 400. The header `tandem-sha256` is the hash of the file, `tandem-rows` the number of sessions. It stands in the audit.',
        produces: ['text/csv'],
        body: pastExportSchema,
      },
    },
    async ({ login, body: search }, reply) => {
      // A copy holds what its maker may copy, one by one.
      const status = (search.status ?? sessionStatuses).filter((one) =>
        may(login.role, 'session.export', one),
      );
      const file = await inClinic(login.clinicId, async (scope) => {
        const items = status.length === 0 ? [] : await allPast(scope, login, { ...search, status }, MOST + 1);
        if (items.length > MOST)
          throw refused('invalid', {
            field: 'from',
            detail: 'More than 20,000 sessions match. Nothing was exported. Choose a shorter time.',
          });
        const bytes = Buffer.from(pastCsv(items, login.timeZone));
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        const { text, ...rest } = search;
        await recordAct(scope, login, {
          action: 'sessions.export',
          detail: {
            filter: Object.keys(rest),
            rows: items.length,
            sha256,
            ...(text === undefined ? {} : { characters: text.length }),
          },
        });
        return { bytes, sha256, rows: items.length };
      });
      return reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="tandem-sessions.csv"')
        .header('tandem-rows', String(file.rows))
        .header('tandem-sha256', file.sha256)
        .send(file.bytes);
    },
  );
}
