import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { sentenceOf } from '../data/failure.ts';
import { useStep } from '../data/use-step.ts';
import { Button } from '../ui/button.tsx';
import { Actions, Dialog } from '../ui/dialog.tsx';
import { Sentence } from '../ui/page.tsx';
import { words } from '../words.ts';

/** Cancels a planned session; the reason stays in its log. */
export function CancelDialog(props: { sessionId: string; who: string; onClose(): void; onDone?(): void }) {
  const [reason, setReason] = useState('');
  const cancel = useStep(props.sessionId, () => {
    props.onClose();
    props.onDone?.();
  });
  return (
    <Dialog title={words.steps.cancelTitle} onClose={props.onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          cancel.mutate({ step: 'cancel', body: { reason: reason.trim() } });
        }}
      >
        <Textarea
          label={words.steps.why}
          description={props.who}
          rows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {cancel.error !== null && <Sentence>{sentenceOf(cancel.error)}</Sentence>}
        <Actions>
          <Button onClick={props.onClose}>{words.steps.back}</Button>
          <Button type="submit" look="main" disabled={cancel.isPending || reason.trim() === ''}>
            {words.steps.cancel}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}
