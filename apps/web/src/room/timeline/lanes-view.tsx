import { words } from '../../words/in-room.ts';
import { useRoom } from '../room-context.ts';
import { ArcBar } from './arc-bar.tsx';
import { DosePins } from './dose-pins.tsx';
import { DueMarks } from './due-marks.tsx';
import { FocusArea } from './focus-area.tsx';
import { Ghost } from './ghost.tsx';
import { InfusionBars } from './infusion-bars.tsx';
import { Lane } from './lane.tsx';
import type { Layout } from './lane-layout.ts';
import { NoticeMarks } from './notice-marks.tsx';
import { NowLine } from './now-line.tsx';
import classes from './timeline.module.css';
import { GivenUntilNow, RunningPhase, TimeAxis, TimeGrid } from './under-lanes.tsx';
import { useTimeline } from './use-timeline.ts';

/** Back to front: phase, grid, lanes, notices, dose pins, ghost, now. What ticks is beside the lanes, never in them. */
export function Lanes({ layout: layoutNow, width }: { layout: Layout; width: number }) {
  const { zone } = useRoom();
  const {
    parts,
    layout,
    window,
    plot,
    words: said,
    estimate,
    obstacles,
    live,
    endedMs,
  } = useTimeline(layoutNow, width);
  const running = parts.phases.find(({ toMs }) => toMs === null);
  return (
    <FocusArea layout={layout} plot={plot} parts={parts} zone={zone}>
      {!layout.narrow && (
        <p className={classes.arcName} style={{ height: layout.arc }} aria-hidden>
          {words.room.arc}
        </p>
      )}
      {live && running !== undefined && <RunningPhase layout={layout} plot={plot} running={running} />}
      <TimeGrid layout={layout} plot={plot} ticks={window.ticks} />
      {layout.lanes.map((box) => (
        <Lane
          key={box.row.key}
          box={box}
          layout={layout}
          plot={plot}
          width={width}
          parts={parts}
          words={said[box.row.key]}
          estimate={estimate}
          endedMs={endedMs}
        />
      ))}
      <NoticeMarks layout={layout} plot={plot} parts={parts} />
      <TimeAxis layout={layout} plot={plot} ticks={window.ticks} zone={zone} live={live} />
      {estimate?.curve == null && (
        <GivenUntilNow layout={layout} plot={plot} part={parts.ketamine} untilMs={endedMs} />
      )}
      <InfusionBars layout={layout} plot={plot} bars={parts.ketamine.infusions} untilMs={endedMs} />
      <DosePins layout={layout} plot={plot} pins={parts.ketamine.pins} obstacles={obstacles} />
      <ArcBar
        plot={plot}
        phases={parts.phases}
        toCome={live ? parts.toCome : []}
        zone={zone}
        height={layout.arc}
      />
      {live && <DueMarks layout={layout} plot={plot} />}
      {live && <NowLine layout={layout} plot={plot} obstacles={obstacles} zone={zone} />}
      {live && <Ghost layout={layout} plot={plot} parts={parts} />}
    </FocusArea>
  );
}
