import { healthSchema } from '@tandem/wire';
import type { App } from '../app-type.ts';
import { standingOf } from '../backup/standing.ts';
import { WriteCheck } from '../db/write-check.ts';
import type { Services } from '../services.ts';

/** Whether what is confirmed is kept: database and backups, for those who can call somebody. */
export function healthRoutes(app: App, { database, nightly }: Services): void {
  const check = new WriteCheck(database.app);
  app.get(
    '/api/health',
    { config: { access: 'health.read' }, schema: { response: { 200: healthSchema } } },
    async () => {
      const nowMs = Date.now();
      return {
        at: new Date(nowMs).toISOString(),
        database: await check.state(),
        ...standingOf(nightly, nowMs),
      };
    },
  );
}
