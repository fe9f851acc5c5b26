import type { KeptRoom, Room, RoomChange } from '@tandem/wire';
import { and, asc, eq, sql } from 'drizzle-orm';
import { recordAct } from '../audit/record.ts';
import type { Login } from '../auth/login.ts';
import type { ClinicScope } from '../db/clinic-scope.ts';
import { clinics, rooms, sessions } from '../db/schema.ts';
import { refused } from '../refusal-error.ts';

/** All rooms in their order; retired ones last. */
export async function keptRooms(scope: ClinicScope): Promise<KeptRoom[]> {
  const rows = await scope.tx
    .select()
    .from(rooms)
    .where(scope.own(rooms.clinicId))
    .orderBy(sql`${rooms.retiredAt} is not null`, asc(rooms.position), asc(rooms.name), asc(rooms.id));
  return rows.map(roomOf);
}

/** Those that sessions are planned in. */
export async function roomsInUse(scope: ClinicScope): Promise<Room[]> {
  const all = await keptRooms(scope);
  return all.filter(({ isRetired }) => !isRetired).map(({ id, name }) => ({ id, name }));
}

const roomOf = ({ id, name, retiredAt }: typeof rooms.$inferSelect): KeptRoom => ({
  id,
  name,
  isRetired: retiredAt !== null,
});

/** At the end of the others. @throws RefusalError when another one has this name, or the id is another room's */
export async function addRoom(
  scope: ClinicScope,
  login: Login,
  { id, name }: { readonly id: string; readonly name: string },
): Promise<{ readonly room: KeptRoom; readonly isNew: boolean }> {
  await oneAtATime(scope);
  const all = await keptRooms(scope);
  const known = all.find((room) => room.id === id);
  if (known !== undefined) {
    if (known.name !== name) throw refused('entry-id-reused', { field: 'id' });
    return { room: known, isNew: false };
  }
  requireFreeName(all, name);
  const position = sql`(select coalesce(max(position), 0) + 1 from tandem.rooms where clinic_id = ${scope.clinicId})`;
  await scope.tx.insert(rooms).values({ clinicId: scope.clinicId, id, name, position });
  await recordAct(scope, login, { action: 'room.add', targetId: id });
  return { room: { id, name, isRetired: false }, isNew: true };
}

/** @throws RefusalError 404; 400 for a name that is taken; 409 while sessions run or are planned in it */
export async function changeRoom(
  scope: ClinicScope,
  login: Login,
  id: string,
  change: RoomChange,
): Promise<KeptRoom> {
  await oneAtATime(scope);
  const all = await keptRooms(scope);
  const before = all.find((room) => room.id === id);
  if (before === undefined) throw refused('not-found');
  const { name = before.name, isRetired = before.isRetired } = change;
  const others = all.filter((room) => room.id !== id);
  if (name !== before.name || (before.isRetired && !isRetired)) requireFreeName(others, name);
  if (isRetired && !before.isRetired && (await isInUse(scope, login, id))) throw refused('room-in-use');
  const retiredAt = isRetired ? sql`coalesce(${rooms.retiredAt}, clock_timestamp())` : null;
  await scope.tx
    .update(rooms)
    .set({ name, retiredAt })
    .where(and(scope.own(rooms.clinicId), eq(rooms.id, id)));
  if (name !== before.name) await recordAct(scope, login, { action: 'room.rename', targetId: id });
  if (isRetired !== before.isRetired)
    await recordAct(scope, login, { action: isRetired ? 'room.retire' : 'room.restore', targetId: id });
  return { id, name, isRetired };
}

/** @param ids rooms in use, as they are to stand; those that are not named follow in their order @throws RefusalError */
export async function orderRooms(
  scope: ClinicScope,
  login: Login,
  ids: readonly string[],
): Promise<KeptRoom[]> {
  await oneAtATime(scope);
  const inUse = (await roomsInUse(scope)).map(({ id }) => id);
  const stranger = ids.findIndex((id) => !inUse.includes(id));
  if (stranger >= 0) throw refused('not-found', { field: `ids[${stranger}]` });
  if (new Set(ids).size !== ids.length)
    throw refused('invalid', { field: 'ids', detail: 'ids must name each room once. Nothing was changed.' });
  const wanted = [...ids, ...inUse.filter((id) => !ids.includes(id))];
  if (wanted.every((id, at) => id === inUse[at])) return keptRooms(scope);
  for (const [at, id] of wanted.entries())
    await scope.tx
      .update(rooms)
      .set({ position: at + 1 })
      .where(and(scope.own(rooms.clinicId), eq(rooms.id, id)));
  await recordAct(scope, login, { action: 'room.order', targetId: login.clinicId });
  return keptRooms(scope);
}

/** Two admins at once: names and places are looked at one after the other. */
async function oneAtATime(scope: ClinicScope): Promise<void> {
  await scope.tx.select({ id: clinics.id }).from(clinics).where(scope.own(clinics.id)).for('update');
}

function requireFreeName(others: readonly KeptRoom[], name: string): void {
  const same = (other: KeptRoom) =>
    !other.isRetired && other.name.toLocaleLowerCase('en') === name.toLocaleLowerCase('en');
  if (!others.some(same)) return;
  throw refused('invalid', {
    field: 'name',
    detail: 'Another room has this name. Nothing was stored. Choose a name that tells them apart.',
  });
}

/** A session runs there, or is planned there from today on by the clinic's day. */
async function isInUse(scope: ClinicScope, { timeZone }: Login, roomId: string): Promise<boolean> {
  const today = sql`(clock_timestamp() at time zone ${timeZone})::date`;
  const day = sql`(${sessions.plannedAt} at time zone ${timeZone})::date`;
  const rows = await scope.tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(
      and(
        scope.own(sessions.clinicId),
        eq(sessions.roomId, roomId),
        sql`(${sessions.status} = 'in-progress' or (${sessions.status} = 'planned' and ${day} >= ${today}))`,
      ),
    )
    .limit(1);
  return rows.length > 0;
}
