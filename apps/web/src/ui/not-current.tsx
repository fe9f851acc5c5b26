import { IconCloudOff } from '@tabler/icons-react';
import { words } from '../words.ts';
import classes from './not-current.module.css';

/** A line of words where the save state stands: it never covers a value or the line one types in. */
export function NotCurrent({ since }: { readonly since: string }) {
  return (
    <span role="status" className={classes.line}>
      <IconCloudOff size={18} stroke={1.6} aria-hidden />
      {words.notCurrent(since)}
    </span>
  );
}
