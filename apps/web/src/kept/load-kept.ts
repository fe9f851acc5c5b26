/** The list of what waits here: fetched ahead, so that it opens when there is no network. */
export const loadKept = () => import('./kept-dialog.tsx');
