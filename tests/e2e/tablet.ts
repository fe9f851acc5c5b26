import { type BrowserContext, expect, type Page } from '@playwright/test';
import { type LiveLine, tapLiveLine } from './live-line.ts';
import { answerGate, enterRoom, type MadeSession, makeSession, startSession } from './made-session.ts';

/** An entry as the server gives it out. */
export interface Stored {
  readonly id: string;
  readonly kind: string;
  readonly seq: number;
  readonly happenedAt: string;
  readonly recordedAt: string;
  readonly author: { readonly name: string; readonly role: string };
  readonly data: Record<string, unknown>;
  readonly context: {
    readonly offline?: boolean;
    readonly asOf?: string;
    readonly adoptedFrom?: object;
  } | null;
}

/** The save state of a room while so much is not stored yet. */
export const kept = (page: Page, count: number) =>
  page.getByRole('status').filter({ hasText: `${count} ${count === 1 ? 'entry' : 'entries'} kept here` });

/** What people recorded in a session, as a fresh reader finds it in the log. */
export async function recordedIn(page: Page, { id }: Pick<MadeSession, 'id'>): Promise<Stored[]> {
  const reply = await page.request.get(`${process.env.TANDEM_URL}/api/sessions/${id}/entries?after=0`);
  const { entries } = (await reply.json()) as { entries: Stored[] };
  const steps = ['planned', 'started', 'checklist'];
  return entries.filter(({ kind }) => !steps.includes(kind));
}

/** A running room of its own, with its line to the server in the test's hands. */
export async function tabletInRoom(page: Page): Promise<{ session: MadeSession; live: LiveLine }> {
  const session = await makeSession(page);
  await startSession(page, session);
  await answerGate(page, session);
  const live = await tapLiveLine(page);
  await enterRoom(page, session);
  await expect(page.getByText(/^Complete to #\d+$/)).toBeVisible();
  return { session, live };
}

/**
 * Once the dashboard's own files lie on the device.
 * @throws saying how far it came: nothing registered, still being filled with so many files, or waiting
 */
export async function shellKept(page: Page): Promise<void> {
  const state = () =>
    page.evaluate(async () => {
      if (navigator.serviceWorker.controller !== null) return 'kept';
      const made = await navigator.serviceWorker.getRegistration();
      if (made === undefined) return 'nothing registered';
      const files = [];
      for (const name of await caches.keys()) files.push(...(await (await caches.open(name)).keys()));
      const worker = made.installing ?? made.waiting ?? made.active;
      return `${worker?.state} with ${files.length} files`;
    });
  await expect.poll(state, { timeout: 40_000 }).toBe('kept');
}

export async function goOffline(context: BrowserContext, live: LiveLine): Promise<void> {
  live.cut = true;
  await context.setOffline(true);
}

export async function goOnline(context: BrowserContext, live: LiveLine): Promise<void> {
  live.cut = false;
  await context.setOffline(false);
}

/** How many entries lie on this device, of anybody: read beside the page, in the browser's own database. */
export function onDevice(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('tandem-outbox');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const counting = db.transaction('items').objectStore('items').count();
          counting.onerror = () => reject(counting.error);
          counting.onsuccess = () => {
            db.close();
            resolve(counting.result);
          };
        };
      }),
  );
}

/** What waits on this device, opened from the person's menu. */
export async function showKept(page: Page) {
  await page.getByRole('navigation').getByRole('button').last().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Show' }).click();
  const dialog = page.getByRole('dialog', { name: 'Kept on this device' });
  await dialog.waitFor();
  return dialog;
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('button').last().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
  await page.getByLabel('Email').waitFor();
}
