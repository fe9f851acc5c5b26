import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { sentenceOf } from '../data/failure.ts';
import { Button } from '../ui/button.tsx';
import { Nothing, Sentence } from '../ui/page.tsx';
import { displayWords as text } from '../words/display-words.ts';
import classes from './displays.module.css';
import { displaysQuery } from './displays-calls.ts';
import { PairForm } from './pair-form.tsx';
import { PairedRow } from './paired-row.tsx';

/** Screens on a wall: of one room, or of all of the clinic where none is named. */
export function DisplaysPanel({ roomId }: { readonly roomId: string | null }) {
  const { data, error, refetch } = useQuery(displaysQuery);
  const [said, setSaid] = useState('');
  const [pairs, setPairs] = useState(false);
  if (data === undefined) {
    if (error === null) return <p className={classes.hint}>{text.loading}</p>;
    return (
      <Sentence>
        {sentenceOf(error)}{' '}
        <Button look="quiet" small onClick={() => void refetch()}>
          {text.again}
        </Button>
      </Sentence>
    );
  }
  const { rooms } = data;
  const items = data.items.filter((display) => roomId === null || display.roomId === roomId);
  if (rooms.length === 0) return <Nothing>{text.noRooms}</Nothing>;
  return (
    <div className={classes.panel}>
      <p className={classes.said} role="status">
        {said}
      </p>
      {items.length > 0 && (
        <ul className={classes.list}>
          {items.map((display) => (
            <PairedRow
              key={display.id}
              display={display}
              onUnpaired={({ roomName }) => setSaid(text.unpaired(roomName))}
            />
          ))}
        </ul>
      )}
      {items.length > 0 && !pairs ? (
        <div>
          <Button onClick={() => setPairs(true)}>{text.pairAnother}</Button>
        </div>
      ) : (
        <div className={classes.pairing} data-framed={roomId === null || undefined}>
          <p className={classes.hint}>
            {text.intro} <strong className={classes.address}>{text.address(location.origin)}</strong>.{' '}
            {text.thenType}
          </p>
          <PairForm
            rooms={rooms}
            roomId={roomId}
            onPaired={({ roomName }) => {
              setSaid(text.paired(roomName));
              setPairs(false);
            }}
          />
        </div>
      )}
    </div>
  );
}
