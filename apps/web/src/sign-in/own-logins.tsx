import type { OwnLogin } from '@tandem/wire';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { serverNowMs } from '../data/clock.ts';
import { sentenceOf } from '../data/failure.ts';
import { useMe } from '../data/me.ts';
import { clockOf, dayOf } from '../data/zone.ts';
import { Button } from '../ui/button.tsx';
import { dayWords } from '../ui/names.ts';
import { Sentence } from '../ui/page.tsx';
import { signInWords } from '../words/sign-in-words.ts';
import classes from './own-sign-in.module.css';
import { endLogin, endOtherLogins, ownSignInQuery } from './sign-in-calls.ts';

const text = signInWords.logins;

/** Every device that is signed in as this person, and the end of any other one. */
export function OwnLogins({ logins }: { readonly logins: readonly OwnLogin[] }) {
  const { timeZone } = useMe().clinic;
  const queryClient = useQueryClient();
  const again = () => queryClient.invalidateQueries(ownSignInQuery);
  const one = useMutation({ mutationFn: endLogin, onSettled: again });
  const others = useMutation({ mutationFn: endOtherLogins, onSettled: again });
  const today = dayOf(serverNowMs(), timeZone);
  // A login lasts 12 hours: the day is said where it is not this one.
  const when = (at: string) => {
    const atMs = Date.parse(at);
    const day = dayOf(atMs, timeZone);
    return `${day === today ? '' : `${dayWords(day)} `}${clockOf(atMs, timeZone)}`;
  };
  const error = one.error ?? others.error;
  return (
    <section className={classes.part} aria-label={text.title}>
      <h3 className={classes.title}>{text.title}</h3>
      <ul className={classes.logins}>
        {logins.map(({ id, device, beganAt, usedAt, isThis }) => (
          <li key={id}>
            <span>
              <strong>{device}</strong>
              {isThis && <span className={classes.here}>{text.isThis}</span>}
              <small>{text.facts(when(beganAt), when(usedAt))}</small>
            </span>
            {!isThis && (
              <Button
                look="quiet"
                small
                aria-label={text.endThis(device)}
                disabled={one.isPending}
                onClick={() => one.mutate(id)}
              >
                {text.end}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div className={classes.doing}>
        <span role="status">{others.data !== undefined && text.ended(others.data.endedLogins)}</span>
        {logins.length > 1 && (
          <Button disabled={others.isPending} onClick={() => others.mutate()}>
            {text.endOthers}
          </Button>
        )}
      </div>
      {error !== null && <Sentence>{sentenceOf(error)}</Sentence>}
    </section>
  );
}
