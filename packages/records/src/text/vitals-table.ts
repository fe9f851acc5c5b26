import {
  type DataOf,
  type Instant,
  notMeasuredWords,
  type Pressure,
  reportFacts,
  type SessionState,
  type VitalSignKey,
  vitalSignRows,
} from '@tandem/domain';
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

/** "125/78 · 164/98 · 126/80": what stands at the head of a report, on screen and on paper. */
export function pressureWords(state: SessionState, nowAt: Instant): string {
  const { baseline, highest, last } = reportFacts(state, Date.parse(nowAt)).pressure;
  if (last === null) return 'none';
  const words = (pressure: Pressure | null) =>
    pressure === null ? null : `${pressure.systolic}/${pressure.diastolic}`;
  return [words(baseline) ?? 'no baseline', words(highest) ?? 'none', words(last)].join(' · ');
}

/** The same and the lowest saturation as a sentence; empty when nothing was measured. */
export function vitalsSummary({ state, exportedAt }: SessionRecord): string {
  const { pressure, lowestSaturation } = reportFacts(state, Date.parse(exportedAt));
  const said = [
    pressure.last === null ? null : `BP baseline, peak and last: ${pressureWords(state, exportedAt)} mmHg`,
    lowestSaturation === null ? null : `SpO₂ lowest ${lowestSaturation.percent} %`,
  ];
  return said.filter((part) => part !== null).join('. ');
}
