import type { Notice } from '@tandem/domain';
import { useEffect, useRef, useState } from 'react';
import { words } from '../../words/in-room.ts';
import { useRoom } from '../room-context.ts';
import { headline, seenByMe } from './notice-lines.ts';
import { useNotices } from './use-notices.ts';

const nothing = { assertive: '', polite: '' };

/**
 * Notices for those who hear the screen: each once per time it is raised, a High at once, the others when the reader
 * pauses. The bar itself is silent: its minutes go on, and would be read out again with each.
 */
export function NoticesSpoken() {
  const { me, zone } = useRoom();
  const notices = useNotices();
  const told = useRef(new Set<string>());
  const [said, setSaid] = useState(nothing);
  useEffect(() => {
    const fresh = notices.filter(
      (notice) => isOpen(notice) && !seenByMe(notice, me.person.id) && !told.current.has(raising(notice)),
    );
    if (fresh.length === 0) return;
    for (const notice of fresh) told.current.add(raising(notice));
    const spoken = (high: boolean) =>
      fresh
        .filter(({ priority }) => (priority === 'high') === high)
        .map(
          (notice) => `${words.notices.priorities[notice.priority]}: ${headline(notice, Date.now(), zone)}`,
        )
        .join('. ');
    setSaid({ assertive: spoken(true), polite: spoken(false) });
  }, [notices, me, zone]);
  return (
    <>
      <p aria-live="assertive" className="visually-hidden">
        {said.assertive}
      </p>
      <p aria-live="polite" className="visually-hidden">
        {said.polite}
      </p>
    </>
  );
}

const isOpen = ({ shown, settled, facts }: Notice) =>
  settled === null && (shown || facts.type === 'still-going');
const raising = ({ id, raisedMs, priority }: Notice) => `${id} ${raisedMs} ${priority}`;
