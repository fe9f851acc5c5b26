import { type Joining, joiningSchema } from '@tandem/wire';
import type { App } from '../app-type.ts';

/** Where tablets join, as the start prints it: for whoever stands there with one. */
export function joiningRoutes(app: App, lan: () => Joining['lan']): void {
  app.get(
    '/api/joining',
    {
      config: { access: 'rooms.read' },
      schema: {
        summary: 'Tells where tablets of the clinic’s own network join',
        description: '`lan` is null where Tandem was not started with `--lan`.',
        response: { 200: joiningSchema },
      },
    },
    async () => ({ lan: lan() }),
  );
}
