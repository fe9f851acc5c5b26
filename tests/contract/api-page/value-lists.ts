import type { JsonSchema as Schema } from '../../support/json-schema.ts';
import type { ApiDocument } from './document.ts';

/** More values than this stand in a list of their own, once. */
const MOST = 10;

/** The values of one sort: of drugs, of rows of the checklist. */
export interface ValueList {
  /** The field that takes them, where they are first met. */
  readonly name: string;
  readonly values: readonly string[];
}

/** The document with every long list of values replaced by a pointer to it, and the lists. */
export function withValueLists(document: ApiDocument): {
  readonly document: ApiDocument;
  readonly lists: readonly ValueList[];
} {
  const lists = new Map<string, ValueList>();
  const listFor = (values: readonly string[], field: string): ValueList => {
    const key = values.join();
    const known = lists.get(key);
    if (known !== undefined) return known;
    const taken = [...lists.values()].filter(({ name }) => name === field || name.startsWith(`${field} `));
    const made = { name: taken.length === 0 ? field : `${field} ${taken.length + 1}`, values };
    lists.set(key, made);
    return made;
  };
  const walk = (value: unknown, field: string): unknown => {
    if (Array.isArray(value)) return value.map((one) => walk(one, field));
    if (typeof value !== 'object' || value === null) return value;
    const values = (value as Schema).enum;
    if (values !== undefined && values.length > MOST)
      return { $ref: `#/values/${listFor(values as string[], field).name}` };
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [key, walk(part, isKeyword(key) ? field : key)]),
    );
  };
  return { document: walk(document, '') as ApiDocument, lists: [...lists.values()] };
}

const isKeyword = (key: string) => ['anyOf', 'oneOf', 'items', 'properties', 'schema'].includes(key);
