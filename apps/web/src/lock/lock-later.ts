/** Long before a screen that was just touched could lock. */
const LATER_MS = 20_000;
const RECENT_MS = 60_000;

let matters = (): void => {};
const asked = new Promise<void>((done) => {
  matters = done;
});

/** Resolves when the lock has to be there: at once on a device that is locked or was left alone, else a little later. */
export function whenLockMatters(): Promise<void> {
  return Promise.race([asked, new Promise<void>((done) => setTimeout(done, isInUse() ? LATER_MS : 0))]);
}

/** A client is about to be given this screen: the lock has to be there before it comes back. */
export function lockMattersNow(): void {
  matters();
}

/** Somebody has signed in here: a touch of a device that may have slept for days, and the end of an older lock. */
export function openForSignIn(): void {
  try {
    for (const key of ['tandem.used', 'tandem.locked']) localStorage.removeItem(key);
  } catch {
    // Blocked: nothing was kept there.
  }
}

function isInUse(): boolean {
  try {
    const used = localStorage.getItem('tandem.used');
    const isRecent = used === null || Date.now() - Number(used) < RECENT_MS;
    return isRecent && localStorage.getItem('tandem.locked') === null;
  } catch {
    return true;
  }
}
