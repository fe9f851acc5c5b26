import { IconCloudOff } from '@tabler/icons-react';
import { words } from '../words.ts';
import classes from './not-current.module.css';

export interface NotCurrentProps {
  /** Clock of the last moment that was known to be current. */
  readonly since: string;
  readonly because: keyof typeof words.notCurrent.because;
}

/** A line of words that pushes down and never covers: neither a value nor the line one types in. */
export function NotCurrent({ since, because }: NotCurrentProps) {
  return (
    <span role="status" className={classes.line}>
      <IconCloudOff size={18} stroke={1.6} aria-hidden />
      {words.notCurrent.since(since)} {words.notCurrent.because[because]}
    </span>
  );
}
