import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, expect } from '@playwright/test';
import { launchArgs } from '../../scripts/lib/browser.mjs';

/** A tablet of its own: a browser with a profile on the disk, which can be killed and started again. */
export class OwnBrowser {
  private readonly dir = mkdtempSync(join(tmpdir(), 'tandem-tablet-'));
  private child: ChildProcess | null = null;

  /** Starts it, on what an earlier run left in its profile. */
  async start(): Promise<BrowserContext> {
    const portFile = join(this.dir, 'DevToolsActivePort');
    rmSync(portFile, { force: true });
    const args = [...launchArgs(), '--headless', '--remote-debugging-port=0', `--user-data-dir=${this.dir}`];
    this.child = spawn(process.env.CHROMIUM as string, [...args, 'about:blank'], {
      stdio: 'ignore',
      detached: true,
    });
    await expect.poll(() => existsSync(portFile) && readFileSync(portFile, 'utf8').includes('\n')).toBe(true);
    const [port] = readFileSync(portFile, 'utf8').split('\n');
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    return browser.contexts()[0] as BrowserContext;
  }

  /** As when the battery is gone: nothing is asked, nothing is written any more. */
  async kill(): Promise<void> {
    const { child } = this;
    this.child = null;
    if (child === null) return;
    const ended = new Promise((resolve) => child.once('close', resolve));
    // The whole group: a browser is many processes, and each of them writes into the profile.
    process.kill(-(child.pid as number), 'SIGKILL');
    await ended;
  }

  /** What was killed may still hold a file for a moment: asked again until the profile is gone. */
  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.dir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}
