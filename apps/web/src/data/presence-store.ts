import type { PresentPerson, Writing } from '@tandem/wire';
import type { Outbox } from './outbox-types.ts';
import type { Scheduler } from './scheduler.ts';
import type { SessionSocket } from './session-socket.ts';
import type { OwnPresence } from './socket-states.ts';

/** Changes of one moment are told together: an entry that is stored at once is never told as waiting. */
const GATHER_MS = 300;
/** Nobody writes who has not touched a key for so long. */
const WRITES_FOR_MS = 5_000;
/** Use of the page is told at most this often; the others see "active" for 60 s. */
const USED_EVERY_MS = 30_000;

/** Who was here and is not told of any more stays in sight, greyed, for so long. */
const GONE_FOR_MS = 30 * 60_000;

/** Somebody who has this session open, or had it a while ago (`gone`): a device that went silent says no goodbye. */
export type SeenPerson = PresentPerson & { readonly gone?: true };

/** Who is in one session's room, and what they see of this screen. Lives beside the session store: it is no record. */
export interface PresenceStore {
  /** As the server told last, and behind them who was here before; the same array until it tells again. */
  people(): readonly SeenPerson[];
  subscribe(listener: () => void): () => void;
  /** A key was touched while this kind is being written; null: nothing is any more. Never the text. */
  writes(writing: Writing | null): void;
  /** A person touched this page. */
  used(): void;
  close(): void;
}

export interface PresenceParts {
  readonly sessionId: string;
  readonly socket: Pick<SessionSocket, 'onPresence' | 'present'>;
  readonly outbox: Pick<Outbox, 'items' | 'subscribe'>;
  readonly scheduler: Scheduler;
  readonly personId: string;
}

export function createPresenceStore({
  sessionId,
  socket,
  outbox,
  scheduler,
  personId,
}: PresenceParts): PresenceStore {
  let people: readonly SeenPerson[] = [];
  let writing: Writing | null = null;
  let told: OwnPresence = { writing: null, pending: 0 };
  // Following a session counts as use, and that has just been asked for.
  let toldAtMs = scheduler.nowMs();
  let cancelTelling: (() => void) | null = null;
  let cancelPause = () => {};
  const listeners = new Set<() => void>();

  function goneOf(before: readonly SeenPerson[], next: readonly PresentPerson[]): SeenPerson[] {
    return before
      .filter(({ id }) => id !== personId && !next.some((person) => person.id === id))
      .filter((person) => scheduler.nowMs() - Date.parse(person.lastSeenAt) < GONE_FOR_MS)
      .map((person) => ({ ...person, writing: null, pending: 0, gone: true }));
  }

  function waiting(): number {
    return outbox
      .items()
      .filter((item) => item.sessionId === sessionId && item.author.personId === personId)
      .filter(({ status }) => status !== 'stored').length;
  }

  function tell(): void {
    told = { writing, pending: waiting() };
    toldAtMs = scheduler.nowMs();
    socket.present(sessionId, told);
  }

  function tellSoon(): void {
    cancelTelling ??= scheduler.after(GATHER_MS, () => {
      cancelTelling = null;
      if (told.writing !== writing || told.pending !== waiting()) tell();
    });
  }

  function writes(next: Writing | null): void {
    cancelPause();
    if (next !== null) cancelPause = scheduler.after(WRITES_FOR_MS, () => writes(null));
    if (next === writing) return;
    writing = next;
    tellSoon();
  }

  const stopListening = socket.onPresence(sessionId, (next) => {
    const gone = goneOf(people, next);
    people = gone.length === 0 ? next : [...next, ...gone];
    for (const listener of listeners) listener();
  });
  const stopCounting = outbox.subscribe(() => {
    if (told.pending !== waiting()) tellSoon();
  });
  // What an earlier page of this device left behind waits here too.
  if (waiting() > 0) tellSoon();

  return {
    people: () => people,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    writes,
    used() {
      if (scheduler.nowMs() - toldAtMs >= USED_EVERY_MS) tell();
    },
    close() {
      cancelTelling?.();
      cancelPause();
      stopListening();
      stopCounting();
      listeners.clear();
    },
  };
}
