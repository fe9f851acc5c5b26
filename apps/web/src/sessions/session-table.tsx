import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { Session } from '@tandem/wire';
import { words } from '../words/list-pages.ts';
import { SessionRow } from './session-row.tsx';
import classes from './sessions.module.css';
import type { Sort, SortKey } from './sort-rows.ts';

const text = words.past;
export const ROW_HEIGHT = 56;

const columns: readonly { readonly key: SortKey | null; readonly word: string; readonly wide?: string }[] = [
  { key: 'date', word: text.date },
  { key: 'client', word: text.client },
  { key: 'protocol', word: text.protocol, wide: classes.wide ?? '' },
  { key: 'room', word: text.room, wide: classes.wide ?? '' },
  { key: null, word: text.person, wide: classes.widest ?? '' },
  { key: 'duration', word: text.duration, wide: classes.wide ?? '' },
  { key: 'record', word: text.record },
];

/** One row a session; Enter on its name opens it. Sorted by its columns when the whole list is here. */
export function SessionTable(props: {
  readonly sessions: readonly Session[];
  readonly sort: Sort;
  readonly sortable: boolean;
  onSort(sort: Sort): void;
}) {
  const { sort } = props;
  return (
    <div className={classes.frame}>
      <table className={classes.table}>
        <thead>
          <tr>
            {columns.map(({ key, word, wide }) => (
              <th
                key={word}
                scope="col"
                className={wide}
                aria-sort={key === sort.key ? (sort.up ? 'ascending' : 'descending') : undefined}
              >
                {key !== null && props.sortable ? (
                  <button
                    type="button"
                    className={classes.sort}
                    onClick={() => props.onSort(nextSort(sort, key))}
                  >
                    {word}
                    {key === sort.key && <Arrow up={sort.up} />}
                  </button>
                ) : (
                  <span className={classes.heading}>
                    {word}
                    {key === sort.key && <Arrow up={sort.up} />}
                  </span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.sessions.map((session) => (
            <SessionRow key={session.id} session={session} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function nextSort(sort: Sort, key: SortKey): Sort {
  // Dates begin with the newest, names with A.
  return key === sort.key ? { key, up: !sort.up } : { key, up: key !== 'date' };
}

function Arrow({ up }: { up: boolean }) {
  const Icon = up ? IconArrowUp : IconArrowDown;
  return <Icon size={14} stroke={2} aria-hidden />;
}
