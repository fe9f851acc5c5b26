import type { ErrorComponentProps } from '@tanstack/react-router';
import { useEffect } from 'react';
import { NoAnswerError, ProblemError } from './data/api.ts';
import { sentenceOf } from './data/failure.ts';
import { useOthersWaiting } from './data/live-hooks.ts';
import { Button } from './ui/button.tsx';
import { Page, Sentence } from './ui/page.tsx';
import { words } from './words.ts';

const TRY_AGAIN_MS = 3_000;

/** A page that could not be shown: what happened, what is safe, and the way on. */
export function PageFailed({ error, reset }: ErrorComponentProps) {
  const waiting = useOthersWaiting();
  const isSilent = error instanceof NoAnswerError;
  // The tablet that was reloaded without a network goes on by itself once there is one.
  useEffect(() => {
    if (!isSilent) return;
    const timer = window.setInterval(reset, TRY_AGAIN_MS);
    window.addEventListener('online', reset);
    return () => {
      window.clearInterval(timer);
      window.removeEventListener('online', reset);
    };
  }, [isSilent, reset]);
  const ofTheCall = error instanceof ProblemError || error instanceof NoAnswerError;
  return (
    <Page
      title={words.product}
      actions={
        <Button look="main" onClick={ofTheCall ? reset : () => location.reload()}>
          {ofTheCall ? words.failed.again : words.failed.reload}
        </Button>
      }
    >
      <Sentence>{ofTheCall ? sentenceOf(error) : words.failed.broken}</Sentence>
      {waiting.map(({ personId, clinicId, name, count }) => (
        <Sentence key={`${clinicId} ${personId}`}>{words.kept.wait(count, name)}</Sentence>
      ))}
    </Page>
  );
}
