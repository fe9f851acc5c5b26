import { firstRunReplySchema, firstRunSchema } from '@tandem/wire';
import type { App } from '../app-type.ts';
import type { Services } from '../services.ts';

/** The first clinic of an empty Tandem; the token in the link that the start prints is the proof. */
export function firstRunRoutes(app: App, { firstRun }: Services): void {
  app.post(
    '/api/first-run',
    {
      config: { access: 'public' },
      schema: {
        summary: 'Makes the first clinic of an empty Tandem and its first admin',
        description:
          'By the token of the link that the start prints; 404 once there is a clinic. It does not sign in.',
        body: firstRunSchema,
        response: { 201: firstRunReplySchema },
      },
    },
    async ({ body }, reply) => {
      await firstRun.make(body);
      reply.code(201);
      return { email: body.email };
    },
  );
}
