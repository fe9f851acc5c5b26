/**
 * One row per vital sign: a new numeric sign is one row here and its row in docs/clinical-rules.md.
 * Schema, entry line, table, chart lane and units all come from this list.
 *
 * `impossible`: outside is refused (clinical.md 1.4, "Blocked as impossible").
 * `codes`: LOINC and UCUM of clinical.md 4.1; null where none is verified.
 */
export interface VitalSignRow {
  readonly key: string;
  readonly label: string;
  /** Short form for a dense row, e.g. "HR". */
  readonly short: string;
  readonly unit: string;
  readonly impossible: { readonly min: number; readonly max: number };
  readonly decimals: number;
  /** Lanes on the timeline, top to bottom; signs with the same lane share an axis. Null: table only. */
  readonly lane: 'blood-pressure' | 'heart-rate' | 'spo2' | null;
  /** Axis of the lane (ux.md 2.6). */
  readonly axis?: { readonly min: number; readonly max: number };
  /** What a person types before (or after, for `%`) the number on the entry line; empty: by position only. */
  readonly line: { readonly before: readonly string[]; readonly after?: string };
  readonly codes: { readonly loinc: readonly string[]; readonly ucum: string } | null;
}

const catalog = [
  {
    key: 'systolic',
    label: 'Systolic pressure',
    short: 'Sys',
    unit: 'mmHg',
    impossible: { min: 30, max: 300 },
    decimals: 0,
    lane: 'blood-pressure',
    axis: { min: 40, max: 190 },
    line: { before: [] },
    codes: { loinc: ['8480-6'], ucum: 'mm[Hg]' },
  },
  {
    key: 'diastolic',
    label: 'Diastolic pressure',
    short: 'Dia',
    unit: 'mmHg',
    impossible: { min: 10, max: 200 },
    decimals: 0,
    lane: 'blood-pressure',
    axis: { min: 40, max: 190 },
    line: { before: [] },
    codes: { loinc: ['8462-4'], ucum: 'mm[Hg]' },
  },
  {
    key: 'heartRate',
    label: 'Heart rate',
    short: 'HR',
    unit: '/min',
    impossible: { min: 0, max: 300 },
    decimals: 0,
    lane: 'heart-rate',
    axis: { min: 45, max: 115 },
    line: { before: ['hr'] },
    codes: { loinc: ['8867-4'], ucum: '/min' },
  },
  {
    key: 'spo2',
    label: 'Oxygen saturation',
    short: 'SpO₂',
    unit: '%',
    impossible: { min: 1, max: 100 },
    decimals: 0,
    lane: 'spo2',
    axis: { min: 89, max: 100 },
    line: { before: ['spo2', 'sat'], after: '%' },
    codes: { loinc: ['2708-6', '59408-5'], ucum: '%' },
  },
  {
    key: 'respiratoryRate',
    label: 'Respiratory rate',
    short: 'RR',
    unit: '/min',
    impossible: { min: 0, max: 80 },
    decimals: 0,
    lane: null,
    line: { before: ['rr', 'r'] },
    codes: { loinc: ['9279-1'], ucum: '/min' },
  },
  {
    key: 'temperatureC',
    label: 'Temperature',
    short: 'Temp',
    unit: '°C',
    impossible: { min: 25, max: 45 },
    decimals: 1,
    lane: null,
    line: { before: ['t'] },
    codes: { loinc: ['8310-5'], ucum: 'Cel' },
  },
  {
    key: 'moaas',
    label: 'Sedation (MOAA/S)',
    short: 'MOAA/S',
    unit: '',
    impossible: { min: 0, max: 5 },
    decimals: 0,
    lane: null,
    line: { before: ['moaas', 's'] },
    codes: null,
  },
  {
    key: 'oxygenLitresPerMin',
    label: 'Oxygen given',
    short: 'O₂',
    unit: 'L/min',
    impossible: { min: 0, max: 60 },
    decimals: 1,
    lane: null,
    line: { before: ['o2', 'o'], after: 'l' },
    codes: null,
  },
] as const satisfies readonly VitalSignRow[];

export type VitalSignKey = (typeof catalog)[number]['key'];

export const vitalSignRows: readonly (VitalSignRow & { readonly key: VitalSignKey })[] = catalog;

/** The row of a sign, typed as the general row. */
export function vitalSign(key: VitalSignKey): VitalSignRow {
  return vitalSignRows.find((row) => row.key === key) as VitalSignRow;
}

/** Mean arterial pressure in mmHg from one cuff reading, (systolic + 2 x diastolic) / 3: calculated, not measured. */
export function meanArterialPressure(systolic: number, diastolic: number): number {
  return Math.round((systolic + 2 * diastolic) / 3);
}

/** A value with its unit as shown everywhere: "97 %", "36.6 °C", "4" where the sign has none. */
export function formatVitalSign(key: VitalSignKey, value: number): string {
  const { unit } = vitalSign(key);
  return unit === '' ? String(value) : `${value} ${unit}`;
}
