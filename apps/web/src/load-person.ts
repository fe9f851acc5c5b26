import { spoken } from './words/language.ts';

/** The person's own dialog: in a room fetched ahead, so that it opens when there is no network. */
export const loadPerson = async () => spoken(await import('./person-dialog.tsx'));
