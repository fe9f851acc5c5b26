import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { setupWords } from '../../words/setup-words.ts';
import classes from '../setup.module.css';
import { RoomNameForm } from './room-name-form.tsx';
import { useRoomChanges } from './use-rooms.ts';

const text = setupWords.rooms;

/** One more room, at the end of the others. */
export function AddRoom({ onSaid }: { onSaid(said: string): void }) {
  const { adding } = useRoomChanges();
  const [id, setId] = useState<string | null>(null);
  return (
    <div className={classes.below}>
      {id === null ? (
        <Button onClick={() => setId(crypto.randomUUID())}>{text.add}</Button>
      ) : (
        <RoomNameForm
          name=""
          button={text.add}
          saving={adding}
          onSave={(name) =>
            adding.mutate(
              { id, name },
              {
                onSuccess: () => {
                  setId(null);
                  onSaid(text.said.added(name));
                },
              },
            )
          }
          onClose={() => {
            adding.reset();
            setId(null);
          }}
        />
      )}
    </div>
  );
}
