import { lazy, Suspense, useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { keypadWords } from '../../words/keypad-words.ts';
import { StepButtons } from '../client-banner.tsx';
import { amendLast } from '../composer/amend-last.ts';
import { EntryLine } from '../composer/entry-line.tsx';
import { useLine } from '../composer/use-line.ts';
import { usePutBack } from '../composer/use-put-back.ts';
import { useLoadedParts } from '../later-parts.ts';
import { useWriting } from '../presence/use-writing.ts';
import { useRoom } from '../room-context.ts';
import classes from './more-tab.module.css';

const DeviceDialog = lazy(async () => ({
  default: (await import('../../device-dialog.tsx')).DeviceDialog,
}));

/** What has no keys of its own: the line as on a desktop with all its forms, the steps of the session, this device. */
export function MoreTab() {
  const room = useRoom();
  const line = useLine();
  const ProcessNoteButton = useLoadedParts()?.ProcessNoteButton;
  const input = useRef<HTMLInputElement>(null);
  const writing = useWriting(line);
  const [device, setDevice] = useState(false);
  usePutBack(line);
  return (
    <div className={classes.more} {...writing}>
      <EntryLine line={line} input={input} onAmendLast={() => amendLast(room)} />
      <div className={classes.steps}>
        <Button onClick={() => amendLast(room)}>{keypadWords.more.amendLast}</Button>
        {ProcessNoteButton !== undefined && <ProcessNoteButton />}
        {room.status === 'in-progress' && <StepButtons />}
        <Button aria-haspopup="dialog" onClick={() => setDevice(true)}>
          {keypadWords.more.device}
        </Button>
      </div>
      {device && (
        <Suspense>
          <DeviceDialog personId={room.me.person.id} onClose={() => setDevice(false)} />
        </Suspense>
      )}
    </div>
  );
}
