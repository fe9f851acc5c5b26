import { checkRows } from './checklist/catalog.ts';
import { checkSources } from './checklist/sources.ts';
import { fieldGroups, type ProtocolField } from './protocol/field-shape.ts';
import { protocolFields, topLabel } from './protocol/fields.ts';
import { firstDoseHold, holdSourceOf } from './protocol/protocol.ts';
import { effectiveValues, valueAt, wordsOf } from './protocol/shown-value.ts';
import type { LimitBand } from './rules/limits.ts';
import type { VitalSignKey } from './vitals/catalog.ts';

const begin = (what: string) =>
  `<!-- begin ${what}: printed by \`npx vitest run --project unit docs.test.ts -u\` -->`;
const end = (what: string) => `<!-- end ${what} -->`;

/** The page with what is printed between its marks as the code says it. @throws Error without marks */
export function withClinicalTables(page: string): string {
  return between(
    between(between(page, 'protocol values', protocolValues()), 'checklist', checklist()),
    'holds',
    holds(),
  );
}

function between(page: string, what: string, table: string): string {
  const [from, to] = [page.indexOf(begin(what)), page.indexOf(end(what))];
  if (from < 0 || to < from) throw new Error(`docs/clinical-rules.md has lost its marks: ${begin(what)}`);
  return `${page.slice(0, from)}${begin(what)}\n\n${table}\n\n${page.slice(to)}`;
}

/** One row per first name: the ends of a sign and the rows of a list have tables of their own. */
function protocolValues(): string {
  const firsts = [...new Set(protocolFields.map(({ path }) => path[0]))];
  return markdown(
    ['value', 'name', 'unit', 'group', 'when it is left out', 'source of that'],
    firsts.map((key) => {
      const own = protocolFields.filter(({ path }) => path[0] === key);
      const field = own[0] as ProtocolField;
      const name = key === 'sources' ? 'Source of each value' : topLabel(key);
      const rest =
        own.length > 1
          ? ['', fieldGroups[field.group], key === 'sources' ? 'none' : 'by its own table', '']
          : [field.unit, fieldGroups[field.group], defaultOf(field), field.source];
      return [`\`${key}\``, name, ...rest];
    }),
  );
}

function defaultOf(field: ProtocolField): string {
  if (field.path[0] === 'drug' || field.path[0] === 'route') return 'never left out';
  const [im, iv] = (['im', 'iv'] as const).map((route) =>
    wordsOf(field, valueAt(effectiveValues({ drug: 'ketamine', route }), field.path)),
  );
  if (im === iv) return im as string;
  return field.shape.type === 'minutes' ? 'by route' : `${im} by IM, otherwise ${iv}`;
}

function checklist(): string {
  return markdown(
    ['row', 'list', 'mode', 'what is true when it is fulfilled', 'source'],
    checkRows.map(({ key, list, mode, statement }) => [
      `\`${key}\``,
      list,
      mode,
      statement,
      checkSources[key],
    ]),
  );
}

function holds(): string {
  return markdown(
    ['sign', 'held when', 'source'],
    Object.entries(firstDoseHold).map(([sign, { low, high }]: [string, LimitBand]) => [
      `\`${sign}\``,
      [low === undefined ? null : `under ${low}`, high === undefined ? null : `over ${high}`]
        .filter((part) => part !== null)
        .join(', '),
      holdSourceOf('hold', sign as VitalSignKey),
    ]),
  );
}

function markdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
