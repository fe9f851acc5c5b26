import { actionLabel, roleLabels } from '@tandem/domain';
import type { AuditItem } from '@tandem/wire';
import { stringify } from 'csv-stringify/sync';

const columns = [
  'time',
  'person',
  'role',
  'act',
  'about',
  'outcome',
  'detail',
  'code',
  'person id',
  'about id',
];

/** As RFC 4180 ends them. */
const LINES = { record_delimiter: '\r\n' } as const;

/** The first line of a file. */
export const auditHead = (): string => stringify([columns], LINES);

/** Lines of a file: times in UTC; a value that a spreadsheet would take for a formula is marked as text (D8). */
export function auditLines(items: readonly AuditItem[]): string {
  const rows = items.map((item) => [
    item.at,
    item.actorName ?? '',
    item.actorRole === null ? '' : roleLabels[item.actorRole],
    actionLabel(item.action),
    item.about ?? '',
    item.outcome,
    item.detail === null ? '' : JSON.stringify(item.detail),
    item.action,
    item.actorId ?? '',
    item.targetId ?? '',
  ]);
  return stringify(rows, { ...LINES, escape_formulas: true });
}
