/** What the tabs of one browser share of the outbox: one sends at a time, and each tells the others of changes. */
export interface Tabs {
  /** Runs `task` while no other tab runs one of this name. */
  exclusively<Result>(name: string, task: () => Promise<Result>): Promise<Result>;
  changed(): void;
  onChange(listener: () => void): void;
}

/** No other tabs: for tests, and where the browser knows neither locks nor channels. */
export const alone: Tabs = { exclusively: (_, task) => task(), changed() {}, onChange() {} };

/** A tab that sleeps with the lock in its hand must not hold up the one in front of somebody. */
const WAIT_FOR_LOCK_MS = 15_000;

export function browserTabs(): Tabs {
  // Both exist on https and on this computer alone; elsewhere the server's ids still let nothing be stored twice.
  if (!('locks' in navigator) || typeof BroadcastChannel === 'undefined') return alone;
  const channel = new BroadcastChannel('tandem-outbox');
  return {
    async exclusively(name, task) {
      let held = false;
      const signal = AbortSignal.timeout(WAIT_FOR_LOCK_MS);
      try {
        return await navigator.locks.request(`tandem-outbox ${name}`, { signal }, () => {
          held = true;
          return task();
        });
      } catch (error) {
        if (held) throw error;
        return task();
      }
    },
    changed: () => channel.postMessage('changed'),
    onChange: (listener) => channel.addEventListener('message', listener),
  };
}
