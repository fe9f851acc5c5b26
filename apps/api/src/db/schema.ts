/**
 * The tables as typed queries see them. The migrations are the truth: db/schema.pg.test.ts fails when a column
 * here and in the database differ.
 */

export * from './schema/accounts.ts';
export * from './schema/clients.ts';
export * from './schema/clinic.ts';
export * from './schema/courses.ts';
export * from './schema/displays.ts';
export * from './schema/figures.ts';
export * from './schema/record.ts';
export * from './schema/sessions.ts';
export * from './schema/vials.ts';
