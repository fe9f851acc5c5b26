import { clockOffsetMs, useNow } from '../data/clock.ts';
import { words } from '../words.ts';
import { span } from './names.ts';

/** More than a minute is no delay of the network: the device's clock is wrong (reliability.md, A13). */
const WORTH_SAYING_MS = 60_000;

/** Says that this device's clock is wrong. Every time on these pages is the server's, so nothing else changes. */
export function useClockSkew(): string | null {
  useNow(5_000);
  const offsetMs = clockOffsetMs();
  if (offsetMs === null || Math.abs(offsetMs) <= WORTH_SAYING_MS) return null;
  return (offsetMs > 0 ? words.clock.ahead : words.clock.behind)(span(Math.abs(offsetMs)));
}
