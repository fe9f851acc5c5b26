import { Button } from '../ui/button.tsx';
import { Actions } from '../ui/dialog.tsx';
import { signInWords } from '../words/sign-in-words.ts';
import { CopyButton } from './copy-button.tsx';
import classes from './second-factor.module.css';

const text = signInWords.codes;

/** Shown once: to copy or to print, then gone from this page and from the server. */
export function RecoveryCodes(props: {
  readonly codes: readonly string[];
  readonly hadBefore?: boolean;
  onKept(): void;
}) {
  return (
    <div className={classes.codes}>
      <p className={classes.why}>
        {text.why} {props.hadBefore === true && text.hadBefore}
      </p>
      <ol className={classes.list} aria-label={text.file} data-print>
        {props.codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className={classes.keeping}>
        <CopyButton text={`${text.file}\n${props.codes.join('\n')}\n`} />
        <Button onClick={() => window.print()}>{signInWords.print}</Button>
      </div>
      <Actions>
        <Button look="main" onClick={props.onKept}>
          {text.kept}
        </Button>
      </Actions>
    </div>
  );
}
