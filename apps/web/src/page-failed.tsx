import type { ErrorComponentProps } from '@tanstack/react-router';
import { NoAnswerError, ProblemError } from './data/api.ts';
import { sentenceOf } from './data/failure.ts';
import { Button } from './ui/button.tsx';
import { Page, Sentence } from './ui/page.tsx';
import { words } from './words.ts';

/** A page that could not be shown: what happened, what is safe, and the way on. */
export function PageFailed({ error, reset }: ErrorComponentProps) {
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
    </Page>
  );
}
