import { entryKindOf, type Item } from '@tandem/domain';
import { useMemo, useState } from 'react';
import { clockOf } from '../data/zone.ts';
import { viewOf } from '../entries/registry.tsx';
import { EntryHistory } from '../room/log/entry-history.tsx';
import { type LogFilter, logRows } from '../room/log/log-rows.ts';
import { useRoom } from '../room/room-context.ts';
import { initials } from '../ui/names.ts';
import { Segmented } from '../ui/segmented.tsx';
import { roleWord, words } from '../words/in-room.ts';
import { reportWords } from '../words/report-words.ts';
import classes from './report.module.css';

const text = reportWords.entries;
const filters = ['all', 'clinical', 'notes'] as const;
/** They stand elsewhere on this page. */
const elsewhere: readonly string[] = ['signed', 'closed', 'addendum', 'planned'];

/** Every entry as it stands, with what it was before: amendments struck through, nothing left out. */
export function Recorded() {
  const { view, zone } = useRoom();
  const [filter, setFilter] = useState<LogFilter>('all');
  const rows = useMemo(
    () => logRows(view.confirmed, filter).filter(({ entry }) => !elsewhere.includes(entry.kind)),
    [view.confirmed, filter],
  );
  return (
    <section aria-label={text.title}>
      <div className={classes.over}>
        <h3>{text.title}</h3>
        <Segmented
          label={text.title}
          options={filters.map((value) => ({ value, label: text[value] }))}
          value={filter}
          onChange={setFilter}
        />
      </div>
      {rows.length === 0 && <p className={classes.quiet}>{text.none}</p>}
      <ul className={classes.rows}>
        {rows.map((item) => (
          <Row key={item.entry.id} item={item} zone={zone} />
        ))}
      </ul>
    </section>
  );
}

function Row({ item, zone }: { readonly item: Item; readonly zone: string }) {
  const { entry, data, redaction, retraction, happenedAt } = item;
  const title =
    data === null ? words.room[redaction === null ? 'withheld' : 'removed'] : viewOf(entry.kind).title(data);
  const dose = entryKindOf(entry.kind)?.group === 'doses';
  return (
    <li className={classes.row} data-dose={dose || undefined} data-spoken={isSpoken(item) || undefined}>
      <time dateTime={happenedAt}>{clockOf(Date.parse(happenedAt), zone)}</time>
      <div>
        <p>{retraction === null ? title : <s>{title}</s>}</p>
        <EntryHistory item={item} zone={zone} />
      </div>
      <abbr title={`${entry.author.name}, ${roleWord(entry.author.role)}`}>
        {initials(entry.author.name)}
      </abbr>
    </li>
  );
}

/** The client's own words stand in italics. */
function isSpoken({ entry, data }: Item): boolean {
  return entry.kind === 'note' && (data as { category?: string } | null)?.category === 'words';
}
