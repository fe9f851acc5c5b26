import { IconAlertTriangle, IconClock } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import type { OutboxItem } from '../../data/outbox-shelf.ts';
import { clockOf } from '../../data/zone.ts';
import { viewOf } from '../../entries/registry.tsx';
import { words } from '../../words/in-room.ts';
import { useRoom } from '../room-context.ts';
import { offlineWords } from './entry-history.tsx';
import classes from './log.module.css';

/** Most rooms never see one: fetched when there is one, from the shelf of the offline shell without a network. */
const Refused = lazy(async () => ({ default: (await import('./refused-item.tsx')).Refused }));

/** Recorded here, not confirmed by the server yet; or refused, with the reason and the way on. */
export function PendingCard({ item }: { item: OutboxItem }) {
  const { zone, me } = useRoom();
  const { entry, status } = item;
  const isOld = item.epoch !== me.epoch;
  const refused = status === 'refused';
  const Icon = refused ? IconAlertTriangle : IconClock;
  return (
    // Read out once, when it is stored and its row comes; what is refused speaks for itself.
    <article
      className={classes.row}
      data-tone={viewOf(entry.kind).tone}
      data-pending={status}
      aria-live="off"
    >
      <time className={classes.time} dateTime={entry.happenedAt}>
        {clockOf(Date.parse(entry.happenedAt), zone)}
      </time>
      <Icon size={17} stroke={1.6} className={classes.icon} aria-hidden />
      <div className={classes.text}>
        <p className={classes.what}>{viewOf(entry.kind).title(entry.data)}</p>
        {refused ? (
          <Suspense fallback={<p className={classes.detail}>{words.save.notStored}</p>}>
            <Refused item={item} />
          </Suspense>
        ) : (
          <p className={classes.detail}>{isOld ? words.save.otherEpoch : words.save.waiting}</p>
        )}
        {entry.context?.offline === true && (
          <p className={classes.detail}>
            {offlineWords(entry.context.asOf, (at) => clockOf(Date.parse(at), zone))}
          </p>
        )}
      </div>
    </article>
  );
}
