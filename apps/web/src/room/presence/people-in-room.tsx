import type { Role } from '@tandem/domain';
import { Suspense, useState } from 'react';
import { useNow } from '../../data/clock.ts';
import { usePeopleHere } from '../../data/live-hooks.ts';
import { clockOf } from '../../data/zone.ts';
import { Avatar, type AvatarProps } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import sheet from '../../ui/popover.module.css';
import { roleWord, words } from '../../words/in-room.ts';
import banner from '../banner-button.module.css';
import { DisplaysDialog } from '../later-parts.ts';
import { mayRecord, useRoom } from '../room-context.ts';
import { type PersonHere, peopleHere } from './people-here.ts';
import classes from './presence.module.css';

const text = words.presence;
const LIST = 'people-in-room';
/** More would push the client's name off a tablet. */
const SHOWN = 4;

/**
 * Who has this session open: whoever watches is seen watching. A tap tells names and roles, since a picture on a
 * tablet has no tooltip. Nothing here is announced by itself.
 */
export function PeopleInRoom() {
  const { session, isLive } = useRoom();
  const here = peopleHere(usePeopleHere(session.id), useNow(5_000));
  const [wall, setWall] = useState(false);
  if (here.length === 0) return null;
  const names = here
    .filter(({ gone }) => !gone)
    .map(({ name }) => name)
    .join(', ');
  return (
    <>
      <button
        type="button"
        className={`${banner.button} ${classes.people}`}
        popoverTarget={LIST}
        title={names}
      >
        <span className="visually-hidden">{text.inRoom(names)}</span>
        {here.slice(0, SHOWN).map((person) => (
          <Avatar key={person.id} name={person.name} role={roleOf(person)} state={stateOf(person, isLive)} />
        ))}
        {here.length > SHOWN && <span className={classes.more}>+{here.length - SHOWN}</span>}
      </button>
      <div id={LIST} popover="auto" className={`${sheet.popover} ${classes.list}`}>
        <h2 className={classes.listTitle}>{text.title}</h2>
        <ul>
          {here.map((person) => (
            <Person key={person.id} person={person} />
          ))}
        </ul>
        {!isLive && <p className={classes.listNote}>{text.notNow}</p>}
        <HandOver />
        <Button
          className={classes.wall}
          popoverTarget={LIST}
          popoverTargetAction="hide"
          onClick={() => setWall(true)}
        >
          {text.wall}
        </Button>
      </div>
      <Suspense>
        {wall && <DisplaysDialog roomId={session.room?.id ?? null} onClose={() => setWall(false)} />}
      </Suspense>
    </>
  );
}

function Person({ person }: { person: PersonHere }) {
  const { zone, isLive, me } = useRoom();
  const state = stateOf(person, isLive);
  return (
    <li className={classes.person}>
      <Avatar name={person.name} role={roleOf(person)} state={state} />
      <span className={classes.who}>
        <b>
          {person.name}
          {person.id === me.person.id && ` (${text.you})`}
        </b>
        <small>
          {person.roles.map(roleWord).join(', ')} · {person.gone && `${text.notHere} · `}
          {state === 'active' ? text.active : text.lastSeen(clockOf(person.lastSeenMs, zone))}
        </small>
        {person.pending > 0 && person.id !== me.person.id && (
          <small>{text.waiting(person.pending, person.callName)}</small>
        )}
      </span>
    </li>
  );
}

/** From here, since it is to one of these people that somebody hands over. */
function HandOver() {
  const room = useRoom();
  if (!mayRecord(room, 'handover')) return null;
  return (
    <Button
      popoverTarget={LIST}
      popoverTargetAction="hide"
      onClick={() => room.setTask({ type: 'panel', panel: 'handover', prefill: null })}
    >
      {text.handOver}
    </Button>
  );
}

function stateOf({ active, gone }: PersonHere, isLive: boolean): NonNullable<AvatarProps['state']> {
  if (gone) return 'gone';
  return active && isLive ? 'active' : 'quiet';
}

function roleOf({ roles }: PersonHere): Role {
  return roles[0] ?? 'lead';
}
