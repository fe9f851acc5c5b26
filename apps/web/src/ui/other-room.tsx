import { IconMapPin } from '@tabler/icons-react';
import type { Session } from '@tandem/wire';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { searchSessions } from '../data/calls.ts';
import { usePinnedRoom } from '../data/pinned-room.ts';
import { words } from '../words.ts';
import { buttonClass } from './button.tsx';
import classes from './other-room.module.css';
import { Badge } from './page.tsx';

const text = words.device;

/** Marks the room that this device stands in; nothing for any other. */
export function ThisRoom({ roomId }: { readonly roomId: string | null }) {
  const pinned = usePinnedRoom();
  return pinned !== null && pinned.id === roomId ? <Badge>{text.thisRoom}</Badge> : null;
}

/**
 * Said while a session of another room is open on a device that stands in one, until it is left: values written
 * into the wrong room's session are the worst kind of right values.
 */
export function OtherRoom(props: {
  /** The room this device stands in. */
  readonly pinned: { readonly name: string };
  /** The room of the session on the screen, if it has one. */
  readonly room: { readonly name: string } | null;
  /** What runs in the room of this device. */
  readonly sessionThere: string | null;
}) {
  const { pinned, room, sessionThere } = props;
  return (
    <div role="status" className={classes.line}>
      <IconMapPin size={18} stroke={1.6} aria-hidden />
      <span>
        {text.stands(pinned.name)}. {room === null ? text.withoutRoom : text.elsewhere(room.name)}
      </span>
      {sessionThere !== null && (
        <Link to="/s/$sessionId" params={{ sessionId: sessionThere }} className={buttonClass('quiet', true)}>
          {text.goBack(pinned.name)}
        </Link>
      )}
    </div>
  );
}

/** How old "what runs in my room" may be: it only leads there, and what is there is read anew. */
const THERE_EVERY_MS = 15_000;

/** {@link OtherRoom} for a session, when there is something to say. What is over can be read anywhere. */
export function OtherRoomOf({ session }: { readonly session: Session }) {
  const pinned = usePinnedRoom();
  const elsewhere = pinned !== null && session.room?.id !== pinned.id && isAhead(session);
  const running = useQuery({
    queryKey: ['sessions', 'running-elsewhere'],
    queryFn: () => searchSessions({ status: ['in-progress'], limit: 200 }),
    enabled: elsewhere,
    refetchInterval: THERE_EVERY_MS,
  });
  if (!elsewhere) return null;
  const there = running.data?.items.find(({ room }) => room?.id === pinned.id);
  return <OtherRoom pinned={pinned} room={session.room} sessionThere={there?.id ?? null} />;
}

function isAhead({ status }: Session): boolean {
  return status === 'planned' || status === 'in-progress';
}
