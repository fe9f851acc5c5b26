import type { ProtocolField } from './field-shape.ts';
import { fieldKey, protocolFields, sourceField } from './fields.ts';
import type { ProtocolPlan } from './plan.ts';
import { effectiveValues, valueAt, wordsOf } from './shown-value.ts';

/** One line of a difference: what stood there and what stands there now; null where there was, or is, nothing. */
export interface ChangedLine {
  readonly before: string | null;
  readonly after: string | null;
}

export interface FieldChange {
  readonly field: ProtocolField;
  readonly lines: readonly ChangedLine[];
}

/**
 * What differs in effect between two versions of a protocol, in the order of its fields (PRO-4): a default that the
 * newer one states, or a stated value that is its default, is no difference.
 */
export function protocolDiff(before: ProtocolPlan, after: ProtocolPlan): FieldChange[] {
  const [was, is] = [effectiveValues(before), effectiveValues(after)];
  return fieldsOf(before, after).flatMap((field) => {
    const lines = linesOf(field, valueAt(was, field.path), valueAt(is, field.path));
    return lines.length === 0 ? [] : [{ field, lines }];
  });
}

/** A version may name the source of something that this Tandem has no field for: it is not passed over. */
function fieldsOf(...plans: readonly ProtocolPlan[]): ProtocolField[] {
  const known = new Set(protocolFields.map(fieldKey));
  const others = new Set(plans.flatMap(({ sources }) => Object.keys(sources ?? {})));
  return [...protocolFields, ...[...others].map(sourceField).filter((field) => !known.has(fieldKey(field)))];
}

function linesOf(field: ProtocolField, before: unknown, after: unknown): ChangedLine[] {
  if (field.shape.type === 'rows') return rowLines(field.shape, rowsOf(before), rowsOf(after));
  if (field.shape.type === 'minutes') return minuteLines(numbersOf(before), numbersOf(after));
  if (before === after) return [];
  const bare = field.shape.type === 'number' && field.shape.before === undefined;
  // The unit once, behind the new number.
  const was = bare && before !== undefined && after !== undefined ? String(before) : wordsOf(field, before);
  return [{ before: was, after: wordsOf(field, after) }];
}

type Row = Readonly<Record<string, unknown>>;
const rowsOf = (value: unknown): readonly Row[] => (value ?? []) as readonly Row[];
const numbersOf = (value: unknown): readonly number[] => (value ?? []) as readonly number[];

function rowLines(
  { sameBy, words }: Extract<ProtocolField['shape'], { type: 'rows' }>,
  before: readonly Row[],
  after: readonly Row[],
): ChangedLine[] {
  const left = [...before];
  const lines: ChangedLine[] = [];
  for (const row of after) {
    const at = left.findIndex((other) => other[sameBy] === row[sameBy]);
    const [was] = at < 0 ? [] : left.splice(at, 1);
    const line = { before: was === undefined ? null : words(was), after: words(row) };
    if (line.before !== line.after) lines.push(line);
  }
  return [...left.map((row) => ({ before: words(row), after: null })), ...lines];
}

function minuteLines(before: readonly number[], after: readonly number[]): ChangedLine[] {
  const words = (minute: number) => `minute ${minute}`;
  const gone = before.filter((minute) => !after.includes(minute));
  const added = after.filter((minute) => !before.includes(minute));
  return [
    ...gone.map((minute) => ({ before: words(minute), after: null })),
    ...added.map((minute) => ({ before: null, after: words(minute) })),
  ];
}
