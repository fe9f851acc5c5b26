import { type DrillCue, drills, entryKindOf } from '@tandem/domain';
import type { DrillReply, StepScoreReply } from '@tandem/wire';
import { elapsed } from '../ui/names.ts';
import { drillWords as text } from '../words/drill-words.ts';
import classes from './drills.module.css';
import { StepRow } from './step-row.tsx';

/** One moment of the script with what it asked of the team. */
export function CueRow(props: {
  readonly drill: DrillReply;
  readonly cue: DrillCue;
  readonly at: string | null;
  readonly scores: readonly StepScoreReply[];
}) {
  const { drill, cue, at, scores } = props;
  const startMs = drill.startedAt === null ? null : Date.parse(drill.startedAt);
  const expected = drills[drill.drill].steps.filter((step) => step.cue === cue.key);
  const running = drill.status === 'in-progress';
  const clock = at === null || startMs === null ? null : elapsed(Date.parse(at) - startMs);
  return (
    <li className={classes.cue} data-played={at !== null || undefined}>
      <span className={classes.at}>
        {clock ?? (running ? text.nextOf(elapsed((cue.atS * 1000) / drill.pace)) : '–')}
      </span>
      <div className={classes.cueBody}>
        <p className={classes.cueWords}>
          {summaryOf(cue)}
          {at === null && <small>{running ? text.notPlayed : text.neverPlayed}</small>}
        </p>
        {expected.length > 0 && (
          <ul className={classes.steps}>
            {expected.map((step) => (
              <StepRow
                key={step.key}
                step={step}
                score={scores.find(({ key }) => key === step.key) ?? null}
                drill={drill}
              />
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}

/** As the log of the room says it. */
function summaryOf({ kind, data }: DrillCue): string {
  return entryKindOf(kind)?.summarize(data as never) ?? kind;
}
