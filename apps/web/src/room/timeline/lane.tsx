import { formatMg } from '@tandem/domain';
import { Suspense, useRef } from 'react';
import { clockOf } from '../../data/zone.ts';
import { words } from '../../words/in-room.ts';
import type { EstimateView } from '../estimate/estimate-view.ts';
import { useLoadedParts } from '../later-parts.ts';
import { useRoom } from '../room-context.ts';
import { DoseLane } from './dose-lane.tsx';
import { Gutter } from './gutter.tsx';
import type { LaneFrame } from './lane-frame.ts';
import { DoseGutter, SignGutter } from './lane-gutters.tsx';
import type { LaneBox, Layout } from './lane-layout.ts';
import type { Plot } from './lane-scale.ts';
import marks from './meaning-marks.module.css';
import { NotesLane } from './notes-lane.tsx';
import type { PlacedWords } from './place-words.ts';
import { SignLane } from './sign-lane.tsx';
import classes from './timeline.module.css';
import type { TimelineParts } from './timeline-parts.ts';
import { useSameParts } from './use-same.ts';

const text = words.chart;

export interface LaneProps {
  readonly box: LaneBox;
  readonly layout: Layout;
  readonly plot: Plot;
  readonly width: number;
  readonly parts: TimelineParts;
  readonly words: readonly PlacedWords[];
  /** Null where the clinic has it off, and until it is loaded. */
  readonly estimate: EstimateView | null;
  /** When the session ended; null while it is planned or runs. */
  readonly endedMs: number | null;
}

/** One lane: what it says beside its plot, and the plot. */
export function Lane({ box, layout, plot, width, parts, words: said, estimate, endedMs }: LaneProps) {
  const { status, zone, view } = useRoom();
  const running = status === 'in-progress';
  const { key, sign, tone } = box.row;
  const { fromMs, toMs } = plot;
  const { height, pad } = box;
  const { left, right } = layout;
  const { frame } = useSameParts<{ frame: LaneFrame }>({
    frame: { top: box.top, width, height, left, right, pad, fromMs, toMs },
  });
  const shared = { box, layout, running, zone };
  const later = useLoadedParts();
  const notesLane = useRef<HTMLDivElement>(null);
  const totalMicrograms = parts.ketamine.levels.at(-1)?.totalMicrograms ?? 0;
  const given = text.summary.ketamine(formatMg(totalMicrograms), parts.ketamine.pins.length);
  const isEstimate = key === 'ketamine' && later !== null && estimate?.curve != null;
  return (
    <>
      <div className={classes.lane} style={{ top: box.top, height }}>
        <Suspense fallback={null}>
          {sign !== undefined && (
            <SignLane
              lane={sign.key}
              tone={tone}
              part={parts[sign.key]}
              frame={frame}
              words={said}
              summary={signSummary(text.lanes[sign.key], parts[sign.key].points, zone)}
            />
          )}
          {isEstimate && <later.EstimateLane curve={estimate.curve} frame={frame} given={given} />}
          {key === 'ketamine' && !isEstimate && (
            <DoseLane
              part={parts.ketamine}
              frame={frame}
              words={said}
              summary={estimate === null ? given : `${given} ${estimate.absent?.[0] ?? ''}`}
            />
          )}
        </Suspense>
        {key === 'notes' && (
          <div ref={notesLane} className={marks.drag}>
            <NotesLane
              notes={parts.notes}
              plot={plot}
              width={width}
              height={height}
              summary={notesSummary(parts.notes, zone)}
            />
            {later !== null && <later.RegionDrag lane={notesLane} plot={plot} />}
          </div>
        )}
      </div>
      {sign !== undefined && <SignGutter {...shared} look={sign} part={parts[sign.key]} />}
      {isEstimate && (
        <later.EstimateGutter
          box={box}
          layout={layout}
          range={estimate.range}
          clock={endedMs === null ? null : clockOf(endedMs, zone)}
          totalMicrograms={totalMicrograms}
        />
      )}
      {key === 'ketamine' && !isEstimate && (
        <DoseGutter {...shared} state={view.expected} part={parts.ketamine} />
      )}
      {key === 'notes' && !layout.narrow && (
        <Gutter box={box} narrowLeft={null} name={text.lanes.notes} value={null} />
      )}
    </>
  );
}

function signSummary(name: string, points: TimelineParts['spo2']['points'], zone: string): string {
  const last = points.at(-1);
  return last === undefined
    ? text.summary.none(name)
    : text.summary.readings(name, points.length, last.text, clockOf(last.atMs, zone));
}

function notesSummary(notes: TimelineParts['notes'], zone: string): string {
  const last = notes.at(-1);
  return last === undefined
    ? text.summary.noNotes
    : text.summary.notes(notes.length, clockOf(last.atMs, zone));
}
