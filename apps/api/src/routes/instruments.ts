import { uuidSchema } from '@tandem/domain';
import {
  instrumentChangeSchema,
  instrumentSchema,
  instrumentsReplySchema,
  newInstrumentSchema,
} from '@tandem/wire';
import { z } from 'zod';
import type { App } from '../app-type.ts';
import { addInstrument, keptInstruments, retireInstrument } from '../clinic/instruments.ts';
import type { Services } from '../services.ts';

const params = z.object({ id: uuidSchema });

/** Questionnaires that the clinic brings along: nothing of a client is in them. */
export function instrumentRoutes(app: App, { inClinic }: Services): void {
  app.get(
    '/api/instruments',
    {
      config: { access: 'signed-in' },
      schema: {
        summary: 'Lists every version of the questionnaires that the clinic brought along',
        response: { 200: instrumentsReplySchema },
      },
    },
    async ({ login }) => inClinic(login.clinicId, async (scope) => ({ items: await keptInstruments(scope) })),
  );

  app.post(
    '/api/instruments',
    {
      config: { access: 'instruments.write' },
      schema: {
        summary: 'Adds a questionnaire of the clinic, or a new version of one',
        description:
          'The version must be above those that are there. A version is never changed. What a definition holds: docs/instruments.md.',
        body: newInstrumentSchema,
        response: { 201: instrumentSchema, 200: instrumentSchema },
      },
    },
    async ({ login, body }, reply) => {
      const { instrument, isNew } = await inClinic(login.clinicId, (scope) =>
        addInstrument(scope, login, body),
      );
      reply.code(isNew ? 201 : 200);
      return instrument;
    },
  );

  app.patch(
    '/api/instruments/:id',
    {
      config: { access: 'instruments.write' },
      schema: {
        summary: 'Takes a version of a questionnaire out of use, or puts it back',
        description: 'Answers that were given to it stay as they are.',
        params,
        body: instrumentChangeSchema,
        response: { 200: instrumentSchema },
      },
    },
    async ({ login, params: { id }, body }) =>
      inClinic(login.clinicId, (scope) => retireInstrument(scope, login, id, body.isRetired)),
  );
}
