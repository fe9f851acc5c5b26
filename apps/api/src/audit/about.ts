import { sql } from 'drizzle-orm';
import type { ClinicScope } from '../db/clinic-scope.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/**
 * Names of who acted and of what they acted on.
 * @param technical without a client in them: an admin sees no names of clients
 */
export async function aboutOf(
  scope: ClinicScope,
  rows: readonly { readonly actorId: string | null; readonly targetId: string | null }[],
  technical: boolean,
): Promise<{ readonly people: ReadonlyMap<string, string>; readonly things: ReadonlyMap<string, string> }> {
  const actors = idsOf(rows.map(({ actorId }) => actorId));
  const targets = idsOf(rows.map(({ targetId }) => targetId));
  const all = [...new Set([...actors, ...targets])];
  if (all.length === 0) return { people: new Map(), things: new Map() };
  const of = sql`clinic_id = ${scope.clinicId} and id = any(${asArray(targets)}::uuid[])`;
  const people = await named(
    scope,
    sql`select person_id id, name from auth.memberships
      where clinic_id = ${scope.clinicId} and person_id = any(${asArray(all)}::uuid[])`,
  );
  const rooms = await named(
    scope,
    sql`select d.id, r.name from tandem.displays d
      join tandem.rooms r on r.clinic_id = d.clinic_id and r.id = d.room_id
      where d.clinic_id = ${scope.clinicId} and d.id = any(${asArray(targets)}::uuid[])`,
  );
  const ownRooms = await named(scope, sql`select id, name from tandem.rooms where ${of}`);
  if (technical) return { people, things: new Map([...people, ...rooms, ...ownRooms]) };
  const protocols = await named(
    scope,
    sql`select id, name || ' v' || version as name from tandem.protocols where ${of}`,
  );
  const clients = await named(
    scope,
    sql`select id, family_name || ', ' || given_name as name from tandem.patients where ${of}`,
  );
  const sessions = await named(
    scope,
    sql`select s.id, p.family_name || ', ' || p.given_name || ' ' ||
        to_char(s.planned_at at time zone c.time_zone, 'YYYY-MM-DD') as name
      from tandem.sessions s
      join tandem.clinics c on c.id = s.clinic_id
      join tandem.patients p on p.clinic_id = s.clinic_id and p.id = s.patient_id
      where s.clinic_id = ${scope.clinicId} and s.id = any(${asArray(targets)}::uuid[])`,
  );
  const vials = await named(
    scope,
    sql`select id, drug || ', lot ' || lot as name from tandem.vials where ${of}`,
  );
  return {
    people,
    things: new Map([...people, ...rooms, ...ownRooms, ...protocols, ...clients, ...sessions, ...vials]),
  };
}

const idsOf = (ids: readonly (string | null)[]) => [
  ...new Set(ids.filter((id): id is string => id !== null)),
];
/** As PostgreSQL writes an array; ids hold nothing that would have to be quoted. */
const asArray = (ids: readonly string[]) => `{${ids.join(',')}}`;

async function named(scope: ClinicScope, query: ReturnType<typeof sql>): Promise<Map<string, string>> {
  const rows = await scope.tx.execute<Named & Record<string, unknown>>(query);
  return new Map([...rows].map(({ id, name }) => [id, name]));
}
