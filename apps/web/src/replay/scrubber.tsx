import type { Replay, ReplayStop, ReplayView } from '@tandem/domain';
import { memo, useSyncExternalStore } from 'react';
import { useNow } from '../data/clock.ts';
import { clockOf } from '../data/zone.ts';
import { useRoom } from '../room/room-context.ts';
import { replayWords as text } from '../words/replay-words.ts';
import type { Player } from './player.ts';
import classes from './replay.module.css';

const STEP_MS = 1_000;

/** The whole session as one line that is taken to any moment; above it, where doses, notices and notes are. */
export function Scrubber(props: {
  readonly replay: Replay;
  readonly player: Player;
  readonly stops: readonly ReplayStop[];
  readonly view: ReplayView;
}) {
  const { replay, player, stops, view } = props;
  const { zone, view: shown } = useRoom();
  const now = useNow(STEP_MS);
  const { fromMs, toMs, entries } = replay;
  // A slider takes only what is whole steps from its least: of anything else it makes a neighbour, which is a step lost.
  const step = useSyncExternalStore(player.subscribe, () =>
    Math.floor((Math.min(player.nowMs(), toMs) - fromMs) / STEP_MS),
  );
  return (
    <div className={classes.scrubber}>
      <Marks stops={stops} fromMs={fromMs} toMs={toMs} />
      <input
        type="range"
        className={classes.range}
        aria-label={text.place}
        aria-valuetext={text.at(
          clockOf(now, zone),
          view.type === 'known' ? replay.seqAt(now) : shown.confirmed.lastSeq,
          entries.length,
        )}
        min={fromMs}
        max={toMs}
        step={STEP_MS}
        value={fromMs + step * STEP_MS}
        onChange={(event) => player.seek(Number(event.currentTarget.value))}
      />
    </div>
  );
}

/** Shape tells what it is, as on the lanes: a pin for a dose, a triangle or octagon for a notice, a dot for a note. */
const Marks = memo(function Marks(props: {
  readonly stops: readonly ReplayStop[];
  readonly fromMs: number;
  readonly toMs: number;
}) {
  const { stops, fromMs, toMs } = props;
  const long = Math.max(1, toMs - fromMs);
  return (
    <svg className={classes.marks} aria-hidden>
      {stops
        .filter(({ type, atMs }) => type !== 'entry' && atMs <= toMs)
        .map(({ type, atMs, priority }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two may be of one moment and type; the list is made anew as a whole
          <svg key={at} aria-hidden x={`${((atMs - fromMs) / long) * 100}%`} overflow="visible">
            {type === 'dose' ? (
              <path className={classes.dose} d="M0 2V18M-4 2H4" />
            ) : type === 'note' ? (
              <circle className={classes.note} cy={14} r={3} />
            ) : priority === 'high' ? (
              <path className={classes.high} d="M-2.5 2H2.5L6 5.5V10.5L2.5 14H-2.5L-6 10.5V5.5Z" />
            ) : (
              <path className={classes.medium} d="M0 2L6 13H-6Z" />
            )}
          </svg>
        ))}
    </svg>
  );
});
