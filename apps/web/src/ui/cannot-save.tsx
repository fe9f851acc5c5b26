import { IconCloudOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useConnection, useKeeping } from '../data/live-hooks.ts';
import { useServerSaves } from '../data/saving.ts';
import { words } from '../words.ts';
import { Button } from './button.tsx';
import classes from './not-current.module.css';

/** Above every page: while the database takes no writes, and when the server is newer than this page. */
export function CannotSave() {
  const connection = useConnection();
  const isOld = connection.type === 'stopped' && connection.reason === 'page-too-old';
  return (
    <>
      {!useServerSaves() && <Strip>{words.cannotSave}</Strip>}
      {isOld && <TooOld />}
    </>
  );
}

/** What waits on the device outlives the reload; what is in this page alone would not, so nothing invites to it. */
function TooOld() {
  if (useKeeping().pageOnly > 0) return <Strip>{words.failed.tooOldUnsafe}</Strip>;
  return (
    <Strip>
      {words.failed.tooOld}
      <Button small onClick={() => location.reload()}>
        {words.failed.reload}
      </Button>
    </Strip>
  );
}

function Strip({ children }: { readonly children: ReactNode }) {
  return (
    <p role="status" className={`${classes.line} ${classes.strip}`}>
      <IconCloudOff size={18} stroke={1.6} aria-hidden />
      {children}
    </p>
  );
}
