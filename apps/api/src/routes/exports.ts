import { createHash } from 'node:crypto';
import { exportFormats } from '@tandem/domain';
import { exportQuerySchema } from '@tandem/wire';
import type { App } from '../app-type.ts';
import { recordAct } from '../audit/record.ts';
import { fileOf } from '../exports/file-of.ts';
import { recordOf } from '../exports/record-of.ts';
import type { Services } from '../services.ts';
import { sessionParams } from './sessions.ts';

/**
 * A copy of a session leaves the clinic: with the password asked for, its purpose and its hash in the audit, before
 * the first byte of it does.
 */
export function exportRoutes(app: App, { inClinic, epoch, clock }: Services): void {
  app.get(
    '/api/sessions/:id/export',
    {
      config: { access: 'session.export', freshLogin: true },
      schema: {
        summary: 'Exports one session as a file: FHIR, CSV, PDF, text, bundle or REMS summary',
        description:
          '`purpose` and the SHA-256 of the file stand in the audit before the first byte leaves; the header `tandem-sha256` is the same hash. What each format holds: docs/exports.md.',
        produces: [...new Set(Object.values(exportFormats).map(({ type }) => type.split(';')[0] as string))],
        params: sessionParams,
        querystring: exportQuerySchema,
      },
    },
    async ({ login, params, query }, reply) => {
      const { format, purpose = null, variant, template } = query;
      const context = { epoch, nowMs: clock.nowMs(), purpose };
      const exported = await inClinic(login.clinicId, (scope) => recordOf(scope, login, params.id, context));
      // Outside of a transaction: a long PDF takes a second, and a connection is not held for it.
      const { name, type, bytes } = await fileOf(exported, query);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const detail = {
        format,
        sha256,
        bytes: bytes.length,
        ...(purpose === null ? {} : { purpose }),
        ...(variant === undefined ? {} : { variant }),
        ...(template === undefined ? {} : { template }),
      };
      await inClinic(login.clinicId, (scope) =>
        recordAct(scope, login, { action: 'session.export', targetId: params.id, detail }),
      );
      return reply
        .header('content-type', type)
        .header('content-disposition', `attachment; filename="${name}"`)
        .header('tandem-sha256', sha256)
        .send(bytes);
    },
  );
}
