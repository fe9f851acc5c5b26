import { createHash } from 'node:crypto';
import { paperForms } from '@tandem/records';
import { PAPER_FORMS_HEADER, PAPER_LEFT_OUT_HEADER, paperFormsQuerySchema } from '@tandem/wire';
import type { App } from '../app-type.ts';
import { recordActs } from '../audit/record.ts';
import { paperSessions } from '../exports/paper-sessions.ts';
import type { Services } from '../services.ts';

/**
 * Forms to write on while Tandem cannot be reached: one for each session of the day and an empty one. Made beforehand,
 * because afterwards is too late. In the audit of every session before the first byte leaves.
 */
export function paperFormRoutes(app: App, { inClinic, clock }: Services): void {
  app.get(
    '/api/paper-forms',
    {
      config: { access: 'session.list' },
      schema: {
        summary: 'Makes forms on paper for the sessions of a day, as one PDF',
        description:
          "`date` is a day in the clinic's time zone. The header `tandem-forms` counts the forms with a client, `tandem-left-out` the sessions that the caller may not see; an empty form is always there. More than 100 sessions is 400.",
        produces: ['application/pdf'],
        querystring: paperFormsQuerySchema,
      },
    },
    async ({ login, query: { date, language = 'en' } }, reply) => {
      const { forms, leftOut } = await inClinic(login.clinicId, (scope) => paperSessions(scope, login, date));
      // Outside of a transaction: a page takes the thread a while, and a connection is not held for it.
      const bytes = await paperForms({
        clinic: { name: login.clinicName, timeZone: login.timeZone },
        language,
        printedAt: new Date(clock.nowMs()).toISOString(),
        printedBy: login.author.name,
        sessions: forms.map(({ session }) => session),
      });
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const detail = { date, forms: forms.length, sha256, bytes: bytes.length };
      // The empty form alone is of no client, and an act all the same.
      const targets = forms.length === 0 ? [undefined] : forms.map(({ id }) => id);
      await inClinic(login.clinicId, (scope) =>
        recordActs(
          scope,
          login,
          targets.map((targetId) => ({ action: 'paper-forms.print', targetId, detail })),
        ),
      );
      return reply
        .header('content-type', 'application/pdf')
        .header('content-disposition', `attachment; filename="tandem-paper-${date}.pdf"`)
        .header('tandem-sha256', sha256)
        .header(PAPER_FORMS_HEADER, String(forms.length))
        .header(PAPER_LEFT_OUT_HEADER, String(leftOut))
        .send(bytes);
    },
  );
}
