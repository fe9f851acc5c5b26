import { useNow } from '../data/clock.ts';
import { useMe } from '../data/me.ts';
import { clockOf } from '../data/zone.ts';
import { words } from '../words/list-pages.ts';
import classes from './day.module.css';
import { MINUTE_MS, offsetPx, type Span } from './day-grid.ts';

/** A leaf of its own: its minute draws no block again. */
export function NowLine({ range }: { readonly range: Span }) {
  const { clinic } = useMe();
  const now = useNow(MINUTE_MS);
  if (now < range.fromMs || now > range.toMs) return null;
  return (
    <div className={classes.now} style={{ top: offsetPx(now, range) }}>
      <span className="visually-hidden">{words.day.now(clockOf(now, clinic.timeZone))}</span>
    </div>
  );
}
