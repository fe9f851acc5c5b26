import type { Operation } from '@tandem/domain';
import { type AuditItem, auditFilterSchema, auditReplySchema, auditSearchSchema } from '@tandem/wire';
import type { App } from '../app-type.ts';
import { auditHead, auditLines } from '../audit/csv.ts';
import { recordAct } from '../audit/record.ts';
import { allOfAudit, searchAudit } from '../audit/search.ts';
import { refused } from '../refusal-error.ts';
import type { Services } from '../services.ts';

/** Rows that are read and sent at once. */
const PAGE = 2_000;
/** Rows of one file. */
const MOST = 100_000;
const DAYS = "Days are in the clinic's time zone, both inclusive.";

/** What the two views of the audit are called where they are described. */
interface Words {
  readonly search: string;
  readonly export: string;
  readonly who: string;
}

/** The audit as it may be seen: clinical, by role; technical, for whoever runs the installation. */
export function auditRoutes(app: App, services: Services): void {
  seenBy('/api/audit', 'audit.read', false, {
    search: 'Lists the audit as the caller may see it, newest first',
    export: 'Exports the audit as the caller may see it as CSV',
    who: 'A lead sees the whole clinic, a physician their own acts and those about sessions of their team, others their own acts.',
  });
  seenBy('/api/audit/technical', 'audit.technical', true, {
    search: 'Lists sign-ins, changes to people and settings, and what was refused, newest first',
    export: 'Exports sign-ins, changes to people and settings, and what was refused as CSV',
    who: 'No client is named in it.',
  });

  function seenBy(url: string, access: Operation, technical: boolean, words: Words): void {
    app.post(
      `${url}/search`,
      {
        config: { access },
        schema: {
          summary: words.search,
          description: `${words.who} ${DAYS} A cursor belongs to its search; \`total\` is counted up to 10,000.`,
          body: auditSearchSchema,
          response: { 200: auditReplySchema },
        },
      },
      async ({ login, body }) =>
        services.inClinic(login.clinicId, (scope) => searchAudit(scope, login, body, technical)),
    );

    app.post(
      `${url}/export`,
      {
        config: { access },
        schema: {
          summary: words.export,
          description: `${words.who} ${DAYS} At most 100,000 rows; more is 400. The export stands in the audit.`,
          produces: ['text/csv'],
          body: auditFilterSchema,
        },
      },
      async ({ login, body }, reply) => {
        const file = await services.inClinic(login.clinicId, async (scope) => {
          const lines = await fileOf(allOfAudit(scope, login, body, technical, PAGE));
          await recordAct(scope, login, { action: 'audit.export', detail: { filter: Object.keys(body) } });
          return lines;
        });
        reply.header('content-type', 'text/csv; charset=utf-8');
        reply.header('content-disposition', 'attachment; filename="tandem-audit.csv"');
        return reply.send(file);
      },
    );
  }
}

/** One file. @throws RefusalError when it would be longer than anybody reads */
async function fileOf(pages: AsyncGenerator<AuditItem[]>): Promise<string> {
  const lines = [auditHead()];
  let rows = 0;
  for await (const items of pages) {
    rows += items.length;
    if (rows > MOST) {
      throw refused('invalid', {
        field: 'from',
        detail: 'More than 100,000 rows match. Nothing was exported. Choose a shorter time, or a person.',
      });
    }
    lines.push(auditLines(items));
  }
  return lines.join('');
}
