import { weightGrams } from '@tandem/domain';
import { useMemo } from 'react';
import { LogRow } from '../log/log-row.tsx';
import { logRows } from '../log/log-rows.ts';
import { PendingCard } from '../log/pending-card.tsx';
import { useRoom } from '../room-context.ts';
import classes from './last.module.css';

const SHOWN = 4;

/** On a phone: what was recorded last, under the lanes. The whole log is one tap away. */
export function LastRows() {
  const { view } = useRoom();
  const { confirmed, pending } = view;
  const rows = useMemo(() => logRows(confirmed, 'all').slice(-SHOWN), [confirmed]);
  const grams = weightGrams(confirmed);
  return (
    <div className={classes.rows}>
      {rows.slice(Math.min(pending.length, SHOWN)).map((item) => (
        <LogRow key={item.entry.id} item={item} grams={grams} />
      ))}
      {pending.slice(-SHOWN).map((item) => (
        <PendingCard key={item.id} item={item} />
      ))}
    </div>
  );
}
