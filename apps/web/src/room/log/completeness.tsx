import { IconAlertTriangle } from '@tabler/icons-react';
import { words } from '../../words/in-room.ts';
import { useRoom } from '../room-context.ts';
import classes from './log.module.css';

/** How far this screen has everything without a gap; a gap is named with its range (product.md, N1). */
export function Completeness() {
  const { confirmed, gap } = useRoom().view;
  if (gap !== null) {
    return (
      <p className={classes.gap} role="status">
        <IconAlertTriangle size={16} stroke={1.8} aria-hidden />
        {words.room.missing(gap.from, gap.to)}
      </p>
    );
  }
  return confirmed.lastSeq === 0 ? null : (
    <p className={classes.complete}>{words.room.completeTo(confirmed.lastSeq)}</p>
  );
}
