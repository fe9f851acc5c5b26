import { createHash } from 'node:crypto';
import { canonicalJson } from '@tandem/domain';
import type { PastSearch, PastSort } from '@tandem/wire';
import { type SQL, sql } from 'drizzle-orm';
import { sessionFigures as figures, patients, sessions } from '../db/schema.ts';
import { refused } from '../refusal-error.ts';

/** What a list is sorted by: then by when a session was planned for, then by id, so that every row has one place. */
export interface Order {
  readonly key: SQL<string | number | null>;
  readonly by: SQL;
  /** Binds a cursor to its search. */
  readonly mark: string;
  readonly up: boolean;
  readonly isText: boolean;
}

/** Greater than any figure: what is not known stands last. */
const LAST = 2_147_483_647;

export function orderOf({ cursor: _, limit: __, ...search }: PastSearch, clinicId: string): Order {
  const { sort = 'date', up = false } = search;
  const mark = createHash('sha256')
    .update(canonicalJson([clinicId, search]))
    .digest('base64url')
    .slice(0, 16);
  const key = keyOf(sort, up);
  const way = up ? sql`asc` : sql`desc`;
  const own = sort === 'date' ? sql`` : sql`${key} ${way}, `;
  return {
    key,
    by: sql`${own}${sessions.plannedAt} ${way}, ${sessions.id} ${way}`,
    mark,
    up,
    isText: sort === 'client',
  };
}

function keyOf(sort: PastSort, up: boolean): SQL<string | number | null> {
  const unknown = up ? LAST : -1;
  switch (sort) {
    case 'date':
      return sql<null>`null`;
    case 'client':
      return sql<string>`lower(${patients.familyName} || ', ' || ${patients.givenName})`;
    case 'dose':
      return sql<number>`coalesce(${figures.doseMicrograms}, ${unknown})::float8`;
    case 'peak':
      return sql<number>`coalesce(${figures.peakSystolic}, ${unknown})::float8`;
    case 'notices':
      // One High weighs more than any number of Medium.
      return sql<number>`coalesce(${figures.noticesHigh} * 10000 + ${figures.noticesMedium}, ${unknown})::float8`;
  }
}

export interface Place {
  readonly key: string | number | null;
  readonly plannedAt: Date;
  readonly id: string;
}

export function cursorOf({ mark }: Order, { key, plannedAt, id }: Place): string {
  return Buffer.from(JSON.stringify([mark, key, plannedAt.toISOString(), id])).toString('base64url');
}

/** What follows a cursor. @throws RefusalError on one of another search */
export function after(order: Order, cursor: string): SQL {
  const [key, plannedAt, id] = placeOf(order, cursor);
  const than = order.up ? sql`>` : sql`<`;
  if (key === null)
    return sql`(${sessions.plannedAt}, ${sessions.id}) ${than} (${plannedAt}::timestamptz, ${id}::uuid)`;
  const value = order.isText ? sql`${key}::text` : sql`${key}::float8`;
  return sql`(${order.key}, ${sessions.plannedAt}, ${sessions.id}) ${than} (${value}, ${plannedAt}::timestamptz, ${id}::uuid)`;
}

function placeOf({ mark }: Order, cursor: string): [string | number | null, string, string] {
  try {
    const [of, key, plannedAt, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    const isKey = key === null || typeof key === 'string' || typeof key === 'number';
    if (
      of === mark &&
      isKey &&
      !Number.isNaN(Date.parse(plannedAt as string)) &&
      /^[0-9a-f-]{36}$/.test(id as string)
    )
      return [key, plannedAt as string, id as string];
  } catch {
    // Falls through: whatever it was, it is no cursor of ours.
  }
  throw refused('invalid', {
    field: 'cursor',
    detail: 'This page belongs to another search. Start again from the first page.',
  });
}
