import { useNow } from '../../data/clock.ts';
import { elapsed } from '../../ui/names.ts';
import { emergencyWords } from '../../words/emergency-words.ts';
import classes from './emergency.module.css';

const text = emergencyWords.emergency;

/** "4:12", ticking for the eye alone. */
export function EmergencyClock({ sinceMs, untilMs = null }: { sinceMs: number; untilMs?: number | null }) {
  const now = useNow(1_000);
  return (
    <span role="timer" aria-label={text.running} className={classes.clock}>
      {elapsed((untilMs ?? now) - sinceMs)}
    </span>
  );
}
