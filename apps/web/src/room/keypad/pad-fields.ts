import type { VitalSignKey } from '@tandem/domain';

/** What the keys of a keypad write into, in the order that Next goes. */
export const padFields = [
  'systolic',
  'diastolic',
  'heartRate',
  'spo2',
  'respiratoryRate',
  'oxygenLitresPerMin',
] as const satisfies readonly VitalSignKey[];
export type PadField = (typeof padFields)[number];
/** Sedation has a key for each of its levels instead of digits. */
export type PadPlace = PadField | 'moaas';

export const padPlaces: readonly PadPlace[] = [
  'systolic',
  'diastolic',
  'heartRate',
  'spo2',
  'respiratoryRate',
  'moaas',
  'oxygenLitresPerMin',
];

/** One set as it was keyed: text, so that what stands here is what was pressed and nothing else. */
export interface Pad {
  readonly values: Readonly<Record<PadField, string>>;
  readonly moaas: number | null;
  readonly at: PadPlace;
  /** The whole value is marked: the next digit begins it anew, and Backspace takes all of it. */
  readonly marked: boolean;
  /** The key that did not fit, until the next one; its digit is shown and not in a value. */
  readonly refused: RefusedKey | null;
  /** Somebody said that heart rate and saturation stand as they are meant. */
  readonly asMeant: boolean;
}

export interface RefusedKey {
  readonly key: string;
  readonly place: PadPlace;
  /**
   * `full`: the value is complete. `zero`: none begins so. `hundred`: a saturation that begins with 1 is 100.
   * `level`: sedation goes from 0 to 5. `point`: this value is a whole number, or has its point already.
   */
  readonly why: 'full' | 'zero' | 'hundred' | 'level' | 'point';
}

const empty: Pad['values'] = {
  systolic: '',
  diastolic: '',
  heartRate: '',
  spo2: '',
  respiratoryRate: '',
  oxygenLitresPerMin: '',
};

export const emptyPad: Pad = {
  values: empty,
  moaas: null,
  at: 'systolic',
  marked: false,
  refused: null,
  asMeant: false,
};

export function isEmptyPad({ values, moaas }: Pad): boolean {
  return moaas === null && padFields.every((field) => values[field] === '');
}

/** A pad that holds these values and nothing of what was there before. */
export function padOf(data: Readonly<Partial<Record<VitalSignKey, number | undefined>>>): Pad {
  const values = Object.fromEntries(
    padFields.map((field) => [field, data[field] === undefined ? '' : String(data[field])]),
  ) as Record<PadField, string>;
  return { ...emptyPad, values, moaas: data.moaas ?? null };
}
