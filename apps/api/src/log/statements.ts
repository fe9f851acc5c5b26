import type { PendingQuery, ReservedSql, Row } from 'postgres';

/** Puts a statement on the wire now; a query of the driver is otherwise sent when it is awaited. */
export function sent<T extends readonly (Row | undefined)[]>(query: PendingQuery<T>): PendingQuery<T> {
  return query.execute() as PendingQuery<T>;
}

export function enterClinic(tx: ReservedSql, clinicId: string) {
  return tx`select set_config('tandem.clinic_id', ${clinicId}, true)`;
}

export function groupBy<T>(items: readonly T[], keyOfItem: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOfItem(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
