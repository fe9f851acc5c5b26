import { formatInstant } from '@tandem/domain';
import type { OutboxItem } from '../data/outbox-shelf.ts';

/**
 * What waits on this device as a file that a person can read: entries as they would be sent, with the session and the
 * database they belong to.
 */
export function keptFile(items: readonly OutboxItem[], atMs: number): { name: string; text: string } {
  const entries = items.map(({ entry, sessionId, epoch, author, status, problem, line }) => ({
    ...{ sessionId, epoch, recordedBy: author.name, role: author.role },
    ...(status === 'refused' ? { refused: problem?.title } : {}),
    ...(line === '' ? {} : { typed: line }),
    entry,
  }));
  const at = formatInstant(atMs);
  const text = JSON.stringify(
    { format: 'tandem-kept-entries', version: 1, exportedAt: at, entries },
    null,
    2,
  );
  return { name: `tandem-kept-${at.slice(0, 16).replace(':', '')}.json`, text };
}
