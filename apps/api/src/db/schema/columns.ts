import { customType, pgSchema, timestamp } from 'drizzle-orm/pg-core';

/** What the tables are made of. */

export const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });
export const time = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

export const tandem = pgSchema('tandem');
export const auth = pgSchema('auth');
