import type { BoardSession } from '@tandem/wire';
import { useNow } from '../data/clock.ts';
import { useMe } from '../data/me.ts';
import { clockOf } from '../data/zone.ts';
import { ago } from '../ui/names.ts';
import { words } from '../words.ts';
import { dueOf } from './board-state.ts';
import classes from './live-values.module.css';

const text = words.board;

/** The last set of a running session, read from across the desk: the pressure first and largest. */
export function LiveValues({ vitals }: { vitals: BoardSession['lastVitals'] }) {
  if (vitals === null) return <p className={classes.none}>{text.noVitals}</p>;
  const { systolic, diastolic, heartRate, spo2 } = vitals as Partial<Record<string, number>>;
  return (
    <dl className={classes.values}>
      <Value
        sign="bloodPressure"
        value={systolic === undefined || diastolic === undefined ? null : `${systolic}/${diastolic}`}
      />
      <Value sign="heartRate" value={heartRate === undefined ? null : String(heartRate)} />
      <Value sign="spo2" value={spo2 === undefined ? null : String(spo2)} />
    </dl>
  );
}

function Value({ sign, value }: { sign: keyof typeof text.vitals; value: string | null }) {
  return (
    <div className={classes.value}>
      <dt>{text.vitals[sign]}</dt>
      <dd data-sign={sign} data-none={value === null || undefined}>
        {value ?? '–'}
      </dd>
    </div>
  );
}

/** How old that is, and when the next is due. A leaf: it ticks alone. */
export function LiveTimes({
  vitals,
  nextDueAt,
}: Pick<BoardSession, 'nextDueAt'> & { vitals: BoardSession['lastVitals'] }) {
  const { clinic } = useMe();
  const now = useNow(5_000);
  if (vitals === null && nextDueAt === null) return null;
  return (
    <p className={classes.times}>
      <span>{vitals !== null && text.taken(ago(now - Date.parse(vitals.happenedAt)))}</span>
      {nextDueAt !== null && <b>{dueWords(nextDueAt, now, clinic.timeZone)}</b>}
    </p>
  );
}

function dueWords(nextDueAt: string, nowMs: number, zone: string): string {
  const due = dueOf(nextDueAt, nowMs);
  if (due.type === 'in') return text.due.in(due.minutes);
  if (due.type === 'now') return text.due.now;
  return text.due.late(clockOf(Date.parse(nextDueAt), zone), due.minutes);
}
