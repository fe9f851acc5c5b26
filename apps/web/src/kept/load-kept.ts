import { spoken } from '../words/language.ts';

/** The list of what waits here: fetched ahead, so that it opens when there is no network. */
export const loadKept = async () => spoken(await import('./kept-dialog.tsx'));
