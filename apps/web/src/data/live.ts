import type { Me } from '@tandem/wire';
import { setClockOffset } from './clock.ts';
import { createLive, type Live } from './create-live.ts';
import { sendEntry } from './entry-transport.ts';
import { createOutbox } from './outbox.ts';
import { databaseShelf } from './outbox-database.ts';
import { browserTabs } from './outbox-tabs.ts';
import type { Outbox } from './outbox-types.ts';
import { onPageEvents } from './page-events.ts';
import { browserScheduler } from './scheduler.ts';

export interface LiveEvents {
  /** The server says that the login has ended. */
  signedOut(): void;
  /** Rights changed or the database was restored: who is this, in which role, on which database? */
  askWhoAgain(): void;
}
let events: LiveEvents = { signedOut() {}, askWhoAgain() {} };

/** Set once, by the router. */
export function onLiveEvents(handlers: LiveEvents): void {
  events = handlers;
}

/** One outbox for the life of the page: it outlives a login, a role and a restored database. */
export const outbox: Outbox = createOutbox({
  send: async (item) => {
    const outcome = await sendEntry(item);
    if (outcome.type === 'signed-out') events.signedOut();
    if (outcome.type === 'other-epoch') events.askWhoAgain();
    return outcome;
  },
  shelf: databaseShelf(),
  scheduler: browserScheduler,
  random: Math.random,
  tabs: browserTabs(),
});

let current: { readonly key: string; readonly live: Live } | null = null;

/** The live part for this person; another person, role or database closes the one before. */
export function liveFor(me: Me): Live {
  const key = `${me.person.id} ${me.role} ${me.epoch} ${me.clinic.offlineMode}`;
  if (current?.key === key && !loginEnded(current.live)) return current.live;
  current?.live.close();
  const live = createLive(me, outbox, () => events.askWhoAgain());
  live.socket.subscribe(() => heed(live));
  current = { key, live };
  const { person, clinic, role, epoch } = me;
  const { offlineMode } = clinic;
  outbox.speakAs({ personId: person.id, name: person.name, clinicId: clinic.id, role, epoch, offlineMode });
  // So that the browser does not clear what waits here for want of space.
  void navigator.storage?.persist?.();
  return live;
}

/** Nobody is signed in any more. What is not sent stays until its author is back. */
export function endLive(): void {
  current?.live.close();
  current = null;
  outbox.speakAs(null);
}

function loginEnded({ socket }: Live): boolean {
  const state = socket.state();
  return state.type === 'stopped' && state.reason === 'login-ended';
}

function heed({ socket, me }: Live): void {
  const state = socket.state();
  if (state.type === 'stopped' && state.reason === 'login-ended') events.signedOut();
  if (state.type !== 'live') return;
  setClockOffset(state.clockOffsetMs);
  outbox.retryNow();
  // A restored database: what was folded here may no longer be in the log. The new epoch reads it all again.
  if (state.epoch !== me.epoch) events.askWhoAgain();
}

onPageEvents({
  online() {
    current?.live.socket.retryNow();
    outbox.retryNow();
  },
  woke(frozen) {
    current?.live.socket.woke(frozen);
    outbox.retryNow();
  },
  used: () => current?.live.used(),
  // What is on the disk survives; closing the page would lose the rest.
  mustStay: () => outbox.keeping().pageOnly > 0,
});
