import { type DisplayView, displayViewSchema, STALE_AFTER_MS, shownCodeSchema } from '@tandem/wire';
import { useEffect, useState } from 'react';
import { ProblemError, refusedAs } from '../data/api.ts';
import { setClockOffset } from '../data/clock.ts';
import { askWall, newWallCode } from './wall-calls.ts';

/** Twice and a half within the 5 seconds after which a screen has to say that it is not current. */
const EVERY_MS = 2_000;

export interface Wall {
  /** As last answered; null before the first answer. */
  readonly view: DisplayView | null;
  /** When the question was sent that `view` answers: what it says was so then. Device clock. */
  readonly askedAtMs: number;
  /** Another answer is not overdue. */
  readonly isCurrent: boolean;
  /** It was paired with a room before. */
  readonly wasPaired: boolean;
}

/** Asks what to show, again and again, and for a code where there is nothing to show (decision 0012). */
export function useView(): Wall {
  const [wall, setWall] = useState<Wall>({
    view: null,
    askedAtMs: Date.now(),
    isCurrent: true,
    wasPaired: false,
  });
  useEffect(() => {
    let ended = false;
    let overdue = 0;
    const waitForAnswer = (ms: number) => {
      window.clearTimeout(overdue);
      overdue = window.setTimeout(() => setWall((now) => ({ ...now, isCurrent: false })), ms);
    };
    async function run(): Promise<void> {
      waitForAnswer(STALE_AFTER_MS);
      while (!ended) {
        const sentAt = performance.now();
        const askedAtMs = Date.now();
        const { view, waitMs } = await ask();
        if (ended) return;
        if (view !== null) {
          const late = performance.now() - sentAt;
          setClockOffset(Date.now() - Date.parse(view.serverTime));
          setWall(({ wasPaired, view: before }) => ({
            view,
            askedAtMs,
            isCurrent: late < STALE_AFTER_MS,
            wasPaired: wasPaired || (before !== null && before.shows !== 'code'),
          }));
          waitForAnswer(Math.max(0, STALE_AFTER_MS - late));
        }
        await new Promise((go) => setTimeout(go, Math.max(waitMs, sentAt + EVERY_MS - performance.now())));
      }
    }
    void run();
    return () => {
      ended = true;
      window.clearTimeout(overdue);
    };
  }, []);
  return wall;
}

/** One question. A screen without a login asks for a code, and is answered with it at once. */
async function ask(): Promise<{ readonly view: DisplayView | null; readonly waitMs: number }> {
  try {
    return { view: await askWall(displayViewSchema), waitMs: 0 };
  } catch (error) {
    if (refusedAs(error) !== 'not-signed-in') return { view: null, waitMs: 0 };
  }
  try {
    await newWallCode(shownCodeSchema);
    return { view: await askWall(displayViewSchema), waitMs: 0 };
  } catch (error) {
    const seconds = error instanceof ProblemError ? (error.retryAfterSeconds ?? 0) : 0;
    return { view: null, waitMs: seconds * 1000 };
  }
}
