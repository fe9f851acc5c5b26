import { type CheckKey, type CheckRow, checkRows } from '../checklist/catalog.ts';
import { checkSources } from '../checklist/sources.ts';
import { drugCatalog, routeCatalog, routeKeys } from '../drugs/catalog.ts';
import { phaseLabels, phases } from '../entries/phase.ts';
import { limitRow, signsWithLimits } from '../rules/limits.ts';
import { vitalSign } from '../vitals/catalog.ts';
import { type FieldGroup, type FieldShape, fieldGroups, type ProtocolField } from './field-shape.ts';
import { holdSourceOf } from './protocol.ts';

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
