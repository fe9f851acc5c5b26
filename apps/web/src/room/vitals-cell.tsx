import { openSlots, type SessionState, standing } from '@tandem/domain';
import { useMemo } from 'react';
import { useNow } from '../data/clock.ts';
import { clockOf } from '../data/zone.ts';
import { ago, elapsed, span } from '../ui/names.ts';
import { words } from '../words/in-room.ts';
import { useRoom } from './room-context.ts';
import classes from './strip.module.css';
import { Cell } from './strip-cell.tsx';
import { VitalsRing } from './vitals-ring.tsx';

const text = words.room;
const MINUTE = 60_000;
/** Far enough ahead for the next slot and the one after it. */
const HORIZON_MS = 8 * 60 * MINUTE;

/** When vital signs are due next; where nothing says so, or nothing is to come, when the last were taken. */
export function VitalsCell() {
  const { view } = useRoom();
  const now = useNow(10_000);
  const slots = useMemo(() => openSlots(view.expected, now + HORIZON_MS), [view.expected, now]);
  const [dueMs, thenMs] = slots;
  return dueMs === undefined ? <LastVitals /> : <NextVitals dueMs={dueMs} thenMs={thenMs ?? null} />;
}

function NextVitals({ dueMs, thenMs }: { dueMs: number; thenMs: number | null }) {
  const { view, zone, pad } = useRoom();
  const fromMs = useMemo(() => lastActMs(view.expected, dueMs), [view.expected, dueMs]);
  const leftMs = dueMs - useNow(1000);
  const clock = clockOf(dueMs, zone);
  return (
    <Cell
      name={text.nextVitals}
      value={leftMs > 0 ? elapsed(leftMs) : leftMs > -MINUTE ? text.dueNow : text.late(span(-leftMs))}
      picture={<VitalsRing part={leftMs / Math.max(MINUTE, dueMs - fromMs)} />}
    >
      {leftMs > -MINUTE ? text.dueAt(clock) : text.wereDueAt(clock)}
      {thenMs !== null && !pad && ` · ${text.thenAt(clockOf(thenMs, zone))}`}
    </Cell>
  );
}

/** What the countdown runs from: the last set, or what was done last before the next is due. */
function lastActMs(state: SessionState, dueMs: number): number {
  const last = (kind: 'vital-signs' | 'dose') =>
    standing<'vital-signs' | 'dose'>(state, kind).findLast(({ happenedMs }) => happenedMs < dueMs)
      ?.happenedMs;
  const acts = [Date.parse(state.startedAt ?? ''), last('vital-signs'), last('dose')];
  const before = acts.filter((ms): ms is number => ms !== undefined && ms < dueMs);
  return before.length === 0 ? dueMs - 15 * MINUTE : Math.max(...before);
}

/** On a phone: the last values in the colours of their lanes, how old they are, and when the next are due. */
export function PhoneVitals() {
  const { view, zone } = useRoom();
  const now = useNow(10_000);
  const last = useMemo(
    () => standing(view.expected, 'vital-signs').findLast(({ data }) => data.notMeasured === undefined),
    [view.expected],
  );
  const [dueMs] = useMemo(() => openSlots(view.expected, now + HORIZON_MS), [view.expected, now]);
  const due =
    dueMs === undefined
      ? null
      : now > dueMs
        ? text.wereDueAt(clockOf(dueMs, zone))
        : text.dueAt(clockOf(dueMs, zone));
  if (last === undefined)
    return (
      <Cell name={text.lastVitals} value={text.noVitals}>
        {due}
      </Cell>
    );
  const { systolic, diastolic, heartRate, spo2 } = last.data;
  const atMs = Date.parse(last.happenedAt);
  return (
    <Cell
      name={`${text.lastVitals} ${clockOf(atMs, zone)}`}
      value={
        <span className={classes.lastValues}>
          {systolic !== undefined && <b data-lane="bp">{`${systolic}/${diastolic}`}</b>}
          {heartRate !== undefined && <b data-lane="hr">{heartRate}</b>}
          {spo2 !== undefined && <b data-lane="spo2">{spo2}</b>}
        </span>
      }
    >
      {[ago(now - atMs), due].filter((part) => part !== null).join(' · ')}
    </Cell>
  );
}

function LastVitals() {
  const { view, status, zone } = useRoom();
  const last = useMemo(() => standing(view.expected, 'vital-signs').at(-1), [view.expected]);
  const now = useNow(10_000);
  if (last === undefined) return <Cell name={text.lastVitals} value={text.noVitals} />;
  const ms = Date.parse(last.happenedAt);
  const { systolic, diastolic, heartRate, spo2 } = last.data;
  const values = [
    systolic === undefined ? null : `${systolic}/${diastolic}`,
    heartRate === undefined ? null : `HR ${heartRate}`,
    spo2 === undefined ? null : `SpO₂ ${spo2} %`,
  ].filter((part) => part !== null);
  const running = status === 'in-progress' || status === 'planned';
  return (
    <Cell name={text.lastVitals} value={running ? ago(now - ms) : clockOf(ms, zone)}>
      {running ? `${clockOf(ms, zone)} · ` : ''}
      {values.join(' · ')}
    </Cell>
  );
}
