import { useElementSize } from '@mantine/hooks';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useNow } from '../../data/clock.ts';
import { Button } from '../../ui/button.tsx';
import { words } from '../../words.ts';
import { useRoom } from '../room-context.ts';
import { Gutter } from './gutter.tsx';
import { dosePins, firstMoment, phaseSpans, pressureAxis, pressurePoints } from './lane-data.ts';
import { GUTTER, NARROW_BELOW, NARROW_GUTTER, RIGHT } from './lane-size.ts';
import { ArcBar, DoseLabels, NowOverlay, type Plot, RunningPhase } from './overlay.tsx';
import { timeWindow } from './time-window.ts';
import classes from './timeline.module.css';
import { useSame } from './use-same.ts';
import { VitalsTable } from './vitals-table.tsx';

const text = words.chart;
// Charts weigh as much as the rest of the page: they come after the values, which do not wait for them.
const PressureLane = lazy(() =>
  import('./pressure-lane.tsx').then((lane) => ({ default: lane.PressureLane })),
);

export function Timeline() {
  const { view, zone, status } = useRoom();
  const [asTable, setAsTable] = useState(false);
  const running = status === 'in-progress' || status === 'planned';
  const lanes = useLanes();
  const latest = lanes.points.at(-1);
  return (
    <section className={classes.timeline} aria-label={text.bloodPressure}>
      <h2 className="visually-hidden">{text.bloodPressure}</h2>
      {asTable ? (
        <>
          <VitalsTable state={view.expected} zone={zone} />
          <Switch asTable={asTable} onSwitch={setAsTable} />
        </>
      ) : (
        <div className={classes.body}>
          <Gutter state={view.expected} points={lanes.points} running={running}>
            <Switch asTable={asTable} onSwitch={setAsTable} />
            {lanes.axis.widened && (
              <p className={classes.about}>{text.axisStep(lanes.axis.min, lanes.axis.max)}</p>
            )}
          </Gutter>
          <Plotted
            lanes={lanes}
            summary={text.summary(
              lanes.points.length,
              latest ? `${latest.systolic}/${latest.diastolic}` : '',
            )}
          />
        </div>
      )}
    </section>
  );
}

function Switch({ asTable, onSwitch }: { asTable: boolean; onSwitch(asTable: boolean): void }) {
  return (
    <Button look="quiet" small className={classes.switch ?? ''} onClick={() => onSwitch(!asTable)}>
      {asTable ? text.asChart : text.asTable}
    </Button>
  );
}

/** What the lanes show, the same objects as before while nothing on them changed. */
function useLanes() {
  const { view, status } = useRoom();
  const { expected, pending } = view;
  const ended = expected.endedAt === null ? null : Date.parse(expected.endedAt);
  const kept = pending.map((item) => item.id).join(' ');
  const now = useNow(60_000);
  const points = useSame(useMemo(() => pressurePoints(expected, new Set(kept.split(' '))), [expected, kept]));
  const doses = useSame(useMemo(() => dosePins(expected), [expected]));
  const phases = useSame(useMemo(() => phaseSpans(expected, ended), [expected, ended]));
  const axis = useSame(pressureAxis(points));
  const over = status === 'ended' || status === 'signed' ? (ended ?? now) : null;
  const window = useSame(timeWindow(firstMoment(expected, now), now, over));
  return { points, doses, phases, axis, window, live: over === null };
}

function Plotted({ lanes, summary }: { lanes: ReturnType<typeof useLanes>; summary: string }) {
  const { zone } = useRoom();
  const { ref, width, height } = useElementSize();
  const { window, points, doses, phases, axis } = lanes;
  const left = width < NARROW_BELOW ? NARROW_GUTTER : GUTTER;
  const plot: Plot = {
    fromMs: window.fromMs,
    toMs: window.toMs,
    left,
    width: Math.max(0, width - left - RIGHT),
  };
  const earlierOnly = points.length > 0 && points.every(({ atMs }) => atMs < window.fromMs);
  const current = phases.find((span) => span.toMs === null) ?? null;
  return (
    <div className={classes.plotted}>
      <p className={classes.arcName} aria-hidden>
        {words.room.arc}
      </p>
      <ArcBar plot={plot} phases={phases} zone={zone} />
      <div ref={ref} className={classes.lane} role="img" aria-label={summary}>
        {lanes.live && current !== null && <RunningPhase plot={plot} running={current} />}
        {width > 0 && height > 0 && (
          <Suspense fallback={null}>
            <PressureLane
              width={width}
              height={height}
              left={left}
              right={RIGHT}
              fromMs={window.fromMs}
              toMs={window.toMs}
              ticks={window.ticks}
              points={points}
              doses={doses}
              phases={phases}
              axis={axis}
              zone={zone}
            />
          </Suspense>
        )}
      </div>
      {earlierOnly && <p className={classes.earlier}>{text.earlierOnly}</p>}
      <DoseLabels plot={plot} doses={doses} />
      {lanes.live && <NowOverlay plot={plot} zone={zone} />}
    </div>
  );
}
