import { minutesLeft } from '@tandem/domain';
import type { Session } from '@tandem/wire';
import { useNow } from '../data/clock.ts';
import { sentenceOf } from '../data/failure.ts';
import { Button } from '../ui/button.tsx';
import { breakGlassWords as text } from '../words/break-glass-words.ts';
import classes from './break-glass.module.css';
import { useOpening } from './use-opening.ts';

/** From here on the hour can be begun anew: nobody is put out of a room in the middle of something. */
const OFFERED_AT_MINUTES = 15;

/** Over a session that is open with a reason: for how long still, and why. */
export function OpenBanner({ session }: { readonly session: Session }) {
  const now = useNow(5_000);
  const opening = useOpening(session.id);
  const { breakGlass } = session;
  if (breakGlass === undefined) return null;
  const left = minutesLeft(breakGlass.endsAt, now);
  return (
    <section className={classes.banner} aria-label={text.banner}>
      <strong>{text.banner}</strong>
      <span className={classes.left}>{left === 0 ? text.over : text.left(left)}</span>
      <span className={classes.why}>{text.because(breakGlass.reason)}</span>
      {left <= OFFERED_AT_MINUTES && (
        <Button small disabled={opening.isPending} onClick={() => opening.mutate(breakGlass.reason)}>
          {text.longer}
        </Button>
      )}
      {opening.error !== null && <span role="alert">{sentenceOf(opening.error)}</span>}
    </section>
  );
}
