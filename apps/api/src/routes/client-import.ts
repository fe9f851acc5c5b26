import { clinicTime } from '@tandem/records';
import { clientImportReplySchema, clientImportSchema, IMPORT_BODY_BYTES } from '@tandem/wire';
import type { App } from '../app-type.ts';
import { importClients } from '../clients/import/import-clients.ts';
import { readFile } from '../clients/import/read-file.ts';
import type { Services } from '../services.ts';

const tooLarge =
  'This file is larger than 1 MB. Nothing was stored. Split it and import its parts one after the other.';

/** Clients from a file: looked at first, then added in one transaction. Nothing of the file is in a log. */
export function clientImportRoutes(app: App, { inClinic, clock }: Services): void {
  app.post(
    '/api/patients/import',
    {
      bodyLimit: IMPORT_BODY_BYTES,
      config: { access: 'patient.write', tooLarge },
      schema: {
        summary: 'Reads clients from a CSV file and adds those that are new, all or none',
        description:
          'With `dryRun: true` it says what would become of each row and stores nothing. Who is there already is skipped. At most 2,000 rows and 1 MB. 201 when somebody was added, otherwise 200.',
        body: clientImportSchema,
        response: { 200: clientImportReplySchema, 201: clientImportReplySchema },
      },
    },
    async ({ login, body }, reply) => {
      const now = new Date(clock.nowMs()).toISOString();
      const today = clinicTime(login.timeZone).offset(now).slice(0, 10);
      const { rows: read, columns } = readFile(body.csv, today);
      const { rows, adds } = await inClinic(login.clinicId, (scope) =>
        importClients(scope, login, body, read),
      );
      reply.code(adds.length > 0 ? 201 : 200);
      return { dryRun: body.dryRun, rows: [...rows], ignoredColumns: [...columns.ignored] };
    },
  );
}
