import type { ApiRoute } from '@tandem/api/plugins/access.ts';
import { recordableKinds } from '@tandem/domain';
import { upFrameSchema } from '@tandem/wire';
import { type MessageCase, nameOf, type RouteCase } from './cases.ts';

/** JSON Schema, as far as ids are looked for in it. */
export interface Schema {
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
}

interface Operation {
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly schema: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

/** The part of the served OpenAPI document that is read here. */
export interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** What is missing or too much in the cases, one sentence each, measured by what the running server says of itself. */
export function gaps(
  routes: readonly ApiRoute[],
  described: Described,
  cases: readonly RouteCase[],
): string[] {
  const served = routes.map(({ method, url }) => `${method} ${url}`);
  const known = new Set(cases.map((one) => one.route));
  const withKinds = cases.filter((one) => one.kind !== undefined);
  return [
    ...served
      .filter((route) => !known.has(route))
      .map(
        (route) =>
          `${route} has no case: add one to tests/contract/matrix that says which ids it takes and who may`,
      ),
    ...[...known]
      .filter((route) => !served.includes(route))
      .map((route) => `${route} has a case and is not served`),
    ...recordableKinds
      .filter(({ kind }) => !withKinds.some((one) => one.kind === kind))
      .map(
        ({ kind }) => `entries of kind ${kind} have no case: add one to tests/contract/matrix/entry-cases.ts`,
      ),
    ...cases.flatMap((one) => gapsOf(one, described)),
  ];
}

function gapsOf(one: RouteCase, { paths }: Described): string[] {
  const [method, url] = one.route.split(' ') as [string, string];
  const operation = paths[url.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()] ?? {};
  const inPath = (operation.parameters ?? []).flatMap(({ in: where, name, schema }) =>
    schema.format === 'uuid' ? [`${where} ${name}`] : [],
  );
  const body = Object.values(operation.requestBody?.content ?? {})[0]?.schema;
  const taken = new Set([...inPath, ...(body === undefined ? [] : idPaths(body, '', one.kind))]);
  return idGaps(nameOf(one), taken, one);
}

function idGaps(
  name: string,
  taken: ReadonlySet<string>,
  { ids }: Pick<RouteCase | MessageCase, 'ids'>,
): string[] {
  return [
    ...[...taken]
      .filter((path) => ids[path] === undefined)
      .map((path) => `${name} takes an id in ${path}, and its case does not say what of`),
    ...Object.entries(ids)
      .filter(([path, use]) => !taken.has(path) && use.undescribed !== true)
      .map(([path]) => `${name} takes no id in ${path}, and its case says it does`),
  ];
}

/** The same for the messages of the live socket, by the schema that the server reads them with. */
export function messageGaps(cases: readonly MessageCase[]): string[] {
  return upFrameSchema.options.flatMap((option) => {
    const name = option.shape.type.value;
    const found = cases.find((one) => one.message === name);
    if (found === undefined)
      return [`the message ${name} has no case: add one to tests/contract/matrix/messages.ts`];
    return idGaps(name, new Set(idPaths(option.toJSONSchema({ io: 'input' }) as Schema, '')), found);
  });
}

/** Places of a schema that hold an id, as `people[].personId`; of a choice by `kind` only the branch of this kind. */
export function idPaths(schema: Schema, at: string, kind?: string): string[] {
  if (schema.format === 'uuid') return [at];
  const branches = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])].filter(({ properties }) => {
    const own = properties?.kind?.enum;
    return kind === undefined || own === undefined || own.includes(kind);
  });
  return [
    ...branches.flatMap((branch) => idPaths(branch, at, kind)),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, child]) =>
      idPaths(child, at === '' ? name : `${at}.${name}`, kind),
    ),
    ...(schema.items === undefined ? [] : idPaths(schema.items, `${at}[]`, kind)),
  ];
}
