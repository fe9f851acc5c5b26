import { uuidSchema } from '@tandem/domain';
import { drillSchema, drillScoreSchema, drillsReplySchema, newDrillSchema } from '@tandem/wire';
import { z } from 'zod';
import type { App } from '../app-type.ts';
import type { Login } from '../auth/login.ts';
import { drillIds, drillReply, drillScoreReply, readDrill } from '../drills/read-drills.ts';
import { startDrill, stopDrill } from '../drills/start-drill.ts';
import { refused } from '../refusal-error.ts';
import type { Services } from '../services.ts';

const params = z.object({ id: uuidSchema });

/** Drills: played into a training session and scored. Nothing of them is about a client, so any team may look back. */
export function drillRoutes(app: App, services: Services): void {
  const { inClinic } = services;

  const one = (login: Login, id: string) =>
    inClinic(login.clinicId, async (scope) => {
      const found = await readDrill(scope, id);
      if (found === null || !found.isDrill) throw refused('not-found');
      return drillReply(scope, found.state);
    });

  app.get(
    '/api/drills',
    {
      config: { access: 'session.list' },
      schema: {
        summary: 'Lists the last 60 drills with their points, newest first',
        response: { 200: drillsReplySchema },
      },
    },
    async ({ login }) =>
      inClinic(login.clinicId, async (scope) => {
        const items = [];
        for (const id of await drillIds(scope, false)) {
          const found = await readDrill(scope, id);
          if (found !== null) items.push(await drillReply(scope, found.state));
        }
        return { items };
      }),
  );

  app.get(
    '/api/drills/:id',
    {
      config: { access: 'session.list' },
      schema: {
        summary: 'Reads one drill with everything that its points come from',
        params,
        response: { 200: drillScoreSchema },
      },
    },
    async ({ login, params: { id } }) =>
      inClinic(login.clinicId, async (scope) => {
        const found = await readDrill(scope, id);
        if (found === null || !found.isDrill) throw refused('not-found');
        return drillScoreReply(scope, found.state);
      }),
  );

  app.post(
    '/api/drills',
    {
      config: { access: 'drills.run' },
      schema: {
        summary: 'Starts a drill in a training session of its own',
        description:
          '`id` becomes that of the training session. 409 `drill-running` while another one runs in the clinic. The same call again goes on where the first one came to.',
        body: newDrillSchema,
        response: { 201: drillSchema, 200: drillSchema },
      },
    },
    async ({ login, body }, reply) => {
      const isNew = await startDrill(services, login, body);
      reply.code(isNew ? 201 : 200);
      return one(login, body.id);
    },
  );

  app.post(
    '/api/drills/:id/stop',
    {
      config: { access: 'drills.run' },
      schema: {
        summary: 'Stops a drill before its end',
        description: 'One that is over stays as it is.',
        params,
        body: z.strictObject({}),
        response: { 200: drillSchema },
      },
    },
    async ({ login, params: { id } }) => {
      await stopDrill(services, login, id);
      return one(login, id);
    },
  );
}
