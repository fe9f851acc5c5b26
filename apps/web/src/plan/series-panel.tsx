import { IconAlertTriangle, IconCircle, IconCircleCheck, IconClock } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useMay, useMe } from '../data/me.ts';
import { clockOf } from '../data/zone.ts';
import { Button } from '../ui/button.tsx';
import { Actions } from '../ui/dialog.tsx';
import form from '../ui/form.module.css';
import { dayWords, weekdayOf } from '../ui/names.ts';
import { words } from '../words/list-pages.ts';
import classes from './repeat.module.css';
import { countDone, type StepState } from './run-in-order.ts';
import type { SeriesStep } from './series.ts';
import { SeriesUndo } from './series-undo.tsx';
import type { SeriesRun } from './use-series.ts';

const text = words.repeat;

/** A series while it is planned and after: which of its sessions stand, which do not, and the ways on. */
export function SeriesPanel(props: {
  readonly run: SeriesRun;
  onAgain(): void;
  onUndo(reason: string): void;
  /** Back to the form. */
  onChange(): void;
  onDone(): void;
}) {
  const { run } = props;
  const may = useMay();
  const [isAsking, setAsking] = useState(false);
  const done = countDone(run.steps, run.planned);
  const stopped = !run.isRunning && !isComplete(run);
  const nothingSent = run.steps.every(({ id }) => isUntouched(run.planned[id]));
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // What had the focus is gone with the form; the outcome is what one wants to hear.
    if (!run.isRunning) head.current?.focus();
  }, [run.isRunning]);
  return (
    <section className={form.form} aria-label={text.title}>
      <h2 ref={head} className={classes.head} role="status" tabIndex={-1}>
        {headWords(run)}
      </h2>
      <ol className={classes.steps} aria-label={text.dates}>
        {run.steps.map((step, at) => (
          <StepRow key={step.id} step={step} number={at + 1} state={shownState(run, step)} />
        ))}
      </ol>
      {!may('session.run') && done > 0 && <p className={form.hint}>{text.mayNotUndo(done)}</p>}
      {!run.isRunning && (
        <Actions>
          {nothingSent && <Button onClick={props.onChange}>{words.steps.back}</Button>}
          {done > 0 && run.undo === null && may('session.run') && (
            <Button onClick={() => setAsking(true)}>{text.undo}</Button>
          )}
          {stopped && <Button onClick={props.onAgain}>{text.tryAgain}</Button>}
          {!nothingSent && (
            <Button look="main" onClick={props.onDone}>
              {text.done}
            </Button>
          )}
        </Actions>
      )}
      {isAsking && (
        <SeriesUndo
          count={done}
          onClose={() => setAsking(false)}
          onUndo={(reason) => {
            setAsking(false);
            props.onUndo(reason);
          }}
        />
      )}
    </section>
  );
}

type Shown = StepState['type'] | 'undone';

/** What a row says: how far its undo is, once there is one, else how far its planning is. */
function shownState({ planned, undo }: SeriesRun, { id }: SeriesStep): { type: Shown; sentence?: string } {
  const own = planned[id] ?? { type: 'waiting' };
  const back = undo?.cancelled[id];
  if (back === undefined || own.type !== 'done') return own;
  if (back.type === 'done') return { type: 'undone' };
  return back.type === 'waiting' ? own : { ...back, type: back.type === 'running' ? 'running' : 'done' };
}

function StepRow(props: {
  readonly step: SeriesStep;
  readonly number: number;
  readonly state: { readonly type: Shown; readonly sentence?: string };
}) {
  const { step, state } = props;
  const { clinic } = useMe();
  const Icon = icons[state.type];
  return (
    <li>
      <span className={classes.number}>{props.number}</span>
      <Icon className={classes.mark} data-state={state.type} size={20} stroke={1.6} aria-hidden />
      <span className={classes.when}>
        {weekdayOf(step.date)} {dayWords(step.date)},{' '}
        {clockOf(Date.parse(step.body.plannedAt), clinic.timeZone)}
      </span>
      <span className={classes.state}>{text.states[state.type]}</span>
      {state.sentence !== undefined && (
        <span className={classes.sentence}>{state.type === 'unknown' ? text.unknown : state.sentence}</span>
      )}
    </li>
  );
}

const icons = {
  waiting: IconCircle,
  running: IconClock,
  done: IconCircleCheck,
  refused: IconAlertTriangle,
  unknown: IconAlertTriangle,
  undone: IconCircle,
} as const;

function isUntouched(state: StepState | undefined): boolean {
  return state === undefined || state.type === 'waiting' || state.type === 'refused';
}

function isComplete({ steps, planned, undo }: SeriesRun): boolean {
  const done = countDone(steps, planned);
  return undo === null ? done === steps.length : countDone(steps, undo.cancelled) === done;
}

function headWords(run: SeriesRun): string {
  const { steps, planned, undo, isRunning } = run;
  const done = countDone(steps, planned);
  if (undo === null) {
    if (isRunning) return text.planning(done, steps.length);
    return done === steps.length ? text.planned(done) : text.partly(done, steps.length);
  }
  const cancelled = countDone(steps, undo.cancelled);
  if (isRunning) return text.undoing(cancelled, done);
  return cancelled === done ? text.undone(done) : text.undoPartly(cancelled, done);
}
