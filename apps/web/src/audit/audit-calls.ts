import { type AuditFilter, auditReplySchema } from '@tandem/wire';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { call, granted } from '../data/api.ts';

/** An admin sees the technical part alone. */
export type Part = 'audit' | 'audit/technical';

export const auditPages = (part: Part, filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['audit', part, filter],
    queryFn: ({ pageParam }) =>
      call({
        method: 'POST',
        path: `/${part}/search`,
        body: pageParam === null ? filter : { ...filter, cursor: pageParam },
        reply: auditReplySchema,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    retry: false,
  });

/** A file may take longer than a page. */
const FILE_LIMIT_MS = 60_000;

export async function exportAudit(part: Part, filter: AuditFilter, epoch: string): Promise<Blob> {
  const path = `/${part}/export`;
  return (await granted({ method: 'POST', path, body: filter, epoch, limitMs: FILE_LIMIT_MS })).blob();
}
