import type { JsonSchema as Schema } from '../../support/json-schema.ts';
import { lines } from './markdown.ts';
import { choicesOf, count, typeOf } from './types.ts';
import { type Union, unionIn } from './unions.ts';

/** One line of a table of fields. */
export interface Row {
  /** With dots and brackets to where it is: `contacts[].name`. */
  readonly field: string;
  readonly type: string;
  /** Must be there, wherever the object is that holds it. */
  readonly required: boolean;
  /** The choices that this field tells apart: they stand in a table of their own. */
  readonly union?: Union;
}

/** Objects of so few fields are told in one line. */
const SMALL = 4;

/** Where the same object was told before, as a link; undefined tells it here. */
export type ToldBefore = (object: Schema) => string | undefined;

/** The fields of an object, those of objects in it under their own path. */
export function rowsOf(schema: Schema, toldBefore: ToldBefore = () => undefined, path = ''): Row[] {
  const union = unionIn(schema);
  if (union !== undefined) {
    const { key, common } = union;
    const type = `one of ${union.branches.length}, below`;
    return [{ field: under(path, key), type, required: true, union }, ...rowsOf(common, toldBefore, path)];
  }
  const { properties = {}, required = [] } = schema;
  return Object.entries(properties).flatMap(([name, field]) =>
    rowsFor({ schema: field, field: under(path, name), required: required.includes(name) }, toldBefore),
  );
}

const under = (path: string, name: string) => (path === '' ? name : `${path}.${name}`);

interface Field {
  readonly schema: Schema;
  readonly field: string;
  readonly required: boolean;
}

function rowsFor({ schema, field, required }: Field, toldBefore: ToldBefore): Row[] {
  const inner = objectIn(schema);
  if (inner === undefined) return [{ field, type: typeOf(schema), required }];
  const { object, list, isNullable } = inner;
  const what = `${list === undefined ? 'object' : `list${count(list)}`}${isNullable ? ' or null' : ''}`;
  const type = schema.description === undefined ? what : `${what}. ${schema.description}`;
  const alike = allAlike(object);
  if (alike !== undefined) return [{ field, type: `${type}. ${alike}`, required }];
  const before = toldBefore(object);
  if (before !== undefined) return [{ field, type: `${type}, as of ${before}`, required }];
  return [
    { field, type, required },
    ...rowsOf(object, toldBefore, list === undefined ? field : `${field}[]`),
  ];
}

/** The object in a field, or in each place of its list, where it has too many fields for one line. */
function objectIn(schema: Schema) {
  const choices = choicesOf(schema) ?? [];
  const isNullable = choices.length === 2 && choices.some(({ type }) => type === 'null');
  const found = isNullable ? choices.find(({ type }) => type !== 'null') : schema;
  const list = found?.type === 'array' ? found : undefined;
  const object = list === undefined ? found : list.items;
  if (object === undefined) return undefined;
  if (unionIn(object) !== undefined) return { object, list, isNullable };
  if (Object.keys(object.properties ?? {}).length <= SMALL) return undefined;
  return { object, list, isNullable };
}

/** Many fields of one type, such as the rows of a checklist, in one sentence; undefined where they differ. */
function allAlike({ properties = {}, required = [] }: Schema): string | undefined {
  const [first, ...others] = Object.values(properties);
  const one = JSON.stringify(first);
  const isAlike = others.length >= SMALL && others.every((other) => JSON.stringify(other) === one);
  if (first === undefined || !isAlike || required.length > 0) return undefined;
  const names = Object.keys(properties).map((name) => `\`${name}\``);
  return `Each may be left out and takes ${typeOf(first)}: ${names.join(', ')}`;
}

/** What is sent, with what must be there in a column. @param where as the head says it: "body field" */
export function sentTable(where: string, rows: readonly Row[]): string[] {
  return lines(
    [where, 'type', 'required'],
    rows.map(({ field, type, required }) => [`\`${field}\``, type, required ? 'yes' : '']),
  );
}

/** What is answered: by far the most of it is always there. */
export function answeredTable(rows: readonly Row[]): string[] {
  return lines(
    ['field', 'type'],
    rows.map(({ field, type, required }) => [`\`${field}\`${required ? '' : '?'}`, type]),
  );
}
