import type { ProtocolField } from './field-shape.ts';
import type { ProtocolPlan } from './plan.ts';
import { resolveProtocol, vitalsMinutes } from './protocol.ts';

export function valueAt(values: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[part] : undefined,
    values,
  );
}

/** Every value of a protocol under the paths of its fields, with the default where the clinic set none (PRO-1). */
export function effectiveValues(plan: ProtocolPlan): Readonly<Record<string, unknown>> {
  const protocol = resolveProtocol(plan);
  const { plan: _, limits, checklist, ...rest } = protocol;
  return {
    ...plan,
    ...rest,
    rems: plan.rems ?? false,
    vitalsAtMinutes: vitalsMinutes(protocol, plan.drug, plan.route),
    limits: Object.fromEntries(limits.map(({ sign, medium, high }) => [sign, { medium, high }])),
    checklist: Object.fromEntries(checklist),
  };
}

export interface ShownValue {
  readonly value: unknown;
  readonly words: string;
  /** The clinic set none. */
  readonly isDefault: boolean;
  /** The clinic's own words for it, else those of the default; empty for none. */
  readonly source: string;
}

/** One value of a protocol as its page shows it. */
export function shownValue(field: ProtocolField, plan: ProtocolPlan): ShownValue {
  const value = valueAt(effectiveValues(plan), field.path);
  const isSet = valueAt(plan, field.path.slice(0, field.whole ?? field.path.length)) !== undefined;
  const own = valueAt(plan.sources, [field.path[0]]);
  const isDefault = !isSet && value !== undefined;
  return {
    value,
    words: wordsOf(field, value),
    isDefault,
    source: !isDefault && typeof own === 'string' ? own : isDefault ? field.source : '',
  };
}

/** A value in words with its unit. */
export function wordsOf(field: ProtocolField, value: unknown): string {
  if (value === undefined || value === null) return field.none;
  const { shape, unit } = field;
  const withUnit = (text: string) => (unit === '' ? text : `${text} ${unit}`);
  switch (shape.type) {
    case 'number':
      return withUnit(shape.before === undefined ? String(value) : `${shape.before} ${value}`);
    case 'choice':
      return shape.options.find((option) => option.value === value)?.label ?? String(value);
    case 'yes-no':
      return value === true ? 'yes' : 'no';
    case 'minutes':
      return withUnit((value as readonly number[]).join(', '));
    case 'rows':
      return (value as readonly Record<string, unknown>[]).map(shape.words).join('; ');
    default:
      return String(value);
  }
}
