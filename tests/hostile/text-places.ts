import { randomUUID } from 'node:crypto';
import { branchesOf, type JsonSchema } from '../support/json-schema.ts';

/** A place in a body that takes free text. */
export interface TextPlace {
  /** From the outside in; `[]` is the first of a list. */
  readonly steps: readonly string[];
  /** What each step leads into, for those that the body lacks. */
  readonly schemas: readonly JsonSchema[];
  readonly maxLength: number;
}

export const nameOfPlace = ({ steps }: TextPlace) => steps.join('.').replaceAll('.[]', '[]');

/** Every place of free text below a schema; of a choice by `kind` only the branch of this kind. */
export function textPlaces(schema: JsonSchema, kind?: string): TextPlace[] {
  return walk(schema, [], [], kind);
}

function walk(
  schema: JsonSchema,
  steps: readonly string[],
  schemas: readonly JsonSchema[],
  kind: string | undefined,
): TextPlace[] {
  const branches = branchesOf(schema).filter(({ properties }) => {
    const own = properties?.kind;
    const kinds = own?.enum ?? (own?.const === undefined ? undefined : [own.const]);
    return kind === undefined || kinds === undefined || kinds.includes(kind);
  });
  return branches.flatMap((branch) => {
    const into = (step: string, child: JsonSchema) =>
      walk(child, [...steps, step], [...schemas, child], kind);
    if (isFreeText(branch)) return [{ steps, schemas, maxLength: branch.maxLength ?? 1_000 }];
    const { properties = {}, items, additionalProperties } = branch;
    return [
      ...Object.entries(properties).flatMap(([name, child]) => into(name, child)),
      ...(items === undefined ? [] : into('[]', items)),
      ...(typeof additionalProperties === 'object' ? into('anything', additionalProperties) : []),
    ];
  });
}

function isFreeText({ type, enum: values, const: constant, format, pattern }: JsonSchema): boolean {
  return (
    type === 'string' &&
    values === undefined &&
    constant === undefined &&
    format === undefined &&
    pattern === undefined
  );
}

/**
 * The same body with `value` at this place; what is missing on the way there is made as small as it may be.
 * @param kind of a list of entries it is the first one of this kind
 */
export function withText(
  body: unknown,
  { steps, schemas }: Pick<TextPlace, 'steps' | 'schemas'>,
  value: unknown,
  kind?: string,
): unknown {
  const copy = structuredClone(body) as Record<string, unknown>;
  let node: Record<string, unknown> = copy;
  for (const [at, step] of steps.entries()) {
    const key = step === '[]' ? String(firstOf(node, kind)) : step;
    if (at === steps.length - 1) node[key] = value;
    else {
      node[key] ??= smallest(schemas[at] as JsonSchema);
      node = node[key] as Record<string, unknown>;
    }
  }
  return copy;
}

function firstOf(list: unknown, kind: string | undefined): number {
  return Math.max(
    0,
    (list as readonly { kind?: string }[]).findIndex((item) => item.kind === kind),
  );
}

/** The least that a schema takes. */
function smallest(schema: JsonSchema): unknown {
  const [branch = {}] = branchesOf(schema);
  if (branch.const !== undefined) return branch.const;
  if (branch.enum !== undefined) return branch.enum[0];
  if (branch.format === 'uuid') return randomUUID();
  if (branch.format === 'date-time') return new Date().toISOString();
  switch (branch.type) {
    case 'object':
      return Object.fromEntries(
        (branch.required ?? []).map((key) => [key, smallest(branch.properties?.[key] ?? {})]),
      );
    case 'array':
      return Array.from({ length: branch.minItems ?? 0 }, () => smallest(branch.items ?? {}));
    case 'integer':
    case 'number':
      return branch.minimum ?? 1;
    case 'boolean':
      return true;
    case 'string':
      return 'x';
    default:
      return {};
  }
}
