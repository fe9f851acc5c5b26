import type { JsonSchema as Schema } from '../../support/json-schema.ts';
import { lines } from './markdown.ts';
import { choicesOf, typeOf } from './types.ts';

/** A choice of objects that one field tells apart, as `kind` tells entries apart. */
export interface Union {
  readonly key: string;
  /** What all of them have alike. */
  readonly common: Schema;
  readonly branches: readonly { readonly value: string; readonly rest: Schema }[];
}

/** @returns undefined where the schema is no choice of objects, or no field tells them apart */
export function unionIn(schema: Schema): Union | undefined {
  const choices = choicesOf(schema)?.filter(({ type }) => type !== 'null') ?? [];
  const [first] = choices;
  if (first?.properties === undefined || choices.length < 2) return undefined;
  const key = Object.keys(first.properties).find((name) =>
    choices.every(({ properties }) => properties?.[name]?.enum?.length === 1),
  );
  if (key === undefined) return undefined;
  const isCommon = (name: string) =>
    choices.every(
      ({ properties, required }) =>
        JSON.stringify(properties?.[name]) === JSON.stringify(first.properties?.[name]) &&
        required?.includes(name) === first.required?.includes(name),
    );
  return {
    key,
    common: pick(first, isCommon),
    branches: choices.map((choice) => ({
      value: String(choice.properties?.[key]?.enum?.[0]),
      rest: pick(choice, (name) => name !== key && !isCommon(name)),
    })),
  };
}

function pick({ properties = {}, required = [] }: Schema, keep: (name: string) => boolean): Schema {
  return {
    type: 'object',
    properties: Object.fromEntries(Object.entries(properties).filter(([name]) => keep(name))),
    required: required.filter(keep),
  };
}

/** One line for each of the choices, with what it has besides the fields that all have. */
export function unionTable({ key, branches }: Union): string[] {
  return lines(
    [`\`${key}\``, 'besides'],
    branches.map(({ value, rest }) => [
      `\`${value}\``,
      Object.entries(rest.properties ?? {})
        .map(([name, schema]) => `\`${name}\`${rest.required?.includes(name) ? '' : '?'}: ${typeOf(schema)}`)
        .join('; ') || 'nothing',
    ]),
  );
}
