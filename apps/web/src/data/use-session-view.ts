import { useEffect, useSyncExternalStore } from 'react';
import { useLive } from './live-hooks.ts';
import { createSessionStore, type SessionView } from './session-store.ts';

/** A session as it happens: follows it while the caller is on the screen. */
export function useSessionView(sessionId: string): SessionView {
  const live = useLive();
  useEffect(() => live.hold(sessionId), [live, sessionId]);
  const store = live.storeOf(sessionId, createSessionStore);
  return useSyncExternalStore(store.subscribe, store.view);
}
