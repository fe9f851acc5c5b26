import { type DrillKey, drills } from '@tandem/domain';
import type { StepScoreReply } from '@tandem/wire';
import { drillWords as text } from '../words/drill-words.ts';
import classes from './drills.module.css';

/** Questions of this drill, and one for each thing that was not met. */
export function Debrief(props: { readonly drill: DrillKey; readonly scores: readonly StepScoreReply[] }) {
  const { debrief, steps } = drills[props.drill];
  const missed = steps.filter(
    ({ key }) => (props.scores.find((score) => score.key === key)?.points ?? 0) === 0,
  );
  return (
    <ul className={classes.debrief}>
      {missed.map(({ key, what }) => (
        <li key={key}>{text.missed(what)}</li>
      ))}
      {debrief.map((question) => (
        <li key={question}>{question}</li>
      ))}
    </ul>
  );
}
