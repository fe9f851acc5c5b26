import { createHash } from 'node:crypto';
import {
  type AuditAction,
  actionsIn,
  canonicalJson,
  formatInstant,
  may,
  technicalActions,
} from '@tandem/domain';
import type { AuditFilter, AuditItem, AuditReply, AuditSearch } from '@tandem/wire';
import { type SQL, sql } from 'drizzle-orm';
import type { Login } from '../auth/login.ts';
import type { ClinicScope } from '../db/clinic-scope.ts';
import { refused } from '../refusal-error.ts';
import { aboutOf } from './about.ts';

/** Counted no further: more is said as "over 10,000". */
const MOST_COUNTED = 10_000;

/** A row as it is kept. */
export interface AuditRow {
  readonly id: string;
  readonly atMs: number;
  readonly actorId: string | null;
  readonly actorRole: AuditItem['actorRole'];
  readonly action: string;
  readonly outcome: string;
  readonly targetId: string | null;
  readonly detail: AuditItem['detail'];
}

/**
 * Newest first. Who asks decides what is there: a lead the whole clinic, a physician their own acts and those about
 * sessions whose team they are on, others their own acts.
 * @param technical for an admin: events of the installation alone, without a client in them
 * @throws RefusalError on a cursor of another search
 */
export async function searchAudit(
  scope: ClinicScope,
  login: Login,
  { cursor, limit = 50, ...filter }: AuditSearch,
  technical: boolean,
): Promise<AuditReply> {
  const key = createHash('sha256')
    .update(canonicalJson([scope.clinicId, filter, technical]))
    .digest('base64url')
    .slice(0, 16);
  const where = conditions(scope, login, filter, technical);
  const from = cursor === undefined ? null : placeOf(cursor, key);
  const rows = await readRows(scope, from === null ? where : [...where, after(from)], limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const total = await scope.tx.execute<{ n: number }>(sql`
    select count(*)::int n from (
      select 1 from tandem.audit a where ${sql.join(where, sql` and `)} limit ${MOST_COUNTED}
    ) counted`);
  return {
    items: await itemsOf(scope, page, technical),
    nextCursor: rows.length > limit && last !== undefined ? cursorOf(last, key) : null,
    total: total[0]?.n ?? 0,
  };
}

/** All that matches, newest first, in pages, for a file. */
export async function* allOfAudit(
  scope: ClinicScope,
  login: Login,
  filter: AuditFilter,
  technical: boolean,
  pageSize: number,
): AsyncGenerator<AuditItem[]> {
  const where = conditions(scope, login, filter, technical);
  let from: Pick<AuditRow, 'atMs' | 'id'> | null = null;
  for (;;) {
    const rows: AuditRow[] = await readRows(scope, from === null ? where : [...where, after(from)], pageSize);
    if (rows.length > 0) yield await itemsOf(scope, rows, technical);
    if (rows.length < pageSize) return;
    from = rows.at(-1) as AuditRow;
  }
}

function conditions(scope: ClinicScope, login: Login, filter: AuditFilter, technical: boolean): SQL[] {
  const day = sql`(a.at at time zone ${login.timeZone})::date`;
  const { from, to, personId, targetId, groups, outcome } = filter;
  return [
    sql`a.clinic_id = ${scope.clinicId}`,
    visibleTo(login, technical),
    ...(from === undefined ? [] : [sql`${day} >= ${from}::date`]),
    ...(to === undefined ? [] : [sql`${day} <= ${to}::date`]),
    ...(personId === undefined ? [] : [sql`a.actor_id = ${personId}`]),
    ...(targetId === undefined ? [] : [sql`a.target_id = ${targetId}`]),
    // What was refused is named by its permission and is in every group.
    ...(groups === undefined ? [] : [oneOf(actionsIn(groups, technical))]),
    ...(outcome === undefined
      ? []
      : [outcome === 'other' ? sql`a.outcome not in ('done', 'denied')` : sql`a.outcome = ${outcome}`]),
  ];
}

function visibleTo({ personId, role }: Login, technical: boolean): SQL {
  if (technical) return sql`(${oneOf(technicalActions)} or a.outcome = 'denied')`;
  if (may(role, 'audit.read', { relation: 'any' })) return sql`true`;
  const own = sql`a.actor_id = ${personId}`;
  if (!may(role, 'audit.read', { relation: 'team' })) return own;
  return sql`(${own} or exists (
    select from tandem.session_people p
    where p.clinic_id = a.clinic_id and p.session_id = a.target_id and p.person_id = ${personId}
  ))`;
}

function oneOf(actions: readonly AuditAction[]): SQL {
  if (actions.length === 0) return sql`false`;
  return sql`a.action in (${sql.join(
    actions.map((action) => sql`${action}`),
    sql`, `,
  )})`;
}

const after = ({ atMs, id }: Pick<AuditRow, 'atMs' | 'id'>): SQL =>
  sql`(a.at, a.id) < (to_timestamp(${atMs / 1000}::float8)::timestamptz(3), ${id}::bigint)`;

async function readRows(scope: ClinicScope, where: readonly SQL[], limit: number): Promise<AuditRow[]> {
  const rows = await scope.tx.execute<AuditRow & Record<string, unknown>>(sql`
    select a.id::text, (extract(epoch from a.at) * 1000)::float8 "atMs", a.actor_id "actorId",
      a.actor_role "actorRole", a.action, a.outcome, a.target_id "targetId", a.detail
    from tandem.audit a where ${sql.join([...where], sql` and `)}
    order by a.at desc, a.id desc limit ${limit}`);
  return [...rows];
}

async function itemsOf(
  scope: ClinicScope,
  rows: readonly AuditRow[],
  technical: boolean,
): Promise<AuditItem[]> {
  const { people, things } = await aboutOf(scope, rows, technical);
  return rows.map(({ atMs, ...row }) => ({
    ...row,
    at: formatInstant(atMs),
    actorName: row.actorId === null ? null : (people.get(row.actorId) ?? null),
    about: row.targetId === null ? null : (things.get(row.targetId) ?? null),
  }));
}

function cursorOf({ atMs, id }: AuditRow, key: string): string {
  return Buffer.from(JSON.stringify([key, atMs, id])).toString('base64url');
}

function placeOf(cursor: string, key: string): Pick<AuditRow, 'atMs' | 'id'> {
  try {
    const [of, atMs, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [
      string,
      number,
      string,
    ];
    if (of === key && Number.isFinite(atMs) && /^\d{1,18}$/.test(id)) return { atMs, id };
  } catch {
    // Falls through: whatever it was, it is no cursor of ours.
  }
  throw refused('invalid', {
    field: 'cursor',
    detail: 'This page belongs to another search. Start again from the first page.',
  });
}
