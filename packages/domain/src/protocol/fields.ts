import { type CheckKey, type CheckRow, checkRows } from '../checklist/catalog.ts';
import { checkSources } from '../checklist/sources.ts';
import { drugCatalog, routeCatalog, routeKeys } from '../drugs/catalog.ts';
import { phaseLabels, phases } from '../entries/phase.ts';
import { type LimitRow, limitRow, limitRows, signsWithLimits } from '../rules/limits.ts';
import { vitalSign } from '../vitals/catalog.ts';
import type { ProtocolPlan } from './plan.ts';
import { holdSourceOf, resolveProtocol, vitalsMinutes } from './protocol.ts';

/** The parts in which a protocol is read, in this order. */
export const fieldGroups = {
  doses: 'Doses and ceilings',
  times: 'Times',
  limits: 'Limits',
  hold: 'Hold before the first dose',
  boosterHold: 'Hold before a booster',
  people: 'Second person',
  checklist: 'Checklist before the first dose',
  discharge: 'Going home',
  arc: 'Arc',
  notes: 'Notes and sources',
} as const;
export type FieldGroup = keyof typeof fieldGroups;

interface Option {
  readonly value: string;
  readonly label: string;
}

/** One cell of a list's rows. */
export interface FieldColumn {
  readonly key: string;
  readonly label: string;
  readonly unit: string;
  /** Of a choice; otherwise a number. */
  readonly options?: readonly Option[];
  readonly optional?: true;
  /** It may lie below 0: minutes before the first dose. */
  readonly signed?: true;
}

/** How a value is typed and shown. */
export type FieldShape =
  /** `before`: the word in front of it, "under 90". */
  | { readonly type: 'number'; readonly before?: string }
  | { readonly type: 'choice'; readonly options: readonly Option[] }
  | { readonly type: 'yes-no' }
  | { readonly type: 'text'; readonly long: boolean }
  /** Whole minutes, rising. */
  | { readonly type: 'minutes' }
  | {
      readonly type: 'rows';
      readonly columns: readonly FieldColumn[];
      /** Rows of two versions with the same value here are the same row, changed. */
      readonly sameBy: string;
      words(row: Readonly<Record<string, unknown>>): string;
    };

/**
 * One value of a protocol: where it is, what it is called, how it is shown. What the protocol's page and form, the
 * difference between two versions and docs/clinical-rules.md show is made from these rows: a new value is one row
 * here, beside its line in the schema.
 */
export interface ProtocolField {
  readonly path: readonly [string, ...string[]];
  readonly label: string;
  /** As it stands after the value; empty for none. */
  readonly unit: string;
  readonly group: FieldGroup;
  readonly shape: FieldShape;
  /** What is said where there is no value. */
  readonly none: string;
  /** Where its default comes from; a source that the clinic wrote for it stands before this one. */
  readonly source: string;
  /** Of a value of a table: its row and its column. */
  readonly place?: { readonly row: string; readonly column: string };
  /**
   * So many parts of the path name what is replaced as a whole: who sets one end of a sign's limits sets the sign.
   * There an end left out is no limit, not the default.
   */
  readonly whole?: number;
}

const policy = 'clinic policy';
const notSet = 'not set';
const noLimit = 'no limit';

function field(
  path: ProtocolField['path'],
  group: FieldGroup,
  label: string,
  shape: FieldShape,
  more: Partial<Pick<ProtocolField, 'unit' | 'none' | 'source'>> = {},
): ProtocolField {
  return { path, group, label, shape, unit: '', none: notSet, source: policy, ...more };
}

const number: FieldShape = { type: 'number' };
const min = { unit: 'min' };

const doseShape: FieldShape = {
  type: 'rows',
  columns: [
    { key: 'mgPerKg', label: 'Dose by weight', unit: 'mg/kg', optional: true },
    { key: 'amountMg', label: 'Or a dose', unit: 'mg', optional: true },
    { key: 'atMinute', label: 'At minute', unit: '' },
    { key: 'durationMinutes', label: 'Over, IV only', unit: 'min', optional: true },
  ],
  sameBy: 'atMinute',
  words: ({ mgPerKg, amountMg, atMinute, durationMinutes }) => {
    const amount = mgPerKg === undefined ? `${amountMg} mg` : `${mgPerKg} mg/kg`;
    const over = durationMinutes === undefined ? '' : ` over ${durationMinutes} min`;
    return `${amount}${over} ${atMinute === 0 ? 'at the start' : `at minute ${atMinute}`}`;
  },
};

const arcShape: FieldShape = {
  type: 'rows',
  columns: [
    {
      key: 'phase',
      label: 'Phase',
      unit: '',
      options: phases.map((value) => ({ value, label: phaseLabels[value] })),
    },
    { key: 'fromMinute', label: 'From minute', unit: '', signed: true },
  ],
  sameBy: 'phase',
  words: ({ phase, fromMinute }) => {
    const at = Number(fromMinute);
    const from = at < 0 ? `from ${-at} min before the first dose` : `from minute ${at}`;
    return `${phaseLabels[phase as keyof typeof phaseLabels] ?? phase} ${from}`;
  },
};

const secondPersonOptions = [
  { value: 'never', label: 'Never' },
  { value: 'outside-limits', label: 'For a dose outside limits' },
  { value: 'every-dose', label: 'For every dose' },
];

const modeOptions = [
  { value: 'block', label: 'holds the first dose' },
  { value: 'ask', label: 'asked' },
  { value: 'off', label: 'not asked' },
];

const bySign = <Made>(make: (sign: (typeof signsWithLimits)[number]) => readonly Made[]) =>
  signsWithLimits.flatMap(make);

/** "Medium counts from minute 60 ..." and what else the rule of a sign holds that no protocol sets. */
export function limitNotes(row: LimitRow): string[] {
  const { mediumFromMinute, twice, emergencyBelow, high, medium, highCounts } = row;
  const hasUpper = high.high !== undefined || medium.high !== undefined;
  return [
    ...(hasUpper ? [highCounts ? 'The upper limit itself counts' : 'The upper limit itself is inside'] : []),
    ...(mediumFromMinute === undefined
      ? []
      : [`Medium counts from minute ${mediumFromMinute} after the first dose`]),
    ...(twice === undefined ? [] : [`Under ${twice.below} twice within ${twice.withinMinutes} min is High`]),
    ...(emergencyBelow === undefined ? [] : [`Under ${emergencyBelow} is an emergency`]),
  ];
}

const limitFields = bySign((sign) => {
  const { label, unit } = vitalSign(sign);
  const row = limitRow(sign);
  const ends = [
    { level: 'medium', end: 'low', column: 'Medium, lower', before: 'under' },
    { level: 'medium', end: 'high', column: 'Medium, upper', before: row?.highCounts ? 'from' : 'over' },
    { level: 'high', end: 'low', column: 'High, lower', before: 'under' },
    { level: 'high', end: 'high', column: 'High, upper', before: row?.highCounts ? 'from' : 'over' },
  ] as const;
  return ends.map(
    ({ level, end, column, before }): ProtocolField => ({
      ...field(['limits', sign, level, end], 'limits', `${label}, ${column}`, { type: 'number', before }),
      unit,
      none: noLimit,
      source: row?.source ?? policy,
      place: { row: label, column },
      whole: 2,
    }),
  );
});

const holdFields = (['hold', 'boosterHold'] as const).flatMap((group) =>
  bySign((sign) => {
    const { label, unit } = vitalSign(sign);
    return (['low', 'high'] as const).map(
      (end): ProtocolField => ({
        ...field([group, sign, end], group, `${label}, held ${end === 'low' ? 'under' : 'over'}`, {
          type: 'number',
          before: end === 'low' ? 'under' : 'over',
        }),
        unit,
        none: noLimit,
        source: holdSourceOf(group, sign),
        place: { row: label, column: end === 'low' ? 'Held under' : 'Held over' },
        whole: 2,
      }),
    );
  }),
);

function checkField({ key, list, statement }: CheckRow & { readonly key: CheckKey }): ProtocolField {
  const source = checkSources[key];
  const options = list === 'gate' ? modeOptions : modeOptions.filter(({ value }) => value !== 'block');
  return field(
    ['checklist', key],
    list === 'gate' ? 'checklist' : 'discharge',
    statement,
    { type: 'choice', options },
    { source },
  );
}

const valueFields: readonly ProtocolField[] = [
  field(['drug'], 'doses', 'Drug', {
    type: 'choice',
    options: drugCatalog.map(({ key, label }) => ({ value: key, label })),
  }),
  field(['route'], 'doses', 'Route', {
    type: 'choice',
    options: routeKeys.map((value) => ({
      value,
      label: `${routeCatalog[value].label}, ${routeCatalog[value].words}`,
    })),
  }),
  field(['usualDoses'], 'doses', 'Usual doses', doseShape),
  field(['ceilingMg'], 'doses', 'Ceiling', number, { unit: 'mg', none: 'no ceiling' }),
  field(['ceilingMgPerKg'], 'doses', 'Ceiling by weight', number, { unit: 'mg/kg', none: 'no ceiling' }),
  field(['minimumIntervalMinutes'], 'times', 'Shortest time between doses', number, {
    ...min,
    none: 'no limit',
  }),
  field(['observationMinutes'], 'times', 'Observation from the first dose', number, {
    ...min,
    source: 'REMS at least 2 h [S4]',
  }),
  field(['observationAfterLastMinutes'], 'times', 'Observation from the last dose', number, {
    ...min,
    source: 'ED protocols at least 60 min [S23]',
  }),
  field(['observationAfterBoosterMinutes'], 'times', 'Observation from a booster', number, {
    ...min,
    source: 'Del Sant 2020: 90 min after IM [S20]',
  }),
  field(
    ['vitalsAtMinutes'],
    'times',
    'Vital signs due after the first dose',
    { type: 'minutes' },
    { ...min, source: `${policy} on [S5, S16, S19, S20]` },
  ),
  field(['vitalsEveryMinutes'], 'times', 'Vital signs after the last of them', number, {
    unit: 'min',
    source: `${policy}: every 15 to 30 min to discharge`,
  }),
  field(
    ['rems'],
    'times',
    'Spravato REMS timers and fields',
    { type: 'yes-no' },
    { source: 'REMS [S1, S3]' },
  ),
  ...limitFields,
  ...holdFields,
  field(['secondPerson'], 'people', 'A second person confirms with a PIN', {
    type: 'choice',
    options: secondPersonOptions,
  }),
  ...checkRows.map(checkField),
  field(['aldreteFrom'], 'discharge', 'Aldrete says fit from', number, {
    unit: 'of 10',
    source: 'at least 9 [S42, S43]',
  }),
  field(['padssFrom'], 'discharge', 'PADSS says fit from', number, {
    unit: 'of 10',
    source: 'at least 9 [S44]',
  }),
  field(['arc'], 'arc', 'Phases expected', arcShape),
  field(['notes'], 'notes', 'Notes', { type: 'text', long: true }, { none: 'none', source: '' }),
  field(['source'], 'notes', 'Where the numbers come from', { type: 'text', long: true }, { source: '' }),
];

/** The words of a value that is asked for by its first name: one field's own, or the part of several. */
export function topLabel(key: string): string {
  const own = valueFields.filter(({ path }) => path[0] === key);
  const [first] = own;
  if (first === undefined) return key;
  if (own.length === 1) return first.label;
  return key === 'checklist' ? 'Checklist' : fieldGroups[first.group];
}

/** The clinic's own source of the values under one first name. */
export function sourceField(key: string): ProtocolField {
  return field(
    ['sources', key],
    'notes',
    `Source: ${topLabel(key)}`,
    { type: 'text', long: false },
    { source: '' },
  );
}

const unsourced = ['notes', 'source'];
/** First names that have a source of their own. */
export const sourcedKeys: readonly string[] = [...new Set(valueFields.map(({ path }) => path[0]))].filter(
  (key) => !unsourced.includes(key),
);

export const protocolFields: readonly ProtocolField[] = [...valueFields, ...sourcedKeys.map(sourceField)];

/** `limits.systolic.medium.high`: as a refusal names it. */
export function fieldKey({ path }: ProtocolField): string {
  return path.join('.');
}

export function valueAt(values: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[part] : undefined,
    values,
  );
}

/** Every value of a protocol under the paths of its fields, with the default where the clinic set none (PRO-1). */
export function effectiveValues(plan: ProtocolPlan): Readonly<Record<string, unknown>> {
  const protocol = resolveProtocol(plan);
  const { plan: _, limits, checklist, ...rest } = protocol;
  return {
    ...plan,
    ...rest,
    rems: plan.rems ?? false,
    vitalsAtMinutes: vitalsMinutes(protocol, plan.drug, plan.route),
    limits: Object.fromEntries(limits.map(({ sign, medium, high }) => [sign, { medium, high }])),
    checklist: Object.fromEntries(checklist),
  };
}

export interface ShownValue {
  readonly value: unknown;
  readonly words: string;
  /** The clinic set none. */
  readonly isDefault: boolean;
  /** The clinic's own words for it, else those of the default; empty for none. */
  readonly source: string;
}

/** One value of a protocol as its page shows it. */
export function shownValue(field: ProtocolField, plan: ProtocolPlan): ShownValue {
  const value = valueAt(effectiveValues(plan), field.path);
  const isSet = valueAt(plan, field.path.slice(0, field.whole ?? field.path.length)) !== undefined;
  const own = valueAt(plan.sources, [field.path[0]]);
  const isDefault = !isSet && value !== undefined;
  return {
    value,
    words: wordsOf(field, value),
    isDefault,
    source: !isDefault && typeof own === 'string' ? own : isDefault ? field.source : '',
  };
}

/** A value in words with its unit. */
export function wordsOf(field: ProtocolField, value: unknown): string {
  if (value === undefined || value === null) return field.none;
  const { shape, unit } = field;
  const withUnit = (text: string) => (unit === '' ? text : `${text} ${unit}`);
  switch (shape.type) {
    case 'number':
      return withUnit(shape.before === undefined ? String(value) : `${shape.before} ${value}`);
    case 'choice':
      return shape.options.find((option) => option.value === value)?.label ?? String(value);
    case 'yes-no':
      return value === true ? 'yes' : 'no';
    case 'minutes':
      return withUnit((value as readonly number[]).join(', '));
    case 'rows':
      return (value as readonly Record<string, unknown>[]).map(shape.words).join('; ');
    default:
      return String(value);
  }
}

/** Signs whose limits hold more than two ends, with what else holds. */
export const limitNotesBySign: ReadonlyMap<string, readonly string[]> = new Map(
  limitRows.map((row) => [vitalSign(row.sign).label, limitNotes(row)]),
);
