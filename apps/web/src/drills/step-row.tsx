import { type DrillStep, entryKindOf } from '@tandem/domain';
import type { DrillReply, StepScoreReply } from '@tandem/wire';
import { Link } from '@tanstack/react-router';
import { useMay, useMe } from '../data/me.ts';
import { clockOf } from '../data/zone.ts';
import { elapsed } from '../ui/names.ts';
import { drillWords as text } from '../words/drill-words.ts';
import classes from './drills.module.css';

/** What was expected, how long it took against its two limits, and the entry that answered. */
export function StepRow(props: {
  readonly step: DrillStep;
  readonly score: StepScoreReply | null;
  readonly drill: DrillReply;
}) {
  const { step, score, drill } = props;
  const answer = score?.answer ?? null;
  const running = drill.status === 'in-progress';
  return (
    <li className={classes.step} data-met={(score?.points ?? 0) > 0 || undefined}>
      <span className={classes.type}>{text.types[step.type]}</span>
      <div className={classes.stepBody}>
        <p className={classes.stepWhat}>{step.what}</p>
        <Limits step={step} seconds={answer?.seconds ?? null} />
        <p className={classes.small}>
          {answer === null ? (
            running ? (
              text.waiting
            ) : (
              text.unmet
            )
          ) : (
            <Answered answer={answer} step={step} drill={drill} />
          )}
        </p>
        <p className={classes.small}>
          {text.limits(elapsed(step.withinS * 1000), elapsed(step.lateS * 1000))}. {text.source(step.source)}.
        </p>
      </div>
      <span className={classes.stepPoints}>{text.of(score?.points ?? 0, step.points)}</span>
    </li>
  );
}

function Answered(props: {
  readonly answer: NonNullable<StepScoreReply['answer']>;
  readonly step: DrillStep;
  readonly drill: DrillReply;
}) {
  const { answer, step, drill } = props;
  const { clinic } = useMe();
  const may = useMay();
  const after = elapsed(answer.seconds * 1000);
  const what = entryKindOf(answer.kind)?.label ?? answer.kind;
  return (
    <>
      {answer.seconds > step.lateS ? text.tooLate(after) : text.met(after)}:{' '}
      {text.answer(what, answer.by, clockOf(Date.parse(answer.at), clinic.timeZone))}{' '}
      {may('session.read', drill.status) && (
        <Link to="/s/$sessionId/replay" params={{ sessionId: drill.id }} className={classes.entry}>
          {text.entry}
        </Link>
      )}
    </>
  );
}

/** Seconds on a line: the first part is worth all points, the second half of them. */
function Limits({ step, seconds }: { readonly step: DrillStep; readonly seconds: number | null }) {
  const wholeS = step.lateS * 1.15;
  const share = (s: number) => `${Math.min(100, (s / wholeS) * 100)}%`;
  return (
    <span className={classes.limits} aria-hidden>
      <span className={classes.within} style={{ width: share(step.withinS) }} />
      <span className={classes.late} style={{ width: share(step.lateS - step.withinS) }} />
      {seconds !== null && <span className={classes.mark} style={{ left: share(seconds) }} />}
    </span>
  );
}
