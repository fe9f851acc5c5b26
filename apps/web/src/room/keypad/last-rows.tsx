import { useMemo } from 'react';
import { LogRow } from '../log/log-row.tsx';
import { logRows } from '../log/log-rows.ts';
import { PendingCard } from '../log/pending-card.tsx';
import { useRowRoom } from '../log/use-row-room.ts';
import { useRoom } from '../room-context.ts';
import classes from './last.module.css';

const SHOWN = 4;

/** On a phone: what was recorded last, under the lanes. The whole log is one tap away. */
export function LastRows() {
  const { view } = useRoom();
  const { confirmed, pending } = view;
  const rows = useMemo(() => logRows(confirmed, 'all').slice(-SHOWN), [confirmed]);
  const { room, grams, isKept } = useRowRoom();
  return (
    <div className={classes.rows} data-beside-lanes>
      {rows.slice(Math.min(pending.length, SHOWN)).map((item) => (
        <LogRow key={item.entry.id} item={item} room={room} grams={grams} kept={isKept(item.entry.id)} />
      ))}
      {pending.slice(-SHOWN).map((item) => (
        <PendingCard key={item.id} item={item} />
      ))}
    </div>
  );
}
