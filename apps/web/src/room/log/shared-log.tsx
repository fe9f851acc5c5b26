import { IconSearch } from '@tabler/icons-react';
import type { DataOf, Item, NoticePriority } from '@tandem/domain';
import { Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { IconButton } from '../../ui/button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { words } from '../../words/in-room.ts';
import { LogSearch } from '../later-parts.ts';
import { setSearch, useSearched } from '../meaning/log-search-store.ts';
import { answeredLine, rowLine } from '../notices/notice-lines.ts';
import { type NoticesInLog, useNoticesInLog } from '../notices/use-notices.ts';
import { WritingLines } from '../presence/writing-lines.tsx';
import { useRoom } from '../room-context.ts';
import { showRow, useAskedRow } from '../timeline/show-in-log.ts';
import { Completeness } from './completeness.tsx';
import classes from './log.module.css';
import { LogRow } from './log-row.tsx';
import { type LogFilter, logRows } from './log-rows.ts';
import { PendingCard } from './pending-card.tsx';
import { useReach } from './use-reach.ts';
import { useRowRoom } from './use-row-room.ts';

const text = words.room;
const filters = Object.keys(text.filters) as LogFilter[];
/** This close to the end counts as reading the newest. */
const AT_END_PX = 60;

/** What everyone recorded, newest at the bottom, and what this device has not got through yet. */
export function SharedLog() {
  const { view, zone } = useRoom();
  const notices = useNoticesInLog();
  const { confirmed, pending, currency } = view;
  const [filter, setFilter] = useState<LogFilter>('all');
  const { search, found } = useSearched();
  const rows = useMemo(() => {
    const all = logRows(confirmed, filter);
    return found === null ? all : all.filter(({ entry }) => found.has(entry.id));
  }, [confirmed, filter, found]);
  const { room, grams, isKept } = useRowRoom();
  const list = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  const reach = useReach(rows.length, atEnd, list);
  const count = rows.length + pending.length;
  /** How many rows there were when one left the end. */
  const [seen, setSeen] = useState(0);

  // Follows the newest while one reads it, and leaves the place alone while one reads further up.
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each row that comes
  useEffect(() => {
    if (!atEnd) return;
    list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [count, atEnd]);

  // What stands under the list takes its room from the list: the newest row must not slip below the edge for it.
  useEffect(() => {
    const box = list.current;
    if (box === null || !atEnd) return;
    const watch = new ResizeObserver(() => box.scrollTo({ top: box.scrollHeight }));
    watch.observe(box);
    return () => watch.disconnect();
  }, [atEnd]);

  // A row that the filter hides is shown all the same: the log goes back to all of them, and its filter says so.
  const asked = useAskedRow();
  useEffect(() => {
    if (asked === null) return;
    const at = rows.findIndex(({ entry }) => entry.id === asked.entryId);
    if (at >= 0 && at < reach.earlier) reach.whole();
    else if (at >= 0 || (filter === 'all' && search === null)) showRow(asked, list.current);
    else {
      setFilter('all');
      setSearch(null);
    }
  }, [asked, rows, filter, search, reach]);
  const toggle = useRef<HTMLButtonElement>(null);

  return (
    <section className={classes.log} aria-labelledby="log-title">
      <header className={classes.header}>
        <h2 id="log-title" className={classes.title}>
          {text.log}
        </h2>
        <div className={classes.filter}>
          <Segmented
            label={text.filter}
            options={filters.map((value) => ({ value, label: text.filters[value] }))}
            value={filter}
            onChange={setFilter}
          />
          <IconButton
            ref={toggle}
            aria-label={text.search}
            aria-expanded={search !== null}
            onClick={() => setSearch(search === null ? { query: '', tags: [] } : null)}
          >
            <IconSearch size={18} stroke={1.8} aria-hidden />
          </IconButton>
        </div>
        <Completeness />
      </header>
      {search !== null && (
        <Suspense>
          <LogSearch
            search={search}
            onClose={() => {
              setSearch(null);
              toggle.current?.focus();
            }}
          />
        </Suspense>
      )}
      <div
        ref={list}
        role="log"
        aria-label={text.log}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        className={classes.list}
        onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
          const end = scrollHeight - scrollTop - clientHeight < AT_END_PX;
          setAtEnd(end);
          if (atEnd && !end) setSeen(count);
          if (end && !atEnd) reach.release();
          else if (!end && reach.earlier > 0 && scrollTop < clientHeight) reach.further();
        }}
      >
        {found === null && <div className={classes.push} />}
        {count === 0 && found === null && currency.type === 'current' && (
          <p className={classes.empty}>{text.logEmpty}</p>
        )}
        {reach.earlier > 0 && (
          <button type="button" className={classes.newer} onClick={reach.further}>
            {text.earlier(reach.earlier)}
          </button>
        )}
        <div>
          {rows.slice(reach.earlier).map((item) => (
            <LogRow
              key={item.entry.id}
              item={item}
              room={room}
              grams={grams}
              kept={isKept(item.entry.id)}
              {...noticedBy(item, notices, zone)}
            />
          ))}
          {pending.map((item) => (
            <PendingCard key={item.id} item={item} />
          ))}
        </div>
      </div>
      <footer className={classes.footer}>
        {!atEnd && count > seen && (
          <button
            type="button"
            className={classes.newer}
            onClick={() => list.current?.scrollTo({ top: list.current.scrollHeight })}
          >
            {text.newer(count - seen)}
          </button>
        )}
      </footer>
      <WritingLines />
    </section>
  );
}

/** As words, so that a row is drawn again only when they change. */
function noticedBy(
  { entry, data }: Item,
  { byEntry, byId }: NoticesInLog,
  zone: string,
): { priority?: NoticePriority; noticed?: string } {
  if (entry.kind === 'acknowledgement' && data !== null) {
    return { noticed: answeredLine(byId.get((data as DataOf<'acknowledgement'>).noticeId), zone) };
  }
  const notice = byEntry.get(entry.id);
  return notice === undefined ? {} : { priority: notice.priority, noticed: rowLine(notice, zone) };
}
