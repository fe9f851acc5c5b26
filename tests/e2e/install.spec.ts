import { expect } from '@playwright/test';
import { enterRoom, makeSession, startSession } from './made-session.ts';
import { longTest, signIn } from './people.ts';

longTest(
  'a tablet can install the dashboard; its screen stays on while a session runs, also after it was away',
  async ({ browser }) => {
    const page = await signIn(browser, 'physician');
    const devtools = await page.context().newCDPSession(page);
    const { errors } = await devtools.send('Page.getAppManifest');
    const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
    // The pages of these tests are private windows, which install nothing: all else that is asked of a page holds.
    const inTheWay = installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito');
    expect({ errors, inTheWay }).toEqual({ errors: [], inTheWay: [] });
    for (const icon of [
      '/icon-192.png',
      '/icon-512.png',
      '/icon-maskable-512.png',
      '/apple-touch-icon.png',
    ]) {
      const reply = await page.request.get(icon);
      expect([icon, reply.status(), reply.headers()['content-type']]).toEqual([icon, 200, 'image/png']);
    }

    // Beside the browser's own lock, which no page can look at.
    await page.addInitScript(() => {
      const own = navigator.wakeLock.request.bind(navigator.wakeLock);
      const locks: WakeLockSentinel[] = [];
      navigator.wakeLock.request = async (type) => {
        const lock = await own(type);
        locks.push(lock);
        return lock;
      };
      Object.assign(window, { locks });
    });
    const held = () =>
      page.evaluate(() =>
        (window as never as { locks: WakeLockSentinel[] }).locks.map(({ released }) =>
          released ? 'off' : 'on',
        ),
      );
    const session = await makeSession(page);
    await page.reload();
    await enterRoom(page, session);
    expect(await held(), 'a planned session holds no screen').toEqual([]);
    await startSession(page, session);
    await expect.poll(held).toEqual(['on']);
    const other = await page.context().newPage();
    await other.bringToFront();
    await page.bringToFront();
    await page.getByRole('link', { name: 'Today', exact: true }).click();
    await expect.poll(async () => (await held()).includes('on')).toBe(false);
  },
);
