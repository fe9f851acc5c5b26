import { useState } from 'react';
import { useKeys } from '../../keys/use-keys.ts';
import { Button } from '../../ui/button.tsx';
import { words } from '../../words/in-room.ts';
import { useLoadedParts } from '../later-parts.ts';
import { mayRecord, useRoom } from '../room-context.ts';
import { usePhone } from '../use-pad.ts';
import { seenByMe } from './notice-lines.ts';
import { NoticeRow } from './notice-row.tsx';
import classes from './notices.module.css';
import { useAcknowledge } from './use-acknowledge.ts';
import { useNotices } from './use-notices.ts';

const text = words.notices;
/** More would push the timeline away, and light a dim room; the others are one tap behind. */
const AT_FIRST = { phone: 1, else: 2 };

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
  const phone = usePhone() && room.pad;
  const acknowledge = useAcknowledge();
  useKeys({
    seen: () => {
      const next = shown.find((notice) => !seenByMe(notice, room.me.person.id));
      if (next !== undefined && mayRecord(room, 'acknowledgement')) acknowledge(next.id);
    },
  });
  // A signed record answers nothing any more: its log says what was noticed.
  if (shown.length === 0 || room.status === 'signed') return null;
  const first = AT_FIRST[phone ? 'phone' : 'else'];
  const more = shown.length - first;
  return (
    <section
      className={classes.bar}
      aria-label={text.title}
      data-soft={room.me.role === 'therapist' || undefined}
    >
      <ul className={classes.list}>
        {(all ? shown : shown.slice(0, first)).map((notice) => (
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
