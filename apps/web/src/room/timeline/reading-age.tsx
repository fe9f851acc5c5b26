import { useNow } from '../../data/clock.ts';
import { ago, span } from '../../ui/names.ts';
import { words } from '../../words/in-room.ts';
import classes from './gutter.module.css';

/** Older than this a value no longer tells how the client is now (ux.md 2.5). */
export const OLD_MS = 10 * 60_000;

/** "4 min ago", and "14 min old" once that is long. */
export function ReadingAge({ atMs }: { atMs: number }) {
  const ms = useNow(10_000) - atMs;
  return ms > OLD_MS ? <b className={classes.old}>{words.chart.old(span(ms))}</b> : ago(ms);
}

/** "last 20 min ago", of a dose: it stays given and grows no older. */
export function SinceDose({ atMs }: { atMs: number }) {
  return words.chart.lastDose(ago(useNow(10_000) - atMs));
}
