import { backoffMs, type Scheduler } from '../data/scheduler.ts';

/** Saved a moment after typing stops, and this often while it goes on. */
const AFTER_IDLE_MS = 2_000;
const AT_LEAST_EVERY_MS = 15_000;

export interface Saved {
  readonly revision: number;
  readonly savedAt: string;
}

/** How the text that stands on the screen is kept. */
export type NoteState =
  /** All of it is on the server; null: there is nothing yet. */
  | { readonly type: 'saved'; readonly savedAt: string | null }
  | { readonly type: 'unsaved' }
  | { readonly type: 'saving' }
  /** Nobody answered: it is in this page alone, and sent again by itself. */
  | { readonly type: 'no-answer' }
  /** Sending the same again does not help: the sentence says what does. */
  | { readonly type: 'refused'; readonly sentence: string };

export interface NoteSaver {
  text(): string;
  state(): NoteState;
  type(text: string): void;
  /** At once: the window closes, or the network is back. */
  saveNow(): void;
  isSaved(): boolean;
  subscribe(listener: () => void): () => void;
}

export interface SaverParts {
  readonly begin: { readonly text: string; readonly revision: number; readonly savedAt: string | null };
  /** @throws what says why not */
  readonly send: (text: string, seenRevision: number) => Promise<Saved>;
  /** The sentence of a refusal; null where nobody answered, or it may be tried again. */
  readonly refusal: (error: unknown) => string | null;
  readonly scheduler: Scheduler;
  readonly random: () => number;
}

/**
 * Keeps one process note: in this page's memory while it is typed and on the server as soon as it answers. It is in no
 * storage of the browser, so what was not sent is gone with the page; the state says so until then.
 */
export function createNoteSaver({ begin, send, refusal, scheduler, random }: SaverParts): NoteSaver {
  let text = begin.text;
  let sentText = begin.text;
  let revision = begin.revision;
  let state: NoteState = { type: 'saved', savedAt: begin.savedAt };
  let sending = false;
  let attempts = 0;
  let waitingSinceMs: number | null = null;
  let cancel = () => {};
  const listeners = new Set<() => void>();

  function tell(next: NoteState): void {
    state = next;
    for (const listener of listeners) listener();
  }

  function arm(delayMs: number): void {
    cancel();
    cancel = scheduler.after(delayMs, () => void save());
  }

  async function save(): Promise<void> {
    cancel();
    // An empty note is no note: what was saved before stays as it was until there are words again.
    if (sending || text === sentText || text.trim() === '') return;
    const now = text;
    sending = true;
    tell({ type: 'saving' });
    try {
      const saved = await send(now, revision);
      attempts = 0;
      revision = saved.revision;
      sentText = now;
      waitingSinceMs = null;
      sending = false;
      if (text === sentText) tell({ type: 'saved', savedAt: saved.savedAt });
      else typed();
    } catch (error) {
      sending = false;
      const sentence = refusal(error);
      if (sentence !== null) {
        tell({ type: 'refused', sentence });
        return;
      }
      attempts += 1;
      tell({ type: 'no-answer' });
      arm(backoffMs(attempts, random));
    }
  }

  function typed(): void {
    const nowMs = scheduler.nowMs();
    waitingSinceMs ??= nowMs;
    if (state.type !== 'no-answer') tell({ type: 'unsaved' });
    arm(Math.max(0, Math.min(AFTER_IDLE_MS, waitingSinceMs + AT_LEAST_EVERY_MS - nowMs)));
  }

  return {
    text: () => text,
    state: () => state,
    type(next) {
      if (next === text) return;
      text = next;
      if (text === sentText && !sending) {
        cancel();
        waitingSinceMs = null;
        tell({ type: 'saved', savedAt: state.type === 'saved' ? state.savedAt : begin.savedAt });
      } else typed();
    },
    saveNow: () => void save(),
    isSaved: () => !sending && text === sentText,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
