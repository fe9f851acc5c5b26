import { IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react';
import { type Replay, type ReplayStop, type ReplayView, stopFrom } from '@tandem/domain';
import { useSyncExternalStore } from 'react';
import { useNow } from '../data/clock.ts';
import { clockOf } from '../data/zone.ts';
import { ariaKey } from '../keys/printed-key.ts';
import { useRoom } from '../room/room-context.ts';
import { usePhone } from '../room/use-pad.ts';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { replayWords as text } from '../words/replay-words.ts';
import { type Player, type Speed, speeds } from './player.ts';
import classes from './replay.module.css';
import { Scrubber } from './scrubber.tsx';

const jumpTypes = ['dose', 'notice', 'note'] as const;

interface TransportProps {
  readonly replay: Replay;
  readonly player: Player;
  readonly stops: readonly ReplayStop[];
  readonly view: ReplayView;
  setView(view: ReplayView): void;
}

/** To the next or previous dose, notice or note; stays where it is when there is none. */
export function jump(
  player: Player,
  stops: readonly ReplayStop[],
  direction: 'next' | 'previous',
  types: readonly ReplayStop['type'][] = jumpTypes,
): void {
  const stop = stopFrom(stops, player.nowMs(), direction, types);
  if (stop !== null) player.seek(stop.atMs);
}

/** Play, speed, moment, where to jump, and how the moment is shown. */
export function Transport({ replay, player, stops, view, setView }: TransportProps) {
  const { playing, speed } = useSyncExternalStore(player.subscribe, player.state);
  const Icon = playing ? IconPlayerPauseFilled : IconPlayerPlayFilled;
  return (
    <section className={classes.transport} aria-label={text.title}>
      <div className={classes.row}>
        <Button
          look="main"
          className={classes.play ?? ''}
          aria-keyshortcuts={ariaKey('play')}
          onClick={() => (playing ? player.stop() : player.play())}
        >
          <Icon size={18} aria-hidden />
          {playing ? text.stop : text.play}
        </Button>
        <Moment toMs={replay.toMs} />
        <Segmented
          label={text.speed}
          value={`${speed}`}
          options={speeds.map((each) => ({ value: `${each}`, label: text.speeds[each] }))}
          onChange={(value) => player.setSpeed(Number(value) as Speed)}
        />
        <Told replay={replay} view={view} />
      </div>
      <Scrubber replay={replay} player={player} stops={stops} view={view} />
      <div className={classes.row}>
        <ViewChoice replay={replay} view={view} setView={setView} />
        <Jumps player={player} stops={stops} />
      </div>
    </section>
  );
}

/** The clock of the session; beside it, where it ended. */
function Moment({ toMs }: { readonly toMs: number }) {
  const { zone } = useRoom();
  const now = useNow(1_000);
  const after = now > toMs;
  return (
    <p className={classes.moment}>
      <span className={classes.clock}>{secondsOf(now, zone)}</span>
      <span>{after ? text.told.after : text.of(clockOf(toMs, zone))}</span>
    </p>
  );
}

function secondsOf(ms: number, zone: string): string {
  return `${clockOf(ms, zone)}:${String(Math.floor(ms / 1000) % 60).padStart(2, '0')}`;
}

function Jumps({ player, stops }: Pick<TransportProps, 'player' | 'stops'>) {
  // Each button says whether there is one, so it is drawn again as the moment moves on.
  const now = useNow(1_000);
  const phone = usePhone();
  const pairs: readonly Pair[] = phone
    ? [{ name: text.any, types: jumpTypes }]
    : jumpTypes.map((type) => ({ name: text.stops[type], types: [type] }));
  return (
    <fieldset className={classes.jumps}>
      <legend className="visually-hidden">{text.jump}</legend>
      {pairs.map((pair) => (
        <span key={pair.name} className={classes.pair}>
          <JumpButton {...{ player, stops, pair, now }} direction="previous" />
          <span aria-hidden>{pair.name}</span>
          <JumpButton {...{ player, stops, pair, now }} direction="next" />
        </span>
      ))}
    </fieldset>
  );
}

interface Pair {
  readonly name: string;
  readonly types: readonly ReplayStop['type'][];
}

function JumpButton(props: {
  readonly player: Player;
  readonly stops: readonly ReplayStop[];
  readonly pair: Pair;
  readonly now: number;
  readonly direction: 'next' | 'previous';
}) {
  const { player, stops, pair, direction } = props;
  const there = stopFrom(stops, player.nowMs(), direction, pair.types) !== null;
  const name = text[direction](pair.name);
  return (
    <button
      type="button"
      className={classes.jump}
      aria-label={name}
      title={there ? name : text.none(pair.name)}
      // Not `disabled`: a key that was pressed keeps the focus when the last one is reached.
      aria-disabled={!there}
      onClick={() => jump(player, stops, direction, pair.types)}
    >
      {direction === 'next' ? '›' : '‹'}
    </button>
  );
}

function ViewChoice({ replay, view, setView }: Pick<TransportProps, 'replay' | 'view' | 'setView'>) {
  const { devices } = replay;
  const first = devices[0];
  const types =
    first === undefined ? (['known', 'happened'] as const) : (['known', 'happened', 'device'] as const);
  return (
    <div className={classes.views}>
      <Segmented
        label={text.view}
        value={view.type}
        options={types.map((value) => ({ value, label: text.views[value] }))}
        onChange={(type) => setView(type === 'device' ? { type, deviceId: first?.deviceId ?? '' } : { type })}
      />
      {view.type === 'device' && (
        <Choice
          className={classes.device}
          label={text.device}
          value={view.deviceId}
          options={devices.map(({ deviceId, people, entries }) => ({
            value: deviceId,
            label: text.deviceOf(people.join(', '), entries),
          }))}
          onChange={(deviceId) => setView({ type: 'device', deviceId })}
        />
      )}
    </div>
  );
}

/** What is and what is not on the screen, in words. */
function Told({ replay, view }: Pick<TransportProps, 'replay' | 'view'>) {
  const { lastSeq } = useRoom().view.confirmed;
  const all = replay.entries.length;
  return (
    <p className={classes.told}>
      {view.type === 'known'
        ? text.told.known(lastSeq, all)
        : view.type === 'happened'
          ? text.told.happened
          : text.told.device(lastSeq)}
    </p>
  );
}
