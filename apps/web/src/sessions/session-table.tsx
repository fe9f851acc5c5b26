import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { PastSession, PastSort } from '@tandem/wire';
import { useRef } from 'react';
import { pastWords as text } from '../words/past-words.ts';
import { SessionRow } from './session-row.tsx';
import classes from './sessions.module.css';
import { useNear } from './use-near.ts';

export const ROW_HEIGHT = 56;

export interface Sort {
  readonly key: PastSort;
  readonly up: boolean;
}
export const newestFirst: Sort = { key: 'date', up: false };

type Column = keyof typeof text.columns;
const columns: readonly { readonly id: Column; readonly key: PastSort | null }[] = [
  { id: 'date', key: 'date' },
  { id: 'client', key: 'client' },
  { id: 'dose', key: 'dose' },
  { id: 'pressure', key: null },
  { id: 'peak', key: 'peak' },
  { id: 'notices', key: 'notices' },
  { id: 'phq9', key: null },
  { id: 'record', key: null },
];
const lookOf: Readonly<Record<Column, string | undefined>> = {
  date: classes.when,
  client: undefined,
  dose: classes.dose,
  pressure: classes.bars,
  peak: classes.peak,
  notices: classes.notices,
  phq9: classes.score,
  record: classes.record,
};

interface Rows {
  readonly chosenId: string | null;
  onChoose(id: string): void;
}

/**
 * One row a session, of one height. Pages far from the window are one empty row of their height: however far somebody
 * scrolls, a few hundred rows stand in the page.
 */
export function SessionTable(
  props: Rows & {
    readonly pages: readonly (readonly PastSession[])[];
    readonly total: number;
    readonly sort: Sort;
    onSort(sort: Sort): void;
  },
) {
  const { sort, pages } = props;
  return (
    <div className={classes.frame}>
      <table className={classes.table} aria-rowcount={props.total + 1}>
        <caption className="visually-hidden">{text.caption}</caption>
        <thead>
          <tr>
            {columns.map(({ id, key }) => (
              <th
                key={id}
                scope="col"
                className={lookOf[id]}
                aria-sort={key === sort.key ? (sort.up ? 'ascending' : 'descending') : undefined}
              >
                {key === null ? (
                  text.columns[id]
                ) : (
                  <button
                    type="button"
                    className={classes.sort}
                    onClick={() => props.onSort(nextSort(sort, key))}
                  >
                    {text.columns[id]}
                    {key === sort.key && <Arrow up={sort.up} />}
                  </button>
                )}
              </th>
            ))}
          </tr>
        </thead>
        {pages.map((sessions, at) => (
          <PageOfRows
            key={sessions[0]?.id ?? at}
            sessions={sessions}
            chosenId={props.chosenId}
            onChoose={props.onChoose}
          />
        ))}
      </table>
    </div>
  );
}

function PageOfRows({ sessions, chosenId, onChoose }: Rows & { readonly sessions: readonly PastSession[] }) {
  const body = useRef<HTMLTableSectionElement>(null);
  const near = useNear(body);
  const holdsChosen = sessions.some(({ id }) => id === chosenId);
  return (
    <tbody ref={body}>
      {near || holdsChosen ? (
        sessions.map((session) => (
          <SessionRow
            key={session.id}
            session={session}
            chosen={session.id === chosenId}
            onChoose={onChoose}
          />
        ))
      ) : (
        <tr aria-hidden style={{ height: sessions.length * ROW_HEIGHT }}>
          <td colSpan={columns.length} />
        </tr>
      )}
    </tbody>
  );
}

function nextSort(sort: Sort, key: PastSort): Sort {
  // Names begin with A, all else with the newest or the greatest.
  return key === sort.key ? { key, up: !sort.up } : { key, up: key === 'client' };
}

function Arrow({ up }: { up: boolean }) {
  const Icon = up ? IconArrowUp : IconArrowDown;
  return <Icon size={14} stroke={2} aria-hidden />;
}
