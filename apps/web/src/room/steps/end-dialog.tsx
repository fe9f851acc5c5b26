import { type Disposition, dispositions } from '@tandem/domain';
import { useState } from 'react';
import { sentenceOf } from '../../data/failure.ts';
import { useStep } from '../../data/use-step.ts';
import { Button } from '../../ui/button.tsx';
import { Actions, Dialog } from '../../ui/dialog.tsx';
import form from '../../ui/form.module.css';
import { Sentence } from '../../ui/page.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { words } from '../../words/in-room.ts';
import { useRoom } from '../room-context.ts';

const options = Object.entries(dispositions).map(([value, label]) => ({
  value: value as Disposition,
  label,
}));

/** Nothing is chosen beforehand: how a session ended is a statement, not a default. */
export function EndDialog({ onClose }: { onClose(): void }) {
  const { session } = useRoom();
  const [disposition, setDisposition] = useState<Disposition | null>(null);
  const end = useStep(session.id, onClose);
  return (
    <Dialog title={words.steps.endTitle} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (disposition !== null) end.mutate({ step: 'end', body: { disposition } });
        }}
      >
        <RadioGroup
          label={words.steps.how}
          wide
          value={disposition}
          options={options}
          onChange={setDisposition}
        />
        <p className={form.hint} style={{ marginTop: 12 }}>
          {words.steps.endHint}
        </p>
        {end.error !== null && <Sentence>{sentenceOf(end.error)}</Sentence>}
        <Actions>
          <Button onClick={onClose}>{words.steps.back}</Button>
          <Button type="submit" look="main" disabled={disposition === null || end.isPending}>
            {words.steps.end}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}
