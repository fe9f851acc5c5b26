import type { Session } from '@tandem/wire';
import { useQueries } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type Picture, scaleOf } from '../clients/picture-data.ts';
import { useMe } from '../data/me.ts';
import { sessionQuery } from '../data/queries.ts';
import { dayOf } from '../data/zone.ts';
import { Button } from '../ui/button.tsx';
import { dayWords, personName } from '../ui/names.ts';
import { Nothing, Page, Sentence } from '../ui/page.tsx';
import { useSettled } from '../ui/use-settled.ts';
import { compareWords as text } from '../words/compare-words.ts';
import { words } from '../words/list-pages.ts';
import { AddSession } from './add-session.tsx';
import type { Column } from './column.ts';
import classes from './compare.module.css';
import { comparedQuery } from './compare-calls.ts';
import { idsIn } from './compared.ts';
import { FactsTable } from './facts-table.tsx';
import { SessionPictures } from './session-pictures.tsx';

/** What this says, for another language to be laid over. */
export const english = { compare: text, picture: words.picture };

const SLOW_MS = 1_000;

/** Two to six sessions beside each other: the facts in one table, the pictures on one scale. */
export function ComparePage() {
  const { ids: listed } = useSearch({ from: '/app/compare' });
  const ids = idsIn(listed);
  const navigate = useNavigate();
  const { timeZone } = useMe().clinic;
  const sessions = useQueries({ queries: ids.map(sessionQuery) });
  const records = useQueries({
    queries: ids.map((id, at) => comparedQuery(id, sessions[at]?.data)),
  });
  const go = (next: readonly string[]) =>
    void navigate({
      to: '/compare',
      search: next.length === 0 ? {} : { ids: next.join('.') },
      replace: true,
    });

  const columns = ids.flatMap((_, at): Column[] => {
    const [session, compared] = [sessions[at]?.data, records[at]?.data];
    if (session === undefined || compared === undefined) return [];
    const day = dayWords(dayOf(Date.parse(session.startedAt ?? session.plannedAt), timeZone));
    const client = session.patient === null ? '' : personName(session.patient);
    return [{ session, compared, name: text.number(at + 1), client, day }];
  });
  const failed = ids.flatMap((id, at): Missing[] => {
    const [session, record] = [sessions[at], records[at]];
    if (session?.error == null && record?.error == null) return [];
    const name = text.number(at + 1);
    const again = () => void (session?.error == null ? record?.refetch() : session.refetch());
    return [{ id, name, sentence: text.failed(name), again }];
  });
  const notOver = ids.flatMap((id, at): Missing[] => {
    const { data } = sessions[at] ?? {};
    const name = text.number(at + 1);
    return data !== undefined && !isOver(data)
      ? [{ id, name, sentence: text.notOver(name), again: null }]
      : [];
  });
  const remove = (id: string) => go(ids.filter((one) => one !== id));
  const missing = ids.length - columns.length - failed.length - notOver.length;
  const slow = useSettled(missing > 0, SLOW_MS) && missing > 0;
  const all: readonly Picture[] = columns.map(({ compared }) => compared.picture);
  const scale = scaleOf(all, Math.max(0, ...columns.map(({ compared }) => compared.lastedMinutes ?? 0)));

  return (
    <Page title={text.title} beside={text.beside}>
      {ids.length < 2 && <Nothing>{text.pick}</Nothing>}
      {[...failed, ...notOver].map(({ id, name, sentence, again }) => (
        <div key={id} className={classes.missing}>
          <Sentence>
            {sentence}{' '}
            {again !== null && (
              <Button small onClick={again}>
                {words.failed.again}
              </Button>
            )}{' '}
            <Button small onClick={() => remove(id)}>
              {text.remove(name)}
            </Button>
          </Sentence>
        </div>
      ))}
      {slow && (
        <p className={classes.quiet} role="status">
          {text.reading(columns.length, ids.length)}
        </p>
      )}
      {columns.length > 0 && <FactsTable columns={columns} remove={remove} />}
      <AddSession chosen={ids} near={columns.at(-1)?.session} add={(id) => go([...ids, id])} />
      {columns.length > 0 && <p className={classes.quiet}>{text.scale}</p>}
      <SessionPictures columns={columns} scale={scale} />
    </Page>
  );
}

/** One that is not beside the others, and what can be done about it. */
interface Missing {
  readonly id: string;
  readonly name: string;
  readonly sentence: string;
  readonly again: (() => void) | null;
}

const isOver = ({ status }: Session): boolean => status === 'ended' || status === 'signed';
