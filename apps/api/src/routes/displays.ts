import { refuse, uuidSchema } from '@tandem/domain';
import { displayChangeSchema, displaySchema, displaysReplySchema, newDisplaySchema } from '@tandem/wire';
import { z } from 'zod';
import type { App } from '../app-type.ts';
import { recordLoneAct } from '../audit/record.ts';
import { Tries } from '../auth/tries.ts';
import { roomsInUse } from '../clinic/rooms.ts';
import {
  knownPairing,
  pair,
  pairedDisplays,
  requireMaySet,
  setDisplay,
  unpair,
} from '../displays/pairing.ts';
import { RefusalError, refused } from '../refusal-error.ts';
import type { Services } from '../services.ts';
import { nothingSchema } from './nothing.ts';

const params = z.object({ id: uuidSchema });
const config = { access: 'displays.write' } as const;
/** Of 34 million codes: nobody guesses one that stands on a screen somewhere. */
const TRIES = 20;

/** Screens on a wall, for staff: pair one by the code that it shows, change its setting, unpair it. */
export function displayRoutes(app: App, { inClinic, database }: Services): void {
  const tries = new Tries(database.auth, 'display-code-of', TRIES);

  app.get(
    '/api/displays',
    {
      config,
      schema: {
        summary: 'Lists the paired wall screens and the rooms in use',
        response: { 200: displaysReplySchema },
      },
    },
    async ({ login }) =>
      inClinic(login.clinicId, async (scope) => ({
        items: await pairedDisplays(scope),
        rooms: await roomsInUse(scope),
      })),
  );

  app.post(
    '/api/displays',
    {
      config,
      schema: {
        summary: 'Pairs a wall screen with a room by the code that it shows',
        description:
          'A code is good for 10 minutes and once; an unknown, used or old one is the same 404. `staff-side` is set by a role that may read vital signs while a session runs. 429 after 20 codes in 15 minutes.',
        body: newDisplaySchema,
        response: { 201: displaySchema, 200: displaySchema },
      },
    },
    async ({ login, body }, reply) => {
      requireMaySet(login, body.setting);
      const known = await inClinic(login.clinicId, (scope) => knownPairing(scope, login, body));
      if (known !== null) return known;
      const wait = await tries.take(login.personId);
      if (wait > 0) throw new RefusalError(tooMany, { 'retry-after': String(wait) });
      const paired = await inClinic(login.clinicId, (scope) => pair(scope, login, body));
      if (paired === null) {
        await recordLoneAct(inClinic, login, { action: 'display.pair', outcome: 'not-found' });
        // One answer for a code that never was, was used, or is too old.
        throw refused('not-found', { field: 'code', detail: NO_SUCH_CODE });
      }
      reply.code(201);
      return paired;
    },
  );

  app.patch(
    '/api/displays/:id',
    {
      config,
      schema: {
        summary: 'Sets what a wall screen shows: calm, staff side or off',
        description:
          '`staff-side` is set by a role that may read vital signs while a session runs; others get 403.',
        params,
        body: displayChangeSchema,
        response: { 200: displaySchema },
      },
    },
    async ({ login, params: { id }, body }) => {
      requireMaySet(login, body.setting);
      return inClinic(login.clinicId, (scope) => setDisplay(scope, login, id, body.setting));
    },
  );

  app.post(
    '/api/displays/:id/unpair',
    {
      config,
      schema: {
        summary: 'Ends the pairing of a wall screen at once',
        description: 'A screen that is unpaired already stays so.',
        params,
        body: nothingSchema,
        response: { 200: z.object({ unpaired: z.literal(true) }) },
      },
    },
    async ({ login, params: { id } }) => {
      await inClinic(login.clinicId, (scope) => unpair(scope, login, id));
      return { unpaired: true } as const;
    },
  );
}

const NO_SUCH_CODE =
  'No screen shows this code now. Nothing was paired. Type the code that stands on the screen; each is good for 10 minutes, once.';
const tooMany = refuse('too-many-attempts', {
  detail: 'Too many codes were tried. Wait, then type it again.',
});
