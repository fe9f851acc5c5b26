import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { toServerMs, useNow } from '../../data/clock.ts';
import { sentenceOf } from '../../data/failure.ts';
import { useMay, useMe } from '../../data/me.ts';
import { clockOf } from '../../data/zone.ts';
import { Button } from '../../ui/button.tsx';
import { GreyRows } from '../../ui/grey-rows.tsx';
import { NotCurrent } from '../../ui/not-current.tsx';
import { Page, Sentence } from '../../ui/page.tsx';
import { healthWords as text } from '../../words/health-words.ts';
import classes from './health.module.css';
import { HEALTH_EVERY_MS, healthQuery } from './health-query.ts';
import type { HealthRow } from './health-row.ts';
import { healthRows } from './health-rows.ts';

/** An answer that is due and half as long again: by then one has failed or is stuck. */
const OVERDUE_MS = HEALTH_EVERY_MS * 1.5;

/** What this says, for another language to be laid over. */
export const english = { health: text };

/** Whether what is confirmed is kept, for those who can call somebody. */
export function HealthPage() {
  const may = useMay();
  const { clinic } = useMe();
  const health = useQuery({ ...healthQuery, enabled: may('health.read') });
  if (!may('health.read')) return <Navigate to="/setup" />;
  const { data } = health;
  return (
    <Page title={text.title} narrow>
      <p className={classes.intro}>{text.intro}</p>
      {health.isPending && <p className="visually-hidden">{text.loading}</p>}
      {health.isPending && <GreyRows count={8} height={72} />}
      {health.error !== null && data === undefined && (
        <div className={classes.failed}>
          <Sentence>{sentenceOf(health.error)}</Sentence>
          <Button onClick={() => void health.refetch()}>{text.again}</Button>
        </div>
      )}
      {data !== undefined && (
        <>
          <p className={classes.currency}>
            <Currency answeredMs={health.dataUpdatedAt} failed={health.isError} />
          </p>
          <ul className={classes.rows} aria-label={text.list}>
            {healthRows(data, clinic.timeZone).map((row) => (
              <Row key={row.what} row={row} />
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}

const icons = { well: IconCircleCheck, plain: null, red: IconAlertTriangle } as const;

function Row({ row: { what, look, state, notes, folder } }: { readonly row: HealthRow }) {
  const Icon = icons[look];
  return (
    <li className={classes.row} data-look={look}>
      <h2 className={classes.what}>{what}</h2>
      <span className={classes.icon}>{Icon !== null && <Icon size={18} stroke={1.6} aria-hidden />}</span>
      <div className={classes.told}>
        <p className={classes.state}>
          <span className="figures">{state}</span>
          {look === 'red' && <span className={classes.badge}>{text.attention}</span>}
        </p>
        {folder !== null && <p className={classes.folder}>{folder}</p>}
        {notes.map((note) => (
          <p key={note} className={classes.note}>
            {note}
          </p>
        ))}
      </div>
    </li>
  );
}

/** Says nothing while answers come; a page that stands still must not look healthy. */
function Currency({ answeredMs, failed }: { readonly answeredMs: number; readonly failed: boolean }) {
  const { clinic } = useMe();
  useNow(1_000);
  if (!failed && Date.now() - answeredMs <= OVERDUE_MS) return null;
  return <NotCurrent since={clockOf(toServerMs(answeredMs), clinic.timeZone)} because="silence" />;
}
