import { baselineOf, type DataOf, notMeasuredWords, type VitalSignKey, vitalSignRows } from '@tandem/domain';
import { clinicTime } from '../clinic-time.ts';
import type { SessionRecord } from '../session-record.ts';
import type { ShownEntry } from '../shown-entries.ts';

const columns: readonly { readonly title: string; readonly of: (data: DataOf<'vital-signs'>) => string }[] = [
  {
    title: 'BP mmHg',
    of: ({ systolic, diastolic }) => (systolic === undefined ? '' : `${systolic}/${diastolic}`),
  },
  ...(['heartRate', 'spo2', 'respiratoryRate', 'temperatureC', 'moaas', 'oxygenLitresPerMin'] as const).map(
    (key) => {
      const row = vitalSignRows.find((sign) => sign.key === key);
      return {
        title: `${row?.short ?? key}${row === undefined || row.unit === '' ? '' : ` ${row.unit}`}`,
        of: (data: DataOf<'vital-signs'>) => String(data[key as VitalSignKey] ?? ''),
      };
    },
  ),
];

/** Sets of vital signs under their heads, without the columns that nothing stands in; empty without a set. */
export function vitalsRows(record: SessionRecord): string[][] {
  const { time } = clinicTime(record.clinic.timeZone);
  const sets = record.shown.filter(({ kind, data }) => kind === 'vital-signs' && data !== null);
  const rows = sets.map((shown) => {
    const data = shown.data as DataOf<'vital-signs'>;
    return [time(shown.happenedAt), ...columns.map(({ of }) => of(data)), remark(shown, data)];
  });
  const heads = ['Time', ...columns.map(({ title }) => title), ''];
  const used = heads.map((_, at) => rows.some((row) => row[at] !== ''));
  return rows.length === 0 ? [] : [heads, ...rows].map((row) => row.filter((_, at) => used[at]));
}

/** The same as text whose columns line up in any field that takes plain text. */
export function vitalsTable(record: SessionRecord): string {
  const rows = vitalsRows(record);
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => [...(row[at] ?? '')].length))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, at) => pad(cell, widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Letters are counted, not code units: "SpO₂" is as wide as it looks. */
const pad = (text: string, width: number) => text + ' '.repeat(Math.max(0, width - [...text].length));

function remark(shown: ShownEntry, data: DataOf<'vital-signs'>): string {
  const was = shown.earlier.map(({ words, reason }) => `was ${words}: ${reason}`);
  const error =
    shown.standing === 'entered-in-error' ? [`ENTERED IN ERROR: ${shown.change?.reason ?? ''}`] : [];
  return [...error, ...was, ...notMeasuredWords(data.notMeasured)].join('; ');
}

/** Pressure as baseline, peak and last, and the lowest saturation: what stands at the head of a report. */
export function vitalsSummary(record: SessionRecord): string {
  const { pressure, lowestSpo2 } = vitalsFacts(record);
  if (pressure === null && lowestSpo2 === null) return '';
  const said = [
    pressure === null
      ? null
      : `BP baseline ${pressure.baseline ?? 'none'}, peak ${pressure.peak}, last ${pressure.last} mmHg`,
    lowestSpo2 === null ? null : `SpO₂ lowest ${lowestSpo2} %`,
  ];
  return said.filter((part) => part !== null).join('. ');
}

export interface VitalsFacts {
  readonly pressure: {
    readonly baseline: string | null;
    readonly peak: string;
    readonly last: string;
  } | null;
  readonly lowestSpo2: number | null;
}

/** The peak is the set with the highest systolic pressure, both ends of it: no pair that nobody measured. */
export function vitalsFacts({ shown, state }: SessionRecord): VitalsFacts {
  const sets = shown
    .filter(
      ({ kind, standing, data }) =>
        kind === 'vital-signs' && data !== null && standing !== 'entered-in-error',
    )
    .map(({ data }) => data as DataOf<'vital-signs'>);
  const pressures = sets.filter(({ systolic }) => systolic !== undefined);
  const spo2 = sets.flatMap((data) => data.spo2 ?? []);
  const { systolic, diastolic } = baselineOf(state)?.signs ?? {};
  const peak = pressures.reduce<(typeof pressures)[number] | undefined>(
    (high, set) => ((set.systolic as number) > (high?.systolic ?? 0) ? set : high),
    undefined,
  );
  const last = pressures.at(-1);
  return {
    pressure:
      peak === undefined || last === undefined
        ? null
        : {
            baseline:
              systolic === undefined || diastolic === undefined
                ? null
                : `${systolic.value}/${diastolic.value}`,
            peak: `${peak.systolic}/${peak.diastolic}`,
            last: `${last.systolic}/${last.diastolic}`,
          },
    lowestSpo2: spo2.length === 0 ? null : Math.min(...spo2),
  };
}
