// Runs before the bundle: the remembered theme of this device, so that nothing flashes.
// The two colours are `bg` of src/ui/tokens.ts; tokens.test.ts holds them to it.
(() => {
  let mode = null;
  try {
    mode = localStorage.getItem('tandem.theme');
  } catch {
    // Storage can be blocked; the page then follows the device's own setting.
  }
  const dim = mode ? mode === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  const root = document.documentElement;
  root.setAttribute('data-mantine-color-scheme', dim ? 'dark' : 'light');
  root.style.backgroundColor = dim ? '#100F0E' : '#F6F6F3';
  // The bar of the system around an installed page.
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', root.style.backgroundColor);
})();
