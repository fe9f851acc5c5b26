import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Actions, Dialog } from '../ui/dialog.tsx';
import { words } from '../words/list-pages.ts';

const text = words.repeat;

/** One reason for all; it stays in the log of each. */
export function SeriesUndo(props: { readonly count: number; onUndo(reason: string): void; onClose(): void }) {
  const [reason, setReason] = useState<string>(text.undoReason);
  return (
    <Dialog title={text.undoTitle(props.count)} onClose={props.onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim() !== '') props.onUndo(reason.trim());
        }}
      >
        <Textarea
          label={words.steps.why}
          rows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Actions>
          <Button onClick={props.onClose}>{words.steps.back}</Button>
          <Button type="submit" look="main" disabled={reason.trim() === ''}>
            {text.undoSave(props.count)}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}
