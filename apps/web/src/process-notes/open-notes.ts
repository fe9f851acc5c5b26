import type { ProcessNote } from '@tandem/wire';
import { NoAnswerError, ProblemError } from '../data/api.ts';
import { sentenceOf } from '../data/failure.ts';
import { browserScheduler } from '../data/scheduler.ts';
import { createNoteSaver, type NoteSaver } from './note-saver.ts';
import { saveOwnNote } from './process-note-calls.ts';

/**
 * Notes that were opened in this page, by author and by the note or the session that was asked for: a window that is closed goes on saving, and opened again
 * it shows what was typed. In memory alone, and gone with the page.
 */
const opened = new Map<string, NoteSaver>();

const keyOf = (personId: string, about: string) => `${personId} ${about}`;

/** The note of this window, if what was typed in it is not on the server yet. */
export function unsavedNote(personId: string, about: string): NoteSaver | null {
  const saver = opened.get(keyOf(personId, about));
  return saver?.isSaved() === false ? saver : null;
}

export function hasUnsavedNotes(personId: string): boolean {
  return [...opened].some(([key, saver]) => key.startsWith(`${personId} `) && !saver.isSaved());
}

/** @param note as it was read; null for a new one */
export function openNote(
  { personId, epoch, about }: { readonly personId: string; readonly epoch: string; readonly about: string },
  sessionId: string,
  note: ProcessNote | null,
): NoteSaver {
  const id = note?.id ?? crypto.randomUUID();
  const editId = crypto.randomUUID();
  const saver = createNoteSaver({
    begin: {
      text: note?.text ?? '',
      revision: note?.revision ?? 0,
      savedAt: note?.savedAt ?? null,
    },
    send: (text, seenRevision) => saveOwnNote(id, { sessionId, text, editId, seenRevision }, epoch),
    refusal: (error) => (triesAgain(error) ? null : sentenceOf(error)),
    scheduler: browserScheduler,
    random: Math.random,
  });
  opened.set(keyOf(personId, about), saver);
  listen();
  return saver;
}

function triesAgain(error: unknown): boolean {
  return error instanceof NoAnswerError || (error instanceof ProblemError && error.problem.retryable);
}

let listens = false;
/** From the first note on: the network that comes back sends, and a page with unsaved words asks before it goes. */
function listen(): void {
  if (listens) return;
  listens = true;
  window.addEventListener('online', () => {
    for (const saver of opened.values()) saver.saveNow();
  });
  window.addEventListener('beforeunload', (event) => {
    if ([...opened.values()].some((saver) => !saver.isSaved())) event.preventDefault();
  });
}
