import type { AuditFilter, AuditItem } from '@tandem/wire';
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { serverNowMs } from '../data/clock.ts';
import { sentenceOf } from '../data/failure.ts';
import { useMay, useMe } from '../data/me.ts';
import { peopleQuery } from '../data/queries.ts';
import { dayOf } from '../data/zone.ts';
import { Button } from '../ui/button.tsx';
import { download } from '../ui/download.ts';
import { GreyRows } from '../ui/grey-rows.tsx';
import { Nothing, Page, Sentence } from '../ui/page.tsx';
import { auditWords as text } from '../words/audit-words.ts';
import classes from './audit.module.css';
import { auditPages, exportAudit, type Part } from './audit-calls.ts';
import { AuditFilters } from './audit-filters.tsx';
import { AuditTable } from './audit-table.tsx';

/** Who did, opened or was refused what, as far as one's role may see it. */
export function AuditPage() {
  const may = useMay();
  const { role, clinic, epoch } = useMe();
  const part: Part = may('audit.read') ? 'audit' : 'audit/technical';
  const today = dayOf(serverNowMs(), clinic.timeZone);
  const [filter, setFilter] = useState<AuditFilter>(() => ({ from: weekBefore(today) }));
  const pages = useInfiniteQuery(auditPages(part, filter));
  const people = useQuery({ ...peopleQuery, enabled: role === 'lead' || role === 'admin' });
  const saving = useMutation({
    mutationFn: () => exportAudit(part, filter, epoch),
    onSuccess: (file) => download(`tandem-audit-${today}.csv`, file),
  });
  const items: AuditItem[] = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const total = pages.data?.pages[0]?.total;
  return (
    <Page
      title={text.title}
      beside={total === undefined ? undefined : text.rows(total)}
      actions={
        <Button disabled={saving.isPending || items.length === 0} onClick={() => saving.mutate()}>
          {saving.isPending ? text.exporting : text.export}
        </Button>
      }
    >
      <p className={classes.intro}>{introOf(part, role)}</p>
      <AuditFilters filter={filter} people={people.data?.items ?? []} today={today} onChange={setFilter} />
      <p role="status" className={classes.said}>
        {saving.isSuccess && total !== undefined && text.exported(text.rows(total))}
      </p>
      {saving.error !== null && <Sentence>{sentenceOf(saving.error)}</Sentence>}
      {pages.error !== null && (
        <div className={classes.failed}>
          <Sentence>{sentenceOf(pages.error)}</Sentence>
          <Button onClick={() => void pages.refetch()}>{text.again}</Button>
        </div>
      )}
      {pages.isPending && <p className="visually-hidden">{text.loading}</p>}
      {pages.isPending && <GreyRows count={8} height={56} />}
      {pages.data !== undefined && items.length === 0 && <Nothing>{text.none}</Nothing>}
      {items.length > 0 && <AuditTable items={items} />}
      {pages.hasNextPage && (
        <div className={classes.more}>
          <Button disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {text.more}
          </Button>
        </div>
      )}
    </Page>
  );
}

function introOf(part: Part, role: string): string {
  if (part === 'audit/technical') return text.technical;
  if (role === 'lead') return text.intro;
  return role === 'physician' ? text.ownSessions : text.own;
}

function weekBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 6 * 86_400_000).toISOString().slice(0, 10);
}
