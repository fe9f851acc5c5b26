import { toServerMs, useNow } from '../data/clock.ts';
import { CURTAIN_FALLS_MS } from '../data/currency.ts';
import { useMe } from '../data/me.ts';
import { clockOf } from '../data/zone.ts';
import { words } from '../words.ts';
import classes from './as-of.module.css';
import { Button } from './button.tsx';
import { NotCurrent } from './not-current.tsx';

/**
 * How old a list is. One that is asked again by itself says nothing until an answer is overdue; one that is not
 * says as of when it is, and offers to ask.
 */
export function AsOf(props: {
  /** Device clock of the last answer. */
  readonly answeredMs: number;
  readonly asksItself: boolean;
  refresh(): void;
}) {
  const { clinic } = useMe();
  useNow(500);
  const clock = clockOf(toServerMs(props.answeredMs), clinic.timeZone);
  if (Date.now() - props.answeredMs <= CURTAIN_FALLS_MS) return null;
  if (props.asksItself) return <NotCurrent since={clock} because="silence" />;
  return (
    <span className={classes.line}>
      {words.asOf.clock(clock)}
      <Button look="quiet" small onClick={props.refresh}>
        {words.asOf.refresh}
      </Button>
    </span>
  );
}
