import { IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { IconButton } from '../../ui/button.tsx';
import { words } from '../../words/in-room.ts';
import classes from './phone-lanes.module.css';

/** Two lanes on a phone; a tap opens all of them over the whole screen, under the client's name. */
export function PhoneLanes({ children }: { children(full: boolean): ReactNode }) {
  const [full, setFull] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only hears the key that closes it
    <div
      className={classes.lanes}
      data-full={full || undefined}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !full) return;
        event.preventDefault();
        setFull(false);
      }}
    >
      {children(full)}
      {full ? (
        <IconButton
          className={classes.close ?? ''}
          aria-label={words.room.fewerLanes}
          onClick={() => setFull(false)}
        >
          <IconX size={22} stroke={1.6} aria-hidden />
        </IconButton>
      ) : (
        <button
          type="button"
          className={classes.cover}
          aria-label={words.room.allLanes}
          onClick={() => setFull(true)}
        />
      )}
    </div>
  );
}
