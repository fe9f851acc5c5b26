import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { KeptRoom } from '@tandem/wire';
import { useState } from 'react';
import { sentenceOf } from '../../data/failure.ts';
import { Button } from '../../ui/button.tsx';
import { Sentence } from '../../ui/page.tsx';
import { setupWords } from '../../words/setup-words.ts';
import classes from '../setup.module.css';
import { RoomNameForm } from './room-name-form.tsx';
import { useRoomChanges } from './use-rooms.ts';

const text = setupWords.rooms;

/** One room and what can be done with it. */
export function RoomRow(props: {
  readonly room: KeptRoom;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly isBusy: boolean;
  onMove(by: -1 | 1): void;
  onSaid(said: string): void;
}) {
  const { room, isBusy } = props;
  const { id, name, isRetired } = room;
  const { changing } = useRoomChanges();
  const [doing, setDoing] = useState<'rename' | 'retire' | null>(null);
  const close = () => {
    changing.reset();
    setDoing(null);
  };
  function change(wanted: { name?: string; isRetired?: boolean }, said: string): void {
    changing.mutate(
      { id, ...wanted },
      {
        onSuccess: () => {
          setDoing(null);
          props.onSaid(said);
        },
      },
    );
  }
  return (
    <li className={classes.room}>
      <span className={classes.roomName}>{name}</span>
      {doing === null && (
        <span className={classes.acts}>
          {!(props.isFirst && props.isLast) && (
            <>
              <Button
                small
                aria-label={text.up(name)}
                disabled={props.isFirst || isBusy}
                onClick={() => props.onMove(-1)}
              >
                <IconArrowUp size={18} aria-hidden />
              </Button>
              <Button
                small
                aria-label={text.down(name)}
                disabled={props.isLast || isBusy}
                onClick={() => props.onMove(1)}
              >
                <IconArrowDown size={18} aria-hidden />
              </Button>
            </>
          )}
          <Button small aria-label={text.renameOf(name)} onClick={() => setDoing('rename')}>
            {text.rename}
          </Button>
          {isRetired ? (
            <Button
              small
              aria-label={text.restoreOf(name)}
              disabled={changing.isPending}
              onClick={() => change({ isRetired: false }, text.said.restored(name))}
            >
              {text.restore}
            </Button>
          ) : (
            <Button small aria-label={text.retireOf(name)} onClick={() => setDoing('retire')}>
              {text.retire}
            </Button>
          )}
        </span>
      )}
      {doing === 'rename' && (
        <RoomNameForm
          name={name}
          button={text.save}
          saving={changing}
          onSave={(typed) => change({ name: typed }, text.said.renamed(typed))}
          onClose={close}
        />
      )}
      {doing === 'retire' && (
        <>
          <p className={classes.sure}>{text.retireMeans(name)}</p>
          <span className={classes.acts}>
            <Button onClick={close}>{text.back}</Button>
            <Button
              look="main"
              disabled={changing.isPending}
              onClick={() => change({ isRetired: true }, text.said.retired(name))}
            >
              {text.sure}
            </Button>
          </span>
        </>
      )}
      {doing !== 'rename' && changing.error !== null && <Sentence>{sentenceOf(changing.error)}</Sentence>}
    </li>
  );
}
