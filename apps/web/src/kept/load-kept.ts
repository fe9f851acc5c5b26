import { speakInRoom } from '../words/language.ts';

/** The list of what waits here: fetched ahead, so that it opens when there is no network. */
export async function loadKept() {
  const dialog = await import('./kept-dialog.tsx');
  await speakInRoom(dialog.english);
  return dialog;
}
