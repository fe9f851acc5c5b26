import { toServerMs, useNow } from '../data/clock.ts';
import { CURTAIN_FALLS_MS } from '../data/currency.ts';
import { useMe } from '../data/me.ts';
import { clockOf } from '../data/zone.ts';
import { NotCurrent } from '../ui/not-current.tsx';
import type { Board } from './use-board.ts';

/** Two things can be old: what the socket says, and the lists that were asked for. The older one is named. */
export function BoardCurrency({ board: { currency, listsAsOfMs } }: { board: Board }) {
  const { clinic } = useMe();
  useNow(500);
  const clock = (deviceMs: number) => clockOf(toServerMs(deviceMs), clinic.timeZone);
  if (currency.type === 'not-current') {
    return <NotCurrent since={clock(Math.min(currency.sinceMs, listsAsOfMs))} because={currency.because} />;
  }
  return Date.now() - listsAsOfMs > CURTAIN_FALLS_MS ? (
    <NotCurrent since={clock(listsAsOfMs)} because="silence" />
  ) : null;
}
