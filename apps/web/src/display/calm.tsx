import type { DisplayView } from '@tandem/wire';
import { wallWords as text } from '../words/wall-words.ts';
import { Arc } from './arc.tsx';
import classes from './display.module.css';
import { NoticeShape } from './notice-shape.tsx';

/** Phase and clock, for a room with a client in it. A notice is one small dim shape that says nothing to them. */
export function Calm(props: {
  readonly view: Extract<DisplayView, { shows: 'calm' }>;
  readonly clock: string;
}) {
  const { roomName, session } = props.view;
  const notice = session?.notice ?? null;
  return (
    <>
      <p className={classes.calmRoom}>{roomName}</p>
      <div className={classes.calm}>
        <p className={classes.calmClock}>{props.clock}</p>
        {session !== null && (
          <>
            <p className={classes.state}>{session.phase === null ? ' ' : text.phases[session.phase]}</p>
            <Arc phase={session.phase} />
          </>
        )}
      </div>
      {(notice === 'high' || notice === 'medium') && (
        <div className={classes.corner} role="img" aria-label={text.noticeOpen(text.notice[notice])}>
          <NoticeShape priority={notice} />
        </div>
      )}
    </>
  );
}
