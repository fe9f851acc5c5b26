import { uuidSchema } from '@tandem/domain';
import { clientFactsReplySchema, newContactsSchema, newMedicinesSchema } from '@tandem/wire';
import { z } from 'zod';
import type { App } from '../app-type.ts';
import { changeFact, factsOf } from '../clients/facts.ts';
import type { Services } from '../services.ts';

const params = z.object({ id: uuidSchema });
const replies = { 200: clientFactsReplySchema, 201: clientFactsReplySchema };

/** Medicines and contacts of a client: every version, with who wrote it and when. */
export function clientFactRoutes(app: App, { inClinic }: Services): void {
  app.get(
    '/api/patients/:id/facts',
    {
      config: { access: 'patient.read' },
      schema: {
        summary: 'Reads medicines and contacts of a client, every version, newest first',
        description: 'Revision 0 is as the client was added.',
        params,
        response: { 200: clientFactsReplySchema },
      },
    },
    async ({ login, params: { id } }) => inClinic(login.clinicId, (scope) => factsOf(scope, id)),
  );

  app.post(
    '/api/patients/:id/medicines',
    {
      config: { access: 'patient.write' },
      schema: {
        summary: "Replaces the list of a client's medicines by a new version",
        description:
          "`items` is the whole list from now on. With `seenRevision`, somebody else's change since then is 409 `entry-changed`.",
        params,
        body: newMedicinesSchema,
        response: replies,
      },
    },
    async ({ login, params: { id }, body }, reply) =>
      inClinic(login.clinicId, async (scope) => {
        reply.code((await changeFact(scope, login, id, 'medicines', body)) ? 201 : 200);
        return factsOf(scope, id);
      }),
  );

  app.post(
    '/api/patients/:id/contacts',
    {
      config: { access: 'patient.write' },
      schema: {
        summary: "Replaces the list of a client's contacts by a new version",
        description:
          "`items` is the whole list from now on. With `seenRevision`, somebody else's change since then is 409 `entry-changed`.",
        params,
        body: newContactsSchema,
        response: replies,
      },
    },
    async ({ login, params: { id }, body }, reply) =>
      inClinic(login.clinicId, async (scope) => {
        reply.code((await changeFact(scope, login, id, 'contacts', body)) ? 201 : 200);
        return factsOf(scope, id);
      }),
  );
}
