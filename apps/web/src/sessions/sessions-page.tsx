import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useCallback, useRef, useState } from 'react';
import { useNow } from '../data/clock.ts';
import { sentenceOf } from '../data/failure.ts';
import { createKept, useKept } from '../data/kept.ts';
import { useMay, useMe } from '../data/me.ts';
import { dayOf } from '../data/zone.ts';
import { AsOf } from '../ui/as-of.tsx';
import { Button, buttonClass } from '../ui/button.tsx';
import { GreyRows } from '../ui/grey-rows.tsx';
import { ListKeyHints } from '../ui/key-hints.tsx';
import { Page, Sentence } from '../ui/page.tsx';
import { useListKeys } from '../ui/use-list-keys.ts';
import { useSettled } from '../ui/use-settled.ts';
import { compareWords } from '../words/compare-words.ts';
import { drillWords } from '../words/drill-words.ts';
import { words } from '../words/list-pages.ts';
import { pastWords as text } from '../words/past-words.ts';
import { ExportButton } from './export-button.tsx';
import { FactsRow } from './facts-row.tsx';
import { FilterRow } from './filter-row.tsx';
import { type Filters, firstFilters, searchOf } from './filters.ts';
import { NoneMatch } from './none-match.tsx';
import { pastPages } from './past-calls.ts';
import { Preview } from './preview.tsx';
import { isWorthSaving, useSavedViews } from './saved-views.ts';
import { newestFirst, ROW_HEIGHT, SessionTable } from './session-table.tsx';
import classes from './sessions.module.css';
import { useChoice } from './use-choice.ts';
import { useFilterNames } from './use-filter-names.ts';
import { useLoadMore } from './use-load-more.ts';
import { useToSign } from './use-to-sign.ts';
import { ViewRow } from './view-row.tsx';

/** What this says, for another language to be laid over. */
export const english = {
  past: text,
  filters: words.past,
  sessionValues: words.client,
  picture: words.picture,
  compare: compareWords,
  drills: drillWords,
};

const kept = createKept<Filters | null>(null);
const TYPING_PAUSE_MS = 400;

/** Every session that is over, found again: counted, narrowed, sorted, looked at, copied. */
export function SessionsPage() {
  const { clinic, person, role } = useMe();
  const may = useMay();
  const [keptFilters, setFilters] = useKept(kept);
  const filters = keptFilters ?? firstFilters(role, person.id);
  const [sort, setSort] = useState(newestFirst);
  const named = useFilterNames(person.id);
  const saved = useSavedViews(person.id);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const keys = useListKeys(list, field);
  const today = dayOf(useNow(60_000), clinic.timeZone);
  const settled = useSettled(filters.text, TYPING_PAUSE_MS);
  const filter = searchOf({ ...filters, text: settled }, today);
  const { text: _, ...narrowing } = filter ?? {};
  const pages = useInfiniteQuery({
    ...pastPages({ ...filter, sort: sort.key, up: sort.up }),
    enabled: filter !== null,
    placeholderData: keepPreviousData,
  });
  const shown = filter === null ? [] : (pages.data?.pages.map(({ items }) => items) ?? []);
  const loaded = shown.flat();
  const total = pages.data?.pages[0]?.total ?? 0;
  const choice = useChoice(loaded[0]?.id ?? null, keys.on);
  const session = loaded.find(({ id }) => id === choice.chosenId) ?? loaded[0] ?? null;
  const toSign = useToSign(narrowing, filter !== null);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  const more = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage();
  }, [isFetchingNextPage, fetchNextPage]);
  useLoadMore(end, hasNextPage && !pages.isFetchNextPageError, more);
  const none = filter === null || (pages.data !== undefined && loaded.length === 0);
  return (
    <Page
      title={text.title}
      beside={pages.data === undefined ? undefined : <span role="status">{text.count(total)}</span>}
      actions={
        <>
          {pages.data !== undefined && (
            <AsOf answeredMs={pages.dataUpdatedAt} asksItself={false} refresh={() => void pages.refetch()} />
          )}
          {filter !== null && may('session.export') && (
            <ExportButton search={{ ...filter, sort: sort.key, up: sort.up }} count={total} today={today} />
          )}
          <Link to="/compare" className={buttonClass()}>
            {compareWords.link}
          </Link>
          <Link to="/drills" className={buttonClass()}>
            {drillWords.title}
          </Link>
        </>
      }
    >
      {filter !== null && <FactsRow filter={narrowing} />}
      <FilterRow
        filters={filters}
        named={named}
        field={field}
        keysOn={keys.on}
        toSign={toSign}
        save={isWorthSaving(saved.views, filters) ? () => saved.save(filters) : null}
        onChange={setFilters}
      />
      <ViewRow filters={filters} named={named} views={saved.views} drop={saved.drop} onChange={setFilters} />
      <div className={classes.halves}>
        <div ref={list} className={classes.list} data-waiting={pages.isPlaceholderData || undefined}>
          {filter === null && <Sentence>{text.wrongOrder}</Sentence>}
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
          {loaded.length > 0 && (
            <>
              <SessionTable
                pages={shown}
                total={total}
                sort={sort}
                onSort={setSort}
                chosenId={session?.id ?? null}
                onChoose={choice.choose}
              />
              <div ref={end} className={classes.foot}>
                <span>{text.shownOf(loaded.length, total)}</span>
                {hasNextPage && (
                  <Button small disabled={isFetchingNextPage} onClick={more}>
                    {isFetchingNextPage ? text.loadingMore : text.loadMore}
                  </Button>
                )}
                {pages.isFetchNextPageError && <Sentence>{sentenceOf(pages.error)}</Sentence>}
                <ListKeyHints keys={keys} replay />
              </div>
            </>
          )}
        </div>
        {loaded.length > 0 && (
          <Preview
            session={session}
            read={choice.read && session?.id === choice.chosenId}
            onRead={choice.choose}
          />
        )}
      </div>
    </Page>
  );
}
