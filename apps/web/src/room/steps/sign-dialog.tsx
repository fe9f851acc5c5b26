import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { ProblemError } from '../../data/api.ts';
import { sentenceOf } from '../../data/failure.ts';
import { useStep } from '../../data/use-step.ts';
import { Button } from '../../ui/button.tsx';
import { Actions, Dialog } from '../../ui/dialog.tsx';
import form from '../../ui/form.module.css';
import { Sentence } from '../../ui/page.tsx';
import { words } from '../../words/in-room.ts';
import { stepWords } from '../../words/step-words.ts';
import { useRoom } from '../room-context.ts';

/** Signs one's own part. What is not saved yet would not be under the signature, so it waits. */
export function SignDialog({ onClose }: { onClose(): void }) {
  const { session, me, view } = useRoom();
  const [meaning, setMeaning] = useState<string>(stepWords.meaningDefault[me.role] ?? '');
  const sign = useStep(session.id, onClose);
  const unsaved = view.pending.length;
  const missing = sign.error instanceof ProblemError ? sign.error.problem.missing : undefined;
  return (
    <Dialog title={stepWords.signTitle} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          sign.mutate({ step: 'sign', body: { meaning: meaning.trim() } });
        }}
      >
        <Textarea
          label={stepWords.meaning}
          rows={3}
          maxLength={500}
          value={meaning}
          onChange={(event) => setMeaning(event.currentTarget.value)}
        />
        <p className={form.hint} style={{ marginTop: 12 }}>
          {stepWords.signHint}
        </p>
        {unsaved > 0 && <Sentence>{stepWords.notSaved(unsaved)}</Sentence>}
        {missing !== undefined && missing.length > 0 ? (
          <Sentence>
            {stepWords.openItems(missing.length)} {missing.join(' ')}
          </Sentence>
        ) : (
          sign.error !== null && <Sentence>{sentenceOf(sign.error)}</Sentence>
        )}
        <Actions>
          <Button onClick={onClose}>{words.steps.back}</Button>
          <Button type="submit" look="main" disabled={unsaved > 0 || meaning.trim() === '' || sign.isPending}>
            {words.steps.sign}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}
