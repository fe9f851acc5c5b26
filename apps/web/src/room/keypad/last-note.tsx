import { IconArrowUpRight } from '@tabler/icons-react';
import { weightGrams } from '@tandem/domain';
import { useMemo } from 'react';
import { clockOf } from '../../data/zone.ts';
import { viewOf } from '../../entries/registry.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { words } from '../../words/in-room.ts';
import { logRows } from '../log/log-rows.ts';
import { useRoom } from '../room-context.ts';
import classes from './last.module.css';

/** On a tablet, in the handle of the log: the last words somebody wrote, or the last entry while there are none. */
export function LastNote() {
  const { view, zone } = useRoom();
  const last = useMemo(() => {
    const rows = logRows(view.confirmed, 'all').filter(
      ({ data, retraction }) => data !== null && retraction === null,
    );
    return rows.findLast(({ entry }) => entry.kind === 'note') ?? rows.at(-1) ?? null;
  }, [view.confirmed]);
  const detail =
    last === null
      ? null
      : viewOf(last.entry.kind).detail?.(last.data, { grams: weightGrams(view.confirmed), zone });
  return (
    <>
      {last === null ? (
        <span className={classes.what}>{words.room.logEmpty}</span>
      ) : (
        <>
          <Avatar name={last.entry.author.name} role={last.entry.author.role} />
          <time className={classes.time} dateTime={last.happenedAt}>
            {clockOf(Date.parse(last.happenedAt), zone)}
          </time>
          <span className={classes.what}>
            {viewOf(last.entry.kind).title(last.data)}
            {detail != null && <small> {detail}</small>}
          </span>
        </>
      )}
      <span className={classes.open}>
        {words.room.logShort} <IconArrowUpRight size={18} stroke={1.6} aria-hidden />
      </span>
    </>
  );
}
