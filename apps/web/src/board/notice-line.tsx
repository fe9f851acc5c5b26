import { IconAlertOctagon, IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { BoardSession } from '@tandem/wire';
import { words } from '../words.ts';
import classes from './notice-line.module.css';

type Notice = NonNullable<BoardSession['worstNotice']>;

const icons = { high: IconAlertOctagon, medium: IconAlertTriangle, low: IconInfoCircle };

/** A notice in one line: shape, colour and word together (ux.md 2.8). `place` where it does not stand on its card. */
export function NoticeLine({ notice, place }: { readonly notice: Notice; readonly place?: string }) {
  const { priority, sentence } = notice;
  const Icon = icons[priority];
  return (
    <p className={classes.notice} data-priority={priority}>
      <Icon size={19} stroke={1.8} aria-hidden />
      <span>
        <b>{words.notices.priorities[priority]}</b>{' '}
        {place === undefined ? sentence : words.board.noticeIn(place, sentence)}
      </span>
    </p>
  );
}
