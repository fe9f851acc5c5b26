import type { KeptRoom } from '@tandem/wire';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { sentenceOf } from '../../data/failure.ts';
import { Button } from '../../ui/button.tsx';
import { Nothing, Sentence } from '../../ui/page.tsx';
import { setupWords } from '../../words/setup-words.ts';
import classes from '../setup.module.css';
import { keptRoomsQuery } from '../setup-calls.ts';
import { Part } from '../setup-part.tsx';
import { AddRoom } from './add-room.tsx';
import { RoomRow } from './room-row.tsx';
import { useRoomChanges } from './use-rooms.ts';

const text = setupWords.rooms;

/** The clinic's rooms, for who keeps them: order, names, and those that are not used any more. */
export function KeptRooms() {
  const { data, error, refetch } = useQuery(keptRoomsQuery);
  const { ordering } = useRoomChanges();
  const [said, setSaid] = useState('');
  const rooms = data?.items ?? [];
  const inUse = rooms.filter(({ isRetired }) => !isRetired);
  const retired = rooms.filter(({ isRetired }) => isRetired);
  function move(room: KeptRoom, by: -1 | 1): void {
    const ids = inUse.map(({ id }) => id);
    const at = ids.indexOf(room.id);
    ids.splice(at, 1);
    ids.splice(at + by, 0, room.id);
    ordering.mutate(ids, { onSuccess: () => setSaid(text.said.moved(room.name, at + by + 1)) });
  }
  return (
    <Part title={text.title}>
      {error !== null && (
        <Sentence>
          {sentenceOf(error)}{' '}
          <Button look="quiet" small onClick={() => void refetch()}>
            {text.again}
          </Button>
        </Sentence>
      )}
      {ordering.error !== null && <Sentence>{sentenceOf(ordering.error)}</Sentence>}
      {data !== undefined && inUse.length === 0 && <Nothing>{text.none}</Nothing>}
      {inUse.length > 0 && (
        <ol className={classes.rooms}>
          {inUse.map((room, at) => (
            <RoomRow
              key={room.id}
              room={room}
              isFirst={at === 0}
              isLast={at === inUse.length - 1}
              isBusy={ordering.isPending}
              onMove={(by) => move(room, by)}
              onSaid={setSaid}
            />
          ))}
        </ol>
      )}
      <AddRoom onSaid={setSaid} />
      <p role="status" className={classes.said}>
        {said}
      </p>
      {retired.length > 0 && (
        <>
          <h4 className={classes.retired}>{text.retired}</h4>
          <ul className={classes.rooms}>
            {retired.map((room) => (
              <RoomRow
                key={room.id}
                room={room}
                isFirst
                isLast
                isBusy={false}
                onMove={() => {}}
                onSaid={setSaid}
              />
            ))}
          </ul>
        </>
      )}
    </Part>
  );
}
