import {
  effectiveValues,
  type FieldColumn,
  fieldKey,
  firstIssue,
  isProblem,
  type ProtocolField,
  type ProtocolPlan,
  protocolFields,
  readNumber,
  topLabel,
  valueAt,
  wordsOf,
} from '@tandem/domain';
import { newProtocolSchema } from '@tandem/wire';
import type { z } from 'zod';
import { protocolWords } from '../../words/protocol-words.ts';

const text = protocolWords.form;

export interface RowDraft {
  readonly key: string;
  readonly cells: Readonly<Record<string, string>>;
}

/** A version as it is being typed: texts by the key of their field, rows of lists, the name. */
export interface ProtocolDraft {
  readonly name: string;
  readonly texts: Readonly<Record<string, string>>;
  readonly rows: Readonly<Record<string, readonly RowDraft[]>>;
}

/** A sentence for each place that has one: `limits.systolic.medium.high`, `usualDoses[1].atMinute`. */
export type DraftProblems = Readonly<Record<string, string>>;

/** Prefilled from the version it is based on. Ends of a sign stand at what holds: left empty they are no limit. */
export function draftOf(name: string, plan: ProtocolPlan): ProtocolDraft {
  const effective = effectiveValues(plan);
  const texts: Record<string, string> = {};
  const rows: Record<string, readonly RowDraft[]> = {};
  for (const field of protocolFields) {
    const shown = field.whole !== undefined || field.shape.type === 'choice' || field.shape.type === 'yes-no';
    const value = valueAt(shown ? effective : plan, field.path);
    if (field.shape.type === 'rows') rows[fieldKey(field)] = rowsOf(field.shape.columns, value);
    else texts[fieldKey(field)] = textOf(field, value);
  }
  return { name, texts, rows };
}

/** What an empty field stands for. */
export function emptyHint(field: ProtocolField, plan: ProtocolPlan): string {
  if (field.whole !== undefined) return text.none(field.none);
  const without = { ...plan, [field.path[0]]: undefined };
  const value = valueAt(effectiveValues(without as ProtocolPlan), field.path);
  return value === undefined ? text.none(field.none) : text.byDefault(wordsOf(field, value));
}

/**
 * The version to send, or what is wrong with it and where. What nobody touched stays as the version it is based on
 * has it, so that a default stays a default.
 */
export function readDraft(
  draft: ProtocolDraft,
  base: { readonly name: string; readonly plan: ProtocolPlan },
  ids: { readonly id: string; readonly basedOn: string },
): { readonly body: z.output<typeof newProtocolSchema> } | { readonly problems: DraftProblems } {
  const initial = draftOf(base.name, base.plan);
  const data = structuredClone(base.plan) as Record<string, unknown>;
  const problems: Record<string, string> = {};
  const wrong = (key: string, sentence: string) => {
    problems[key] ??= sentence.endsWith('.') ? sentence : `${sentence}.`;
  };
  for (const field of touched(draft, initial)) put(data, field.path, readField(field, draft, wrong));
  const parsed = newProtocolSchema.safeParse({ ...ids, name: draft.name.trim(), data });
  if (parsed.success && Object.keys(problems).length === 0) return { body: parsed.data };
  for (const issue of parsed.error?.issues ?? []) {
    const told = firstIssue({ issues: [issue] } as unknown as z.ZodError);
    const { field, sentence } = ownField(told.field, told.sentence);
    wrong(field, sentence);
  }
  return { problems };
}

/** A refusal's field and sentence, in the words of the form: `data.ceilingMg must ...` is "Ceiling must ...". */
export function ownField(field: string, sentence: string): { field: string; sentence: string } {
  const own = field.replace(/^data\./, '');
  const told = sentence.replace(/ Nothing was stored\.$/, '');
  return { field: own, sentence: field === '' ? told : told.replace(field, labelOf(own)) };
}

/** "Systolic pressure, Medium, upper", "Usual doses, row 2, at minute". */
export function labelOf(path: string): string {
  if (path === 'name') return text.name;
  const known = protocolFields.find((field) => fieldKey(field) === path);
  if (known !== undefined) return known.label;
  const [, list = path, at, column] = /^(\w+)\[(\d+)\](?:\.(\w+))?$/.exec(path) ?? [];
  if (at === undefined) return topLabel(path);
  const shape = protocolFields.find((field) => fieldKey(field) === list)?.shape;
  const columns = shape?.type === 'rows' ? shape.columns : [];
  const name = columns.find(({ key }) => key === column)?.label;
  const row = text.row(topLabel(list), Number(at) + 1);
  return name === undefined ? row : `${row}, ${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}

/** Fields that were changed, and with one end of a sign its others: a sign is set as a whole. */
function touched(draft: ProtocolDraft, initial: ProtocolDraft): ProtocolField[] {
  const changed = protocolFields.filter((field) => {
    const key = fieldKey(field);
    return draft.texts[key] !== initial.texts[key] || draft.rows[key] !== initial.rows[key];
  });
  const changedRows = (field: ProtocolField) =>
    field.shape.type !== 'rows' ||
    JSON.stringify(cellsOf(draft, field)) !== JSON.stringify(cellsOf(initial, field));
  const keys = new Set(changed.filter(changedRows).map(wholeKey));
  return protocolFields.filter((field) => keys.has(wholeKey(field)));
}

export function isTouched(
  draft: ProtocolDraft,
  base: { readonly name: string; readonly plan: ProtocolPlan },
) {
  const initial = draftOf(base.name, base.plan);
  return draft.name !== initial.name || touched(draft, initial).length > 0;
}

const cellsOf = ({ rows }: ProtocolDraft, field: ProtocolField) =>
  (rows[fieldKey(field)] ?? []).map(({ cells }) => cells);
const wholeKey = ({ path, whole }: ProtocolField) => path.slice(0, whole ?? path.length).join('.');

type Wrong = (key: string, sentence: string) => void;

function readField(field: ProtocolField, draft: ProtocolDraft, wrong: Wrong): unknown {
  const key = fieldKey(field);
  if (field.shape.type === 'rows') return readRows(field.shape.columns, draft.rows[key] ?? [], key, wrong);
  const typed = (draft.texts[key] ?? '').trim();
  if (typed === '') return undefined;
  switch (field.shape.type) {
    case 'number':
      return numberIn(typed, key, wrong);
    case 'yes-no':
      return typed === 'yes';
    case 'minutes':
      return minutesIn(typed, () => wrong(key, `${field.label} ${text.numbers}`));
    default:
      return typed;
  }
}

/** Left out where one cannot be read: what is wrong is told once, not again by the schema. */
function minutesIn(typed: string, unreadable: () => void): number[] | undefined {
  const parts = typed.split(/\s*,\s*|\s+/);
  if (parts.every((part) => /^\d+$/.test(part))) return parts.map(Number);
  unreadable();
  return undefined;
}

function numberIn(typed: string, key: string, wrong: Wrong, signed = false): number | undefined {
  const minus = signed && typed.startsWith('-');
  const read = readNumber(minus ? typed.slice(1) : typed);
  if (typeof read === 'number') return minus ? -read : read;
  wrong(key, isProblem(read) ? `${labelOf(key)}: ${read.sentence}` : `${labelOf(key)} ${text.number}`);
  return undefined;
}

function readRows(columns: readonly FieldColumn[], rows: readonly RowDraft[], key: string, wrong: Wrong) {
  if (rows.length === 0) return undefined;
  return rows.map(({ cells }, at) => {
    const row: Record<string, unknown> = {};
    for (const column of columns) {
      const typed = (cells[column.key] ?? '').trim();
      if (typed === '') continue;
      const place = `${key}[${at}].${column.key}`;
      row[column.key] = column.options === undefined ? numberIn(typed, place, wrong, column.signed) : typed;
    }
    return row;
  });
}

function rowsOf(columns: readonly FieldColumn[], value: unknown): RowDraft[] {
  return ((value ?? []) as readonly Record<string, unknown>[]).map((row, at) => ({
    key: `row ${at}`,
    cells: Object.fromEntries(
      columns.map(({ key }) => [key, row[key] === undefined ? '' : String(row[key])]),
    ),
  }));
}

function textOf({ shape }: ProtocolField, value: unknown): string {
  if (shape.type === 'yes-no') return value === true ? 'yes' : 'no';
  if (value === undefined) return '';
  return Array.isArray(value) ? value.join(', ') : String(value);
}

/** Sets a value at its path, or takes it away; parts on the way are made. */
function put(data: Record<string, unknown>, path: readonly string[], value: unknown): void {
  let node = data;
  for (const part of path.slice(0, -1)) {
    node[part] ??= {};
    node = node[part] as Record<string, unknown>;
  }
  const last = path.at(-1) as string;
  if (value === undefined) delete node[last];
  else node[last] = value;
}
