import type { DisplayView } from '@tandem/wire';
import { Button } from '../ui/button.tsx';
import { Mark } from '../ui/shell.tsx';
import { wallWords } from '../words/wall-words.ts';
import classes from './display.module.css';

const text = wallWords.code;

/** Before it is paired: the code, and the one thing that can be pressed here. */
export function PairingCode(props: {
  readonly code: Extract<DisplayView, { shows: 'code' }> | null;
  readonly isCurrent: boolean;
  readonly wasPaired: boolean;
  readonly nowMs: number;
}) {
  const { code, isCurrent, wasPaired, nowMs } = props;
  return (
    <section className={classes.pairing} data-stale={!isCurrent || undefined}>
      <Mark />
      <h1 className={classes.title}>{text.title}</h1>
      {code === null ? (
        <p className={classes.asking}>{isCurrent ? text.asking : text.waiting}</p>
      ) : (
        <>
          <p className={classes.code}>{code.code}</p>
          <p className={classes.how}>{text.how}</p>
          <p className={classes.small} role="status">
            {isCurrent
              ? text.good(Math.max(0, Math.floor((Date.parse(code.expiresAt) - nowMs) / 60_000)))
              : text.waiting}
          </p>
          <p className={classes.small}>
            {wasPaired && `${text.unpaired} `}
            {text.shows}
          </p>
        </>
      )}
      {document.fullscreenEnabled && document.fullscreenElement === null && (
        <Button onClick={() => void document.documentElement.requestFullscreen()}>{text.fill}</Button>
      )}
    </section>
  );
}
