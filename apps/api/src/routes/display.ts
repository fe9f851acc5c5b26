import { formatInstant, refuse } from '@tandem/domain';
import { displayViewSchema, shownCodeSchema } from '@tandem/wire';
import { and, eq, sql } from 'drizzle-orm';
import type { App } from '../app-type.ts';
import { addressBlock } from '../auth/failures.ts';
import { Tries } from '../auth/tries.ts';
import type { Config } from '../config.ts';
import { displays, rooms } from '../db/schema.ts';
import { newCode, waitingCode } from '../displays/codes.ts';
import { DisplayCookie } from '../displays/cookie.ts';
import { type DisplayLogin, displayLogin } from '../displays/logins.ts';
import { RoomSessions } from '../displays/room-session.ts';
import { settingShown } from '../displays/setting-shown.ts';
import { displayView } from '../displays/view.ts';
import { RefusalError, refused } from '../refusal-error.ts';
import type { Services } from '../services.ts';
import { nothingSchema } from './nothing.ts';

/** Each screen asks for one every 10 minutes until it is paired. */
const CODES = 60;

/**
 * The screen's own two calls. They are public, since a screen is no person: what it may see hangs on a cookie that no
 * other route reads, and a person's login opens nothing here.
 */
export function wallRoutes(app: App, services: Services, { publicUrl }: Pick<Config, 'publicUrl'>): void {
  const { inClinic, clock, saving, database } = services;
  const { auth } = database;
  const cookie = new DisplayCookie(publicUrl);
  const tries = new Tries(auth, 'display-codes', CODES);
  const roomSessions = new RoomSessions();

  app.post(
    '/api/display/codes',
    {
      config: { access: 'public' },
      schema: {
        summary: 'Gives a wall screen a cookie of its own and a code to show',
        description:
          "No person's login: the cookie is the screen's and opens `GET /api/display` alone. At most 60 codes per address block in 15 minutes, then 429.",
        body: nothingSchema,
        response: { 201: shownCodeSchema },
      },
    },
    async ({ ip, headers }, reply) => {
      const wait = await tries.take(addressBlock(ip));
      if (wait > 0) throw new RefusalError(tooMany, { 'retry-after': String(wait) });
      const { header, tokenHash } = cookie.make();
      const code = await newCode(auth, tokenHash, cookie.hashIn(headers.cookie));
      reply.header('set-cookie', header).code(201);
      return code;
    },
  );

  app.get(
    '/api/display',
    {
      config: { access: 'public' },
      schema: {
        summary: 'Answers a wall screen with what its room shows now',
        description:
          "By the screen's own cookie, to be asked every 2 seconds. No name, no id, no dose; values in the staff-side setting alone. 401 when it is paired no more: ask for a code.",
        response: { 200: displayViewSchema },
      },
    },
    async ({ headers }) => {
      const tokenHash = cookie.hashIn(headers.cookie);
      if (tokenHash === null) throw notPaired();
      const login = await displayLogin(auth, tokenHash);
      if (login !== null) return viewFor(login);
      const code = await waitingCode(auth, tokenHash);
      if (code === null) throw notPaired();
      return { shows: 'code' as const, serverTime: formatInstant(clock.nowMs()), ...code };
    },
  );

  async function viewFor({ clinicId, roomId, setting, timeZone, id, signDue }: DisplayLogin) {
    if (signDue) await keepSign(clinicId, id);
    return inClinic(clinicId, async (scope) => {
      const [room] = await scope.tx
        .select({ name: rooms.name })
        .from(rooms)
        .where(and(scope.own(rooms.clinicId), eq(rooms.id, roomId)));
      const state = setting === 'off' ? null : await roomSessions.in(scope, roomId);
      const shown = await settingShown(scope, { id, setting }, state?.sessionId ?? null);
      return displayView({ setting: shown, timeZone, roomName: room?.name ?? '' }, state, clock.nowMs());
    });
  }

  /** A database that cannot be written to still shows what is in it. */
  async function keepSign(clinicId: string, id: string): Promise<void> {
    const seenAt = sql`clock_timestamp()`;
    await inClinic(clinicId, ({ tx, own }) =>
      tx
        .update(displays)
        .set({ seenAt })
        .where(and(own(displays.clinicId), eq(displays.id, id))),
    ).catch((error: unknown) => saving.failed(error));
  }
}

const notPaired = () =>
  refused('not-signed-in', {
    detail: 'This screen is not paired with a room. Type the code that it shows in Tandem.',
  });
const tooMany = refuse('too-many-attempts', {
  detail: 'Too many screens asked for a code from this address. This one asks again by itself.',
});
