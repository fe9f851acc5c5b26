import { actionLabel, roleLabels } from '@tandem/domain';
import { BYTE_ORDER_MARK, csvLines } from '@tandem/records';
import type { AuditItem } from '@tandem/wire';

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

/** The first line of a file. */
export const auditHead = (): string => BYTE_ORDER_MARK + csvLines([columns]);

/** Lines of a file; times in UTC. */
export function auditLines(items: readonly AuditItem[]): string {
  return csvLines(
    items.map((item) => [
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
    ]),
  );
}
