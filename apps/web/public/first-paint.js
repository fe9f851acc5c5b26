// Runs before the bundle: the remembered theme of this device, so that nothing flashes.
// The colours are `bg` of src/ui/tokens.ts and of src/ui/daylight.css; tokens.test.ts holds them to it.
(() => {
  // The schema library asks the browser whether it may make programs out of text. It may not, and asking alone is
  // reported as a breach of the content security policy: so it is told before its first module runs.
  globalThis.__zod_globalConfig = { jitless: true };
  let mode = null;
  let daylight = false;
  let locked = false;
  const root = document.documentElement;
  try {
    mode = localStorage.getItem('tandem.theme');
    locked = localStorage.getItem('tandem.locked') !== null;
    daylight = JSON.parse(localStorage.getItem('tandem.device') ?? '{}')?.daylight === true;
  } catch {
    // Storage can be blocked, or hold something else; the page then follows the device's own setting.
  }
  // Locked by somebody, and not known yet by whom: nothing is to be read until that is clear.
  if (locked && location.pathname !== '/sign-in') root.setAttribute('data-locked', '');
  // A screen on a wall is dim, whatever else this device is used for.
  if (location.pathname === '/display') mode = 'dark';
  const dim = mode ? mode === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  root.setAttribute('data-mantine-color-scheme', dim ? 'dark' : 'light');
  root.toggleAttribute('data-daylight', daylight);
  root.style.backgroundColor = dim ? '#100F0E' : daylight ? '#FFFFFF' : '#F6F6F3';
  // The bar of the system around an installed page.
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', root.style.backgroundColor);
})();
