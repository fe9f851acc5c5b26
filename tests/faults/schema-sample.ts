import type { Rng } from '@tandem/scenarios';
import { branchesOf, type JsonSchema } from '../support/json-schema.ts';

/** A value that a schema takes, or nearly: rules between fields are not in a schema. */
export function sample(rng: Rng, schema: JsonSchema): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return rng.pick(schema.enum);
  const branches = branchesOf(schema);
  if (branches[0] !== schema) return sample(rng, rng.pick(branches));
  const type = Array.isArray(schema.type) ? rng.pick(schema.type) : schema.type;
  switch (type) {
    case 'object':
      return object(rng, schema);
    case 'array':
      return Array.from({ length: Math.max(schema.minItems ?? 0, rng.int(0, 2)) }, () =>
        sample(rng, schema.items ?? {}),
      );
    case 'integer':
    case 'number':
      return number(rng, schema);
    case 'boolean':
      return rng.chance(0.5);
    case 'null':
      return null;
    case 'string':
      return text(rng, schema);
    default:
      return {};
  }
}

function object(rng: Rng, { properties = {}, required = [], additionalProperties }: JsonSchema): unknown {
  const wanted = Object.entries(properties).filter(([key]) => required.includes(key) || rng.chance(0.4));
  const made = Object.fromEntries(wanted.map(([key, value]) => [key, sample(rng, value)]));
  if (typeof additionalProperties === 'object' && Object.keys(properties).length === 0)
    made[text(rng, {})] = sample(rng, additionalProperties);
  return made;
}

function number(rng: Rng, { type, minimum, exclusiveMinimum, maximum }: JsonSchema): number {
  const least = Math.max(minimum ?? exclusiveMinimum ?? 0, -1_000);
  const most = Math.min(maximum ?? least + 200, least + 1_000);
  const value = rng.between(least, most);
  return type === 'integer' ? Math.ceil(value) : Math.round(value * 100) / 100;
}

const WORDS = ['Breath slowing.', 'ketamine', 'Ada', 'other', '=cmd()', '<b>x</b>', 'ß 界 🌊'];

function text(rng: Rng, { format, pattern, maxLength = 100 }: JsonSchema): string {
  if (format === 'uuid') return rng.uuid();
  if (format === 'date' || pattern?.includes('\\d{4}-') === true) return '2026-11-24';
  if (format === 'date-time') return new Date(Date.UTC(2026, 10, 24, rng.int(0, 23))).toISOString();
  if (format === 'email') return 'somebody@harbor.test';
  if (pattern?.includes('{6}') === true) return '730251';
  return rng.pick(WORDS).slice(0, maxLength);
}
