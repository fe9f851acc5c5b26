import { IconCloudOff } from '@tabler/icons-react';
import { useCanSave } from '../data/live-hooks.ts';
import { words } from '../words.ts';
import classes from './not-current.module.css';

/** Above every page while the server says that its database takes no writes: reading goes on. */
export function CannotSave() {
  return useCanSave() ? null : (
    <p role="status" className={`${classes.line} ${classes.strip}`}>
      <IconCloudOff size={18} stroke={1.6} aria-hidden />
      {words.cannotSave}
    </p>
  );
}
