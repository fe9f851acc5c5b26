import { standing, vitalsDueAt } from '@tandem/domain';
import { useMemo } from 'react';
import { useNow } from '../data/clock.ts';
import { clockOf } from '../data/zone.ts';
import { ago, elapsed, span } from '../ui/names.ts';
import { words } from '../words.ts';
import { useRoom } from './room-context.ts';
import { Cell } from './strip-cell.tsx';
import { VitalsRing } from './vitals-ring.tsx';

const text = words.room;
const MINUTE = 60_000;

/** When vital signs are due next; where no protocol says so, or nothing is to come, when the last were taken. */
export function VitalsCell() {
  const { view } = useRoom();
  const dueAt = useMemo(() => vitalsDueAt(view.expected), [view.expected]);
  const everyMinutes = view.expected.pins?.protocol.data.vitalsEveryMinutes ?? null;
  return dueAt === null || everyMinutes === null ? (
    <LastVitals />
  ) : (
    <NextVitals dueMs={Date.parse(dueAt)} everyMinutes={everyMinutes} />
  );
}

function NextVitals({ dueMs, everyMinutes }: { dueMs: number; everyMinutes: number }) {
  const { zone } = useRoom();
  const leftMs = dueMs - useNow(1000);
  const clock = clockOf(dueMs, zone);
  return (
    <Cell
      name={text.nextVitals}
      value={leftMs > 0 ? elapsed(leftMs) : leftMs > -MINUTE ? text.dueNow : text.late(span(-leftMs))}
      picture={<VitalsRing part={leftMs / (everyMinutes * MINUTE)} />}
    >
      {leftMs > -MINUTE ? text.dueAt(clock) : text.wereDueAt(clock)} · {text.every(everyMinutes)}
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
