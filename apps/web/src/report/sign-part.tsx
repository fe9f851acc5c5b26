import { Textarea, TextInput } from '@mantine/core';
import { partsMissing } from '@tandem/domain';
import { useState } from 'react';
import { ProblemError } from '../data/api.ts';
import { sentenceOf } from '../data/failure.ts';
import { useStep } from '../data/use-step.ts';
import { useRoom } from '../room/room-context.ts';
import { Button } from '../ui/button.tsx';
import { Sentence } from '../ui/page.tsx';
import { roleWord, words } from '../words/in-room.ts';
import { reportWords } from '../words/report-words.ts';
import { stepWords } from '../words/step-words.ts';
import classes from './report.module.css';

/** One's own part under one's own name; a lead closes what nobody is left to sign. */
export function SignPart() {
  const { status, view, me, may } = useRoom();
  if (status !== 'ended') return null;
  const mine = view.confirmed.signatures.find(({ author }) => author.role === me.role);
  if (mine !== undefined) return <p className={classes.card}>{reportWords.sign.done(roleWord(me.role))}</p>;
  if (may('session.sign')) return <Sign />;
  return may('session.close') && partsMissing(view.confirmed).length > 0 ? <Close /> : null;
}

function Sign() {
  const { session, me, view, isLive } = useRoom();
  const [meaning, setMeaning] = useState<string>(stepWords.meaningDefault[me.role] ?? '');
  const sign = useStep(session.id);
  const unsaved = view.pending.length;
  const missing = sign.error instanceof ProblemError ? sign.error.problem.missing : undefined;
  const ready = unsaved === 0 && view.gap === null && isLive;
  return (
    <form
      className={classes.card}
      aria-label={reportWords.sign.as(me.person.name)}
      onSubmit={(event) => {
        event.preventDefault();
        sign.mutate({ step: 'sign', body: { meaning: meaning.trim() } });
      }}
    >
      <h2>{reportWords.sign.as(me.person.name)}</h2>
      <Textarea
        label={stepWords.meaning}
        autosize
        minRows={3}
        maxLength={500}
        value={meaning}
        onChange={(event) => setMeaning(event.currentTarget.value)}
      />
      <p className={classes.quiet}>{stepWords.signHint}</p>
      {unsaved > 0 && <Sentence>{stepWords.notSaved(unsaved)}</Sentence>}
      {missing !== undefined && missing.length > 0 ? (
        <Sentence>
          {stepWords.openItems(missing.length)} {missing.join(' ')}
        </Sentence>
      ) : (
        sign.error !== null && <Sentence>{sentenceOf(sign.error)}</Sentence>
      )}
      <Button type="submit" look="main" disabled={!ready || meaning.trim() === '' || sign.isPending}>
        {words.steps.sign}
      </Button>
    </form>
  );
}

function Close() {
  const { session } = useRoom();
  const [reason, setReason] = useState('');
  const close = useStep(session.id);
  const missing = close.error instanceof ProblemError ? close.error.problem.missing : undefined;
  return (
    <form
      className={classes.card}
      aria-label={reportWords.close.title}
      onSubmit={(event) => {
        event.preventDefault();
        close.mutate({ step: 'close', body: { reason: reason.trim() } });
      }}
    >
      <h2>{reportWords.close.title}</h2>
      <p className={classes.quiet}>{reportWords.close.hint}</p>
      <TextInput
        label={reportWords.close.reason}
        autoComplete="off"
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {close.error !== null && (
        <Sentence>
          {sentenceOf(close.error)} {missing?.join(' ')}
        </Sentence>
      )}
      <Button type="submit" disabled={reason.trim() === '' || close.isPending}>
        {reportWords.close.button}
      </Button>
    </form>
  );
}
