import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { NoAnswerError, ProblemError } from './data/api.ts';
import { sentenceOf } from './data/failure.ts';
import { useOthersWaiting } from './data/live-hooks.ts';
import { Button } from './ui/button.tsx';
import { useRootBackground } from './ui/color-mode.ts';
import { Page, Sentence } from './ui/page.tsx';
import { words } from './words.ts';

const TRY_AGAIN_MS = 3_000;

/** A page that could not be shown: what happened, what is safe, and the way on. */
export function PageFailed({ error }: ErrorComponentProps) {
  const waiting = useOthersWaiting();
  const isSilent = error instanceof NoAnswerError;
  const router = useRouter();
  // It may stand alone: a dim room must not see a white page because the network went.
  useRootBackground();
  // The tablet that was reloaded without a network goes on by itself once there is one.
  useEffect(() => {
    if (!isSilent) return;
    const again = () => void router.invalidate();
    const timer = window.setInterval(again, TRY_AGAIN_MS);
    window.addEventListener('online', again);
    return () => {
      window.clearInterval(timer);
      window.removeEventListener('online', again);
    };
  }, [isSilent, router]);
  const ofTheCall = error instanceof ProblemError || error instanceof NoAnswerError;
  return (
    <Page
      title={words.product}
      narrow
      actions={
        <Button look="main" onClick={ofTheCall ? () => void router.invalidate() : () => location.reload()}>
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
