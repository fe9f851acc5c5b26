import { may } from '@tandem/domain';
import type { Display, DisplaySetting, NewDisplay } from '@tandem/wire';
import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm';
import { recordAct } from '../audit/record.ts';
import type { Login } from '../auth/login.ts';
import type { ClinicScope } from '../db/clinic-scope.ts';
import { displayCodes, displays, memberships, rooms } from '../db/schema.ts';
import { refused } from '../refusal-error.ts';

/** The clinic's screens that are paired, by room; with `id` that one alone. */
export async function pairedDisplays(scope: ClinicScope, id?: string): Promise<Display[]> {
  const rows = await scope.tx
    .select({ display: displays, roomName: rooms.name, pairedBy: memberships.name })
    .from(displays)
    .innerJoin(rooms, and(eq(rooms.clinicId, displays.clinicId), eq(rooms.id, displays.roomId)))
    .innerJoin(
      memberships,
      and(eq(memberships.clinicId, displays.clinicId), eq(memberships.personId, displays.pairedBy)),
    )
    .where(
      and(
        scope.own(displays.clinicId),
        isNull(displays.unpairedAt),
        ...(id === undefined ? [] : [eq(displays.id, id)]),
      ),
    )
    .orderBy(asc(rooms.position), asc(rooms.name), asc(displays.pairedAt));
  return rows.map(({ display, roomName, pairedBy }) => ({
    id: display.id,
    roomId: display.roomId,
    roomName,
    setting: display.setting,
    pairedAt: display.pairedAt.toISOString(),
    pairedBy,
    seenAt: display.seenAt.toISOString(),
  }));
}

/** One that is paired. @throws RefusalError 404 */
export async function pairedDisplay(scope: ClinicScope, id: string): Promise<Display> {
  const [display] = await pairedDisplays(scope, id);
  if (display === undefined) throw refused('not-found');
  return display;
}

/**
 * Whoever may not read the values of a session that runs puts them on no wall either: a screen can be anybody's own
 * phone (DSP-2).
 * @throws RefusalError 403
 */
export function requireMaySet({ role }: Login, setting: DisplaySetting): void {
  if (setting !== 'staff-side' || may(role, 'vitals.read', 'in-progress')) return;
  throw refused('role-may-not', {
    field: 'setting',
    detail: 'Who treats in the room puts values on a wall. Nothing was changed. Choose calm or off.',
  });
}

/**
 * What comes before the code is looked at: the room is there, and a call that was sent before is answered again.
 * @returns the display of that earlier call, or null
 */
export async function knownPairing(
  scope: ClinicScope,
  login: Login,
  body: NewDisplay,
): Promise<Display | null> {
  const [room] = await scope.tx
    .select({ id: rooms.id })
    .from(rooms)
    .where(and(scope.own(rooms.clinicId), eq(rooms.id, body.roomId)));
  if (room === undefined) throw refused('not-found', { field: 'roomId' });
  const [row] = await scope.tx
    .select()
    .from(displays)
    .where(and(scope.own(displays.clinicId), eq(displays.id, body.id)));
  if (row === undefined) return null;
  const isSame = row.roomId === body.roomId && row.pairedBy === login.personId && row.unpairedAt === null;
  if (!isSame) throw refused('entry-id-reused', { field: 'id' });
  return pairedDisplay(scope, body.id);
}

/** Takes the code, which is gone then, and makes the screen that shows it one of this room. Null: no such code now. */
export async function pair(scope: ClinicScope, login: Login, body: NewDisplay): Promise<Display | null> {
  const { id, roomId, setting, code } = body;
  const [taken] = await scope.tx
    .delete(displayCodes)
    .where(and(eq(displayCodes.code, code), gt(displayCodes.expiresAt, sql`clock_timestamp()`)))
    .returning({ tokenHash: displayCodes.tokenHash });
  if (taken === undefined) return null;
  const row = { clinicId: scope.clinicId, id, roomId, setting, pairedBy: login.personId, ...taken };
  await scope.tx.insert(displays).values(row);
  await recordAct(scope, login, { action: 'display.pair', targetId: id });
  await recordAct(scope, login, { action: `display.set-${setting}` as const, targetId: id });
  return pairedDisplay(scope, id);
}

export async function setDisplay(
  scope: ClinicScope,
  login: Login,
  id: string,
  setting: DisplaySetting,
): Promise<Display> {
  const before = await pairedDisplay(scope, id);
  // Set once more by somebody else: where sessions are their team's, values stand there while they may see them.
  if (before.setting === setting && (await setterOf(scope, id)) === login.personId) return before;
  await scope.tx
    .update(displays)
    .set({ setting, setBy: login.personId })
    .where(and(scope.own(displays.clinicId), eq(displays.id, id)));
  await recordAct(scope, login, { action: `display.set-${setting}` as const, targetId: id });
  return { ...before, setting };
}

async function setterOf(scope: ClinicScope, id: string): Promise<string | null> {
  const [row] = await scope.tx
    .select({ by: sql<string>`coalesce(${displays.setBy}, ${displays.pairedBy})` })
    .from(displays)
    .where(and(scope.own(displays.clinicId), eq(displays.id, id)));
  return row?.by ?? null;
}

/** Ends its login at once. One that is unpaired already stays so. @throws RefusalError 404 */
export async function unpair(scope: ClinicScope, login: Login, id: string): Promise<void> {
  const [row] = await scope.tx
    .select({ unpairedAt: displays.unpairedAt })
    .from(displays)
    .where(and(scope.own(displays.clinicId), eq(displays.id, id)))
    .for('update');
  if (row === undefined) throw refused('not-found');
  if (row.unpairedAt !== null) return;
  await scope.tx
    .update(displays)
    .set({ tokenHash: null, unpairedAt: sql`clock_timestamp()`, unpairedBy: login.personId })
    .where(and(scope.own(displays.clinicId), eq(displays.id, id)));
  await recordAct(scope, login, { action: 'display.unpair', targetId: id });
}
