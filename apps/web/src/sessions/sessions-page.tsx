import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useNow } from '../data/clock.ts';
import { sentenceOf } from '../data/failure.ts';
import { createKept, useKept } from '../data/kept.ts';
import { useMe } from '../data/me.ts';
import { PAGES_ASKED_AGAIN, sessionPages } from '../data/queries.ts';
import { dayOf } from '../data/zone.ts';
import { AsOf } from '../ui/as-of.tsx';
import { Button, buttonClass } from '../ui/button.tsx';
import { GreyRows } from '../ui/grey-rows.tsx';
import { ListKeyHints } from '../ui/key-hints.tsx';
import { Page, Sentence } from '../ui/page.tsx';
import { useListKeys } from '../ui/use-list-keys.ts';
import { useSettled } from '../ui/use-settled.ts';
import { drillWords } from '../words/drill-words.ts';
import { words } from '../words/list-pages.ts';
import { FilterRow } from './filter-row.tsx';
import { noFilters, searchOf } from './filters.ts';
import { NoneMatch } from './none-match.tsx';
import { ROW_HEIGHT, SessionTable } from './session-table.tsx';
import classes from './sessions.module.css';
import { serverSort, sortRows } from './sort-rows.ts';
import { useFilterNames } from './use-filter-names.ts';

const text = words.past;
const kept = createKept(noFilters);
const TYPING_PAUSE_MS = 250;

/** Every session that is over, found again: narrowed, sorted, opened. */
export function SessionsPage() {
  const { clinic } = useMe();
  const [filters, setFilters] = useKept(kept);
  const [sort, setSort] = useState(serverSort);
  const named = useFilterNames();
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const keys = useListKeys(list, field);
  const today = dayOf(useNow(60_000), clinic.timeZone);
  const settled = useSettled(filters.text, TYPING_PAUSE_MS);
  const search = searchOf({ ...filters, text: settled }, today);
  const pages = useInfiniteQuery({
    ...sessionPages(search ?? {}),
    enabled: search !== null,
    placeholderData: keepPreviousData,
  });
  const loaded = search === null ? [] : (pages.data?.pages.flatMap((page) => page.items) ?? []);
  const whole = !pages.hasNextPage;
  const shown = whole && sort !== serverSort ? sortRows(loaded, sort) : loaded;
  const none = search === null || (pages.data !== undefined && loaded.length === 0);
  return (
    <Page
      title={text.title}
      beside={
        pages.data === undefined ? undefined : <span role="status">{text.count(loaded.length, whole)}</span>
      }
      actions={
        <>
          {pages.data !== undefined && (
            <AsOf
              answeredMs={pages.dataUpdatedAt}
              asksItself={pages.data.pages.length <= PAGES_ASKED_AGAIN}
              refresh={() => void pages.refetch()}
            />
          )}
          <Link to="/drills" className={buttonClass()}>
            {drillWords.title}
          </Link>
        </>
      }
    >
      <FilterRow filters={filters} named={named} field={field} keysOn={keys.on} onChange={setFilters} />
      <div ref={list} className={classes.list} data-waiting={pages.isPlaceholderData || undefined}>
        {search === null && <Sentence>{text.wrongOrder}</Sentence>}
        {pages.error !== null && pages.data === undefined && (
          <Sentence>
            {sentenceOf(pages.error)}{' '}
            <Button small onClick={() => void pages.refetch()}>
              {words.failed.again}
            </Button>
          </Sentence>
        )}
        {pages.isLoading && <GreyRows count={10} height={ROW_HEIGHT} />}
        {none && <NoneMatch filters={filters} named={named} onChange={setFilters} />}
        {shown.length > 0 && (
          <SessionTable sessions={shown} sort={whole ? sort : serverSort} sortable={whole} onSort={setSort} />
        )}
      </div>
      {shown.length > 0 && (
        <footer className={classes.foot}>
          <span>
            {text.shown(loaded.length, whole)} {!whole && text.sortHint}
          </span>
          <ListKeyHints keys={keys} />
        </footer>
      )}
      {pages.hasNextPage && (
        <div className={classes.more}>
          <Button disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {pages.isFetchingNextPage ? text.loadingMore : text.more}
          </Button>
          {pages.isFetchNextPageError && <Sentence>{sentenceOf(pages.error)}</Sentence>}
        </div>
      )}
    </Page>
  );
}
