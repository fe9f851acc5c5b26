import type { Session } from '@tandem/wire';
import type { ReactNode } from 'react';
import { initials } from '../ui/names.ts';
import { roleWord } from '../words.ts';
import classes from './block.module.css';

/** Read aloud and not drawn: what the eye takes from place and shape. */
export function Heard({ children }: { readonly children: ReactNode }) {
  return <span className="visually-hidden">{children}</span>;
}

/** The team by initials, read aloud by name. */
export function Team({ session }: { readonly session: Session }) {
  return (
    <span className={classes.team}>
      {session.people.map((person) => (
        <span key={person.personId} title={`${person.name}, ${roleWord(person.role)}`}>
          <Heard>, {person.name}</Heard>
          <span aria-hidden>{initials(person.name)}</span>
        </span>
      ))}
    </span>
  );
}
