import { healthSchema } from '@tandem/wire';
import type { App } from '../app-type.ts';
import type { Services } from '../services.ts';

/** Whether what is confirmed is kept, and whether it can go on being kept: for those who can call somebody. */
export function healthRoutes(app: App, { health }: Services): void {
  app.get(
    '/api/health',
    {
      config: { access: 'health.read' },
      schema: {
        summary: 'Tells how database, backups, disks, clock, certificate and waiting devices stand',
        description:
          'Of the whole installation, without anything of a client. For monitoring there are `/healthz`, `/readyz` and `/metrics`, without a login.',
        response: { 200: healthSchema },
      },
    },
    () => health.look(),
  );
}
