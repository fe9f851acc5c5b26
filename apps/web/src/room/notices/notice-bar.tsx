import { useState } from 'react';
import { useKeys } from '../../keys/use-keys.ts';
import { Button } from '../../ui/button.tsx';
import { words } from '../../words/in-room.ts';
import { useLoadedParts } from '../later-parts.ts';
import { mayRecord, useRoom } from '../room-context.ts';
import { seenByMe } from './notice-lines.ts';
import { NoticeRow } from './notice-row.tsx';
import classes from './notices.module.css';
import { useAcknowledge } from './use-acknowledge.ts';
import { useNotices } from './use-notices.ts';

const text = words.notices;
/** More would push the timeline away; the others are one tap behind. */
const AT_FIRST = 2;

/**
 * What is outside its limits or late, until the condition is settled and a physician or nurse has seen it. It stands
 * above the timeline and pushes it down: never over it, never away by itself (ux.md 2.8).
 */
export function NoticeBar() {
  const NoticesSpoken = useLoadedParts()?.NoticesSpoken;
  return (
    <>
      {NoticesSpoken !== undefined && <NoticesSpoken />}
      <Bar />
    </>
  );
}

function Bar() {
  const room = useRoom();
  const shown = useNotices().filter((notice) => notice.shown);
  const [all, setAll] = useState(false);
  const acknowledge = useAcknowledge();
  useKeys({
    seen: () => {
      const next = shown.find((notice) => !seenByMe(notice, room.me.person.id));
      if (next !== undefined && mayRecord(room, 'acknowledgement')) acknowledge(next.id);
    },
  });
  // A signed record answers nothing any more: its log says what was noticed.
  if (shown.length === 0 || room.status === 'signed') return null;
  const more = shown.length - AT_FIRST;
  return (
    <section className={classes.bar} aria-label={text.title}>
      <ul className={classes.list}>
        {(all ? shown : shown.slice(0, AT_FIRST)).map((notice) => (
          <NoticeRow key={notice.id} notice={notice} />
        ))}
      </ul>
      {more > 0 && (
        <Button look="quiet" small onClick={() => setAll(!all)} aria-expanded={all}>
          {all ? text.fewer : text.more(more)}
        </Button>
      )}
    </section>
  );
}
