import { IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { ProcessNoteDialog } from '../process-notes/process-note-dialog.tsx';
import { Button } from '../ui/button.tsx';
import { processNoteWords as text } from '../words/process-note-words.ts';
import { useRoom } from './room-context.ts';

/** A place beside the record, for whoever may keep process notes. Nobody in the room is told that it is open. */
export function ProcessNoteButton() {
  const { may, session, clientName } = useRoom();
  const [open, setOpen] = useState(false);
  if (!may('process-notes.write')) return null;
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <IconLock size={16} stroke={1.8} aria-hidden /> {text.action}
      </Button>
      {open && (
        <ProcessNoteDialog
          noteId={null}
          sessionId={session.id}
          clientName={clientName}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
