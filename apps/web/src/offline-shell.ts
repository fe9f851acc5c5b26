const AGAIN_MS = 20_000;

/**
 * Keeps the dashboard's own files on the device once the page stands, where the browser can. A connection that ends
 * while they come ends the attempt, and a room stays open for hours: it is tried again until it holds.
 */
export function keepShell(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  if (document.readyState === 'complete') register();
  else window.addEventListener('load', register, { once: true });
}

function register(): void {
  navigator.serviceWorker.register('/service-worker.js', { updateViaCache: 'none' }).then(
    // Some browsers that keep none answer with nothing.
    (made: ServiceWorkerRegistration | undefined) => {
      const worker = made?.installing;
      worker?.addEventListener('statechange', () => {
        if (worker.state === 'redundant' && navigator.serviceWorker.controller === null) again();
      });
    },
    again,
  );
}

// Without it everything works but a reload without a network.
const again = () => setTimeout(register, AGAIN_MS);
