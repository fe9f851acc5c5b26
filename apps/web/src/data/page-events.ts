export interface PageHandlers {
  /** The network is back. */
  online(): void;
  /** Someone looks at this page again. `frozen`: the browser says that it did not run meanwhile. */
  woke(frozen: boolean): void;
  /** A person touched this page. */
  used(): void;
  /** True while leaving now would lose something. */
  mustStay(): boolean;
}

/** What the browser tells about this page as a whole. */
export function onPageEvents({ online, woke, used, mustStay }: PageHandlers): void {
  window.addEventListener('online', online);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') woke(false);
  });
  window.addEventListener('pageshow', ({ persisted }) => woke(persisted));
  document.addEventListener('resume', () => woke(true));
  // A pointer that merely moves may be a sleeve: touching, typing and scrolling are use.
  for (const touch of ['pointerdown', 'keydown', 'wheel'])
    document.addEventListener(touch, used, { capture: true, passive: true });
  window.addEventListener('beforeunload', (event) => {
    if (mustStay()) event.preventDefault();
  });
}
