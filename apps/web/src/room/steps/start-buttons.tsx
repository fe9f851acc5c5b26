import { TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { SafetyOpen } from '../../course/safety-open.tsx';
import { serverNowMs } from '../../data/clock.ts';
import { sentenceOf } from '../../data/failure.ts';
import { useStep } from '../../data/use-step.ts';
import { clockOf, dayOf, instantAt } from '../../data/zone.ts';
import { CancelDialog } from '../../entries/cancel-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { Actions, Dialog } from '../../ui/dialog.tsx';
import form from '../../ui/form.module.css';
import { Sentence } from '../../ui/page.tsx';
import { words } from '../../words/in-room.ts';
import { stepWords } from '../../words/step-words.ts';
import { useRoom } from '../room-context.ts';

const text = stepWords;

/** Start now; or cancel; or, for a session that ran on paper, start at the time it really did. */
export function StartButtons() {
  const { session, clientName } = useRoom();
  const navigate = useNavigate();
  const [open, setOpen] = useState<'paper' | 'cancel' | null>(null);
  const start = useStep(session.id);
  const close = () => setOpen(null);
  return (
    <>
      <Button look="quiet" onClick={() => setOpen('cancel')}>
        {words.steps.cancel}
      </Button>
      <Button look="quiet" onClick={() => setOpen('paper')}>
        {text.startEarlier}
      </Button>
      <Button
        look="main"
        disabled={start.isPending}
        onClick={() => start.mutate({ step: 'start', body: {} })}
      >
        {text.start}
      </Button>
      {start.error !== null && (
        <Dialog title={text.start} onClose={() => start.reset()}>
          <SafetyOpen patientId={session.patient?.id} />
          <Sentence>{sentenceOf(start.error)}</Sentence>
          <Actions>
            <Button onClick={() => start.reset()}>{words.steps.back}</Button>
          </Actions>
        </Dialog>
      )}
      {open === 'paper' && <PaperDialog onClose={close} />}
      {open === 'cancel' && (
        <CancelDialog
          sessionId={session.id}
          who={clientName}
          onClose={close}
          onDone={() => void navigate({ to: '/' })}
        />
      )}
    </>
  );
}

function PaperDialog({ onClose }: { onClose(): void }) {
  const { session, zone } = useRoom();
  const [date, setDate] = useState(() => dayOf(serverNowMs(), zone));
  const [time, setTime] = useState(() => clockOf(serverNowMs(), zone));
  const [reason, setReason] = useState('');
  const start = useStep(session.id, onClose);
  const startedAtMs = instantAt(date, time, zone);
  return (
    <Dialog title={text.startTitle} onClose={onClose}>
      <form
        className={form.group}
        onSubmit={(event) => {
          event.preventDefault();
          if (startedAtMs === null) return;
          const startedAt = new Date(startedAtMs).toISOString();
          start.mutate({ step: 'start', body: { startedAt, reason: reason.trim() } });
        }}
      >
        <div className={form.row}>
          <TextInput
            label={text.date}
            type="date"
            value={date}
            onChange={(event) => setDate(event.currentTarget.value)}
          />
          <TextInput
            label={text.time}
            autoComplete="off"
            error={startedAtMs === null ? text.badTime : undefined}
            value={time}
            onChange={(event) => setTime(event.currentTarget.value)}
          />
        </div>
        <TextInput
          mt={16}
          label={text.whyPaper}
          description={text.paperHint}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {start.error !== null && <Sentence>{sentenceOf(start.error)}</Sentence>}
        <Actions>
          <Button onClick={onClose}>{words.steps.back}</Button>
          <Button type="submit" look="main" disabled={reason.trim() === '' || start.isPending}>
            {text.start}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}
