import type { PastReply, PastSearch, PastSession } from '@tandem/wire';
import { and, inArray, type SQL, sql } from 'drizzle-orm';
import type { Login } from '../auth/login.ts';
import type { ClinicScope } from '../db/clinic-scope.ts';
import { sessionFigures as figures, patients, sessions } from '../db/schema.ts';
import { sessionsById } from '../sessions/search.ts';
import { after, cursorOf, type Order, orderOf, type Place } from './order.ts';
import { phq9Of } from './phq9.ts';
import { ofFigures, ofPatient, pastWhere } from './where.ts';

/** One page. @throws RefusalError on a cursor of another search */
export async function searchPast(scope: ClinicScope, login: Login, search: PastSearch): Promise<PastReply> {
  const { cursor, limit = 50, ...rest } = search;
  const order = orderOf(search, scope.clinicId);
  const where = pastWhere(scope, login, rest, login.timeZone);
  const places =
    cursor === undefined
      ? await readPlaces(scope, where, order, limit + 1)
      : await readPlaces(scope, [...where, after(order, cursor)], order, limit + 1);
  const page = places.slice(0, limit);
  const last = page.at(-1);
  return {
    items: await itemsOf(scope, login, page),
    nextCursor: places.length > limit && last !== undefined ? cursorOf(order, last) : null,
    // Of the first page its own count; of a further one it would be of what is left.
    total: cursor === undefined ? (places[0]?.total ?? 0) : await countPast(scope, where),
  };
}

/** All that matches, for a file, at most `most` of them. */
export async function allPast(
  scope: ClinicScope,
  login: Login,
  search: PastSearch,
  most: number,
): Promise<PastSession[]> {
  const where = pastWhere(scope, login, search, login.timeZone);
  return itemsOf(scope, login, await readPlaces(scope, where, orderOf(search, scope.clinicId), most));
}

async function countPast(scope: ClinicScope, where: readonly SQL[]): Promise<number> {
  const [row] = await scope.tx
    .select({ n: sql<number>`count(*)::int` })
    .from(sessions)
    .innerJoin(patients, ofPatient)
    .leftJoin(figures, ofFigures)
    .where(and(...where));
  return row?.n ?? 0;
}

function readPlaces(
  scope: ClinicScope,
  where: readonly SQL[],
  order: Order,
  limit: number,
): Promise<(Place & { readonly total: number })[]> {
  return scope.tx
    .select({
      id: sessions.id,
      plannedAt: sessions.plannedAt,
      key: order.key,
      total: sql<number>`(count(*) over ())::int`,
    })
    .from(sessions)
    .innerJoin(patients, ofPatient)
    .leftJoin(figures, ofFigures)
    .where(and(...where))
    .orderBy(order.by)
    .limit(limit);
}

/** In the order of the places. */
async function itemsOf(scope: ClinicScope, login: Login, places: readonly Place[]): Promise<PastSession[]> {
  if (places.length === 0) return [];
  const ids = places.map(({ id }) => id);
  const rows = await sessionsById(scope, login, ids);
  const made = await scope.tx
    .select({ id: figures.sessionId, facts: figures.facts })
    .from(figures)
    .where(and(scope.own(figures.clinicId), inArray(figures.sessionId, ids)));
  const scores = await phq9Of(scope, rows, login.timeZone);
  const byId = new Map(rows.map((session) => [session.id, session]));
  const factsOf = new Map(made.map(({ id, facts }) => [id, facts]));
  return ids.flatMap((id) => {
    const session = byId.get(id);
    if (session === undefined) return [];
    const facts = factsOf.get(id);
    return [{ ...session, figures: (facts ?? null) as PastSession['figures'], phq9: scores.get(id) ?? null }];
  });
}
