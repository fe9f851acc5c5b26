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

/** The audit as it may be seen: clinical, by role; technical, for whoever runs the installation. */
export function auditRoutes(app: App, services: Services): void {
  seenBy('/api/audit', 'audit.read', false);
  seenBy('/api/audit/technical', 'audit.technical', true);

  function seenBy(url: string, access: Operation, technical: boolean): void {
    app.post(
      `${url}/search`,
      { config: { access }, schema: { body: auditSearchSchema, response: { 200: auditReplySchema } } },
      async ({ login, body }) =>
        services.inClinic(login.clinicId, (scope) => searchAudit(scope, login, body, technical)),
    );

    app.post(
      `${url}/export`,
      { config: { access }, schema: { body: auditFilterSchema } },
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
