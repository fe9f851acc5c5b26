import type { Role } from '@tandem/domain';
import classes from './avatar.module.css';
import { initials } from './names.ts';

export interface AvatarProps {
  readonly name: string;
  readonly role: Role;
  /** A ring for who is active, an outline for who is quiet, grey for whose device is gone; without it the person alone. */
  readonly state?: 'active' | 'quiet' | 'gone';
}

/** Initials in the colour of the role. Only a picture: whoever shows it says the name in words beside it. */
export function Avatar({ name, role, state }: AvatarProps) {
  return (
    <span className={classes.avatar} data-role={role} data-state={state} aria-hidden>
      {initials(name)}
    </span>
  );
}
