import {
  formatVitalSign,
  type LineEntry,
  type LineReading,
  meanArterialPressure,
  noteCategories,
  type VitalSigns,
  vitalSignRows,
} from '@tandem/domain';
import { clockOf } from '../../data/zone.ts';
import { viewOf } from '../../entries/registry.tsx';
import { words } from '../../words/in-room.ts';
import classes from './entry-line.module.css';

/** Exactly what will be stored, while it is being typed: kind, values with their units, and the time. */
export function ReadOut(props: { reading: LineReading; nowMs: number; zone: string }) {
  const { reading, nowMs, zone } = props;
  if (reading.type !== 'entry') return null;
  const { entry, happenedAtMs } = reading;
  return (
    <div className={classes.readOut} data-testid="read-out">
      {entry.kind === 'vital-signs' ? <Vitals data={entry.data} /> : <span>{summary(entry, zone)}</span>}
      <span className={classes.part}>
        {words.line.at} <b>{clockOf(happenedAtMs ?? nowMs, zone)}</b>
      </span>
    </div>
  );
}

function summary(entry: LineEntry, zone: string): string {
  if (entry.kind === 'note') return noteCategories[entry.data.category].label;
  const view = viewOf(entry.kind);
  const detail = view.detail?.(entry.data, { grams: null, zone });
  return detail == null ? view.title(entry.data) : `${view.title(entry.data)} · ${detail}`;
}

function Vitals({ data }: { data: VitalSigns }) {
  const { systolic, diastolic } = data;
  return (
    <>
      {systolic !== undefined && diastolic !== undefined && (
        <>
          <span className={classes.part}>
            BP{' '}
            <b data-lane="blood-pressure">
              {systolic}/{diastolic}
            </b>
          </span>
          <span className={classes.part}>
            MAP <b>{meanArterialPressure(systolic, diastolic)}</b>
          </span>
        </>
      )}
      {vitalSignRows.map((row) => {
        const value = data[row.key];
        if (value === undefined || row.lane === 'blood-pressure') return null;
        return (
          <span key={row.key} className={classes.part}>
            {row.short} <b data-lane={row.lane ?? undefined}>{formatVitalSign(row.key, value)}</b>
          </span>
        );
      })}
    </>
  );
}
