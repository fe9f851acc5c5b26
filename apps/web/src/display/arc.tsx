import { type Phase, phases } from '@tandem/domain';
import { wallWords as text } from '../words/wall-words.ts';
import classes from './display.module.css';

/** The six phases, the one that counts in the medicine's colour. */
export function Arc({ phase }: { readonly phase: Phase | null }) {
  const at = phase === null ? -1 : phases.indexOf(phase);
  return (
    <div className={classes.arc} role="img" aria-label={text.arc(phase === null ? null : text.phases[phase])}>
      {phases.map((each, index) => (
        <span key={each} data-place={index < at ? 'past' : index === at ? 'now' : 'ahead'} />
      ))}
    </div>
  );
}
