import { type Icon, IconBan, IconCalendar, IconHeartbeat, IconLock, IconPencil } from '@tabler/icons-react';
import type { SessionStatus } from '@tandem/domain';
import { words } from '../words.ts';
import classes from './record-state.module.css';

const icons: Readonly<Record<SessionStatus, Icon>> = {
  planned: IconCalendar,
  'in-progress': IconHeartbeat,
  ended: IconPencil,
  signed: IconLock,
  cancelled: IconBan,
};

/** Where the record of a session stands, as a shape and a word. */
export function RecordState({ status }: { readonly status: SessionStatus }) {
  const StateIcon = icons[status];
  return (
    <span className={classes.state} data-status={status}>
      <StateIcon size={16} stroke={1.8} aria-hidden />
      {words.status[status]}
    </span>
  );
}
