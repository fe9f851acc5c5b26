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
    { config: { access: 'patient.read' }, schema: { params, response: { 200: clientFactsReplySchema } } },
    async ({ login, params: { id } }) => inClinic(login.clinicId, (scope) => factsOf(scope, id)),
  );

  app.post(
    '/api/patients/:id/medicines',
    { config: { access: 'patient.write' }, schema: { params, body: newMedicinesSchema, response: replies } },
    async ({ login, params: { id }, body }, reply) =>
      inClinic(login.clinicId, async (scope) => {
        reply.code((await changeFact(scope, login, id, 'medicines', body)) ? 201 : 200);
        return factsOf(scope, id);
      }),
  );

  app.post(
    '/api/patients/:id/contacts',
    { config: { access: 'patient.write' }, schema: { params, body: newContactsSchema, response: replies } },
    async ({ login, params: { id }, body }, reply) =>
      inClinic(login.clinicId, async (scope) => {
        reply.code((await changeFact(scope, login, id, 'contacts', body)) ? 201 : 200);
        return factsOf(scope, id);
      }),
  );
}
