import { keptTrial } from './kept-trial.ts';

/** How one thing about this device stands; `person`: somebody has to try it. */
export type Standing = 'well' | 'missing' | 'person';
export interface Outcome {
  readonly standing: Standing;
  /** By how much its clock is ahead of the clinic's computer, in ms. */
  readonly aheadMs?: number;
}
export const checkIds = ['trusted', 'installed', 'storage', 'clock', 'awake', 'sound', 'offline'] as const;
export type CheckId = (typeof checkIds)[number];

/** Past this the times that a device gives its entries are doubtful (`ui/clock-skew.ts` says so in a room). */
const CLOCK_MS = 2_000;
const ANSWER_WITHIN_MS = 4_000;
/** The `Date` of a reply is cut to whole seconds: on average it is half of one too early. */
const CUT_MS = 500;

/** What can be found out without anybody's help; sound is asked of the person. */
export const checks: Readonly<Record<Exclude<CheckId, 'sound'>, () => Promise<Outcome>>> = {
  trusted: async () => ({ standing: isTrusted() ? 'well' : 'missing' }),
  installed: async () => ({ standing: isInstalled() ? 'well' : 'person' }),
  storage: async () => ({ standing: (await isPersistent()) ? 'well' : 'missing' }),
  clock: async () => clockOutcome(await answeredAt()),
  awake: async () => ({ standing: (await staysAwake()) ? 'well' : 'missing' }),
  offline: async () => ({ standing: await keptTrial(async () => (await answeredAt()) !== null) }),
};

const isTrusted = () => window.isSecureContext && location.protocol === 'https:';

function isInstalled(): boolean {
  const alone = ['standalone', 'fullscreen'].some((mode) => matchMedia(`(display-mode: ${mode})`).matches);
  // Safari says it in its own way.
  return alone || (navigator as { standalone?: boolean }).standalone === true;
}

async function isPersistent(): Promise<boolean> {
  try {
    return (await navigator.storage.persisted()) || (await navigator.storage.persist());
  } catch {
    return false;
  }
}

async function staysAwake(): Promise<boolean> {
  try {
    await (await navigator.wakeLock.request('screen')).release();
    return true;
  } catch {
    return false;
  }
}

/** When the server answered by its own clock and by this one; null when it did not. */
interface Answered {
  readonly server: number;
  readonly sent: number;
  readonly received: number;
}

async function answeredAt(): Promise<Answered | null> {
  try {
    const sent = Date.now();
    const reply = await fetch('/healthz', {
      cache: 'no-store',
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    const received = Date.now();
    return { server: Date.parse(reply.headers.get('date') ?? ''), sent, received };
  } catch {
    return null;
  }
}

/** @param answered all times in ms since the epoch */
export function clockOutcome(answered: Answered | null): Outcome {
  if (answered === null || Number.isNaN(answered.server)) return { standing: 'person' };
  const { server, sent, received } = answered;
  const aheadMs = Math.round((sent + received) / 2 - (server + CUT_MS));
  return { standing: Math.abs(aheadMs) <= CLOCK_MS ? 'well' : 'missing', aheadMs };
}
