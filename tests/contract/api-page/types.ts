import type { JsonSchema as Schema } from '../../support/json-schema.ts';
import { anchorOf } from './markdown.ts';

/** Limits of whole numbers that only say that JavaScript can count so far. */
const isLimit = (value: number | undefined): value is number =>
  value !== undefined && Math.abs(value) < Number.MAX_SAFE_INTEGER;
/** A pattern that is longer says less than the field's name. */
const LONGEST_PATTERN = 30;

/** A field's type in a few words: "whole number from 1 to 200", "list of UUID, at most 20". Objects are `{a, b?}`. */
export function typeOf(schema: Schema): string {
  const { default: without, description } = schema;
  const more = [
    ...(without === undefined || Array.isArray(without) ? [] : [`\`${String(without)}\` when left out`]),
    ...(description === undefined ? [] : [description]),
  ];
  return [bare(schema), ...more].join('. ');
}

function bare(schema: Schema): string {
  if (schema.$ref !== undefined) return linkTo(schema.$ref);
  const choices = choicesOf(schema);
  if (choices !== undefined) return choices.map(bare).join(' or ');
  if (schema.enum !== undefined) return schema.enum.map((value) => `\`${String(value)}\``).join(', ');
  const types = [schema.type ?? []].flat();
  const known = types.filter((type) => type !== 'null').map((type) => (words[type] ?? (() => type))(schema));
  const all = types.includes('null') ? [...known, 'null'] : known;
  return all.join(' or ') || 'anything';
}

/** The branches of a choice. One of a single branch is no choice. */
export function choicesOf({ oneOf, anyOf }: Schema): readonly Schema[] | undefined {
  return oneOf ?? anyOf;
}

const words: Readonly<Record<string, (schema: Schema) => string>> = {
  string: text,
  integer: (schema) => `whole number${range(schema)}`,
  number: (schema) => `number${range(schema)}`,
  boolean: () => 'true or false',
  array: ({ items, ...schema }) =>
    `list of ${items === undefined ? 'anything' : bare(items)}${count(schema)}`,
  object,
};

function text({ format, pattern, maxLength }: Schema): string {
  if (format === 'uuid') return 'UUID';
  if (format === 'date') return 'day';
  if (format === 'date-time') return 'instant';
  if (pattern !== undefined && pattern.length <= LONGEST_PATTERN) return `text like \`${pattern}\``;
  return maxLength === undefined ? 'text' : `text, at most ${maxLength}`;
}

function range({ minimum, maximum, exclusiveMinimum }: Schema): string {
  const least = isLimit(exclusiveMinimum)
    ? ` over ${exclusiveMinimum}`
    : isLimit(minimum)
      ? ` from ${minimum}`
      : '';
  const most = isLimit(maximum) ? ` to ${maximum}` : '';
  return least === ''
    ? most.replace(' to', ' up to')
    : least.includes('over')
      ? `${least}${most.replace(' to', ', up to')}`
      : `${least}${most}`;
}

/** How many a list holds. */
export function count({ minItems = 0, maxItems }: Schema): string {
  if (maxItems === undefined) return minItems > 0 ? `, at least ${minItems}` : '';
  return minItems > 0 ? `, ${minItems} to ${maxItems}` : `, at most ${maxItems}`;
}

function object({ properties, required = [], additionalProperties }: Schema): string {
  if (properties !== undefined) {
    const fields = Object.entries(properties).map(
      ([name, schema]) => `${name}${required.includes(name) ? '' : '?'}: ${bare(schema)}`,
    );
    return fields.length === 0 ? '{}' : `{ ${fields.join('; ')} }`;
  }
  if (typeof additionalProperties === 'object' && Object.keys(additionalProperties).length > 0)
    return `object of ${bare(additionalProperties)}`;
  return 'object';
}

/** To a shape, or to a list of values. */
function linkTo(ref: string): string {
  const name = ref.split('/').at(-1) as string;
  return ref.startsWith('#/values/')
    ? `one of [${name}](#${anchorOf(`Values of ${name}`)})`
    : `[${name}](#${anchorOf(`Shape ${name}`)})`;
}
