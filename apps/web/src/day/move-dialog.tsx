import { TextInput } from '@mantine/core';
import type { Room, Session } from '@tandem/wire';
import { type FormEvent, useState } from 'react';
import { serverNowMs } from '../data/clock.ts';
import { useMe } from '../data/me.ts';
import { clockOf, dayOf, instantAt } from '../data/zone.ts';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Actions, Dialog } from '../ui/dialog.tsx';
import { dayWords } from '../ui/names.ts';
import { Sentence } from '../ui/page.tsx';
import { words } from '../words/list-pages.ts';
import { isPlannable } from './calendar.ts';
import { ConflictLines } from './conflict-lines.tsx';
import { conflictsOf, wantedBy } from './conflicts.ts';
import classes from './dialogs.module.css';
import { type Move, type Place, placeOf, samePlace } from './move.ts';
import { usePlaceWords } from './move-bar.tsx';
import { spanAt } from './session-span.ts';
import { spanWords, whoWords } from './session-words.ts';
import { useAhead } from './use-day.ts';

const text = words.day;

/** Moves a planned session by typing: the way without a mouse, and the question when something is in the way. */
export function MoveDialog(props: {
  readonly session: Session;
  readonly rooms: readonly Room[];
  /** Where it was dropped, when it was dragged. */
  readonly first: Place | null;
  onMove(move: Move): void;
  onClose(): void;
}) {
  const { session, rooms } = props;
  const { clinic } = useMe();
  const zone = clinic.timeZone;
  // What the person looks at and decides from; what others do meanwhile is told below.
  const [from] = useState(() => placeOf(session));
  const [filled] = useState(() => (props.first ?? from).fromMs);
  const [date, setDate] = useState(() => dayOf(filled, zone));
  const [time, setTime] = useState(() => clockOf(filled, zone));
  const [roomId, setRoomId] = useState((props.first ?? from).room?.id ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const isFilled = date === dayOf(filled, zone) && time === clockOf(filled, zone);
  const fromMs = isFilled ? filled : isPlannable(date) ? instantAt(date, time, zone) : null;
  const lookedAt = dayOf(fromMs ?? filled, zone);
  const ahead = useAhead(lookedAt, lookedAt);
  const placeWords = usePlaceWords(date);
  const nowMs = serverNowMs();
  const moved = !samePlace(placeOf(session), from);

  const span = fromMs === null ? null : spanAt(session, fromMs);
  const wanted =
    span === null ? null : { ...wantedBy(session, nowMs), ...span, roomId: roomId === '' ? null : roomId };
  const inTheWay = wanted === null ? [] : conflictsOf(wanted, ahead.sessions ?? [], nowMs);

  function submit(event: FormEvent): void {
    event.preventDefault();
    const known = from.room === null ? rooms : [from.room, ...rooms];
    const room = known.find(({ id }) => id === roomId) ?? null;
    if (fromMs === null) setProblem(words.plan.badTime);
    else if (samePlace(from, { fromMs, room })) setProblem(text.unchanged);
    else props.onMove({ sessionId: session.id, from, to: { fromMs, room } });
  }

  const edit = (set: (value: string) => void) => (value: string) => {
    set(value);
    setProblem(null);
  };
  return (
    <Dialog title={text.moveTitle} onClose={props.onClose}>
      <form onSubmit={submit} noValidate>
        <p className={classes.note} style={{ marginBottom: 14 }}>
          {whoWords(session)}, {placeWords(from)}
        </p>
        <div className={classes.fields}>
          <TextInput
            label={text.date}
            description={date === '' ? words.plan.clinicTime(zone) : dayWords(date)}
            type="date"
            value={date}
            onChange={(event) => edit(setDate)(event.currentTarget.value)}
          />
          <TextInput
            label={text.time}
            description={words.plan.timeHint}
            autoComplete="off"
            value={time}
            onChange={(event) => edit(setTime)(event.currentTarget.value)}
          />
          <Choice
            label={words.plan.room}
            value={roomId}
            options={[
              ...(from.room === null ? [{ value: '', label: words.board.noRoom }] : []),
              ...rooms.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={edit(setRoomId)}
          />
        </div>
        <div className={classes.said}>
          {span !== null && <p className="figures">{spanWords(span, zone)}</p>}
          {wanted !== null && (
            <ConflictLines wanted={wanted} others={ahead.sessions} failed={ahead.failure !== null} />
          )}
          {moved && <Sentence>{text.meanwhile(placeWords(placeOf(session)))}</Sentence>}
          {problem !== null && <Sentence>{problem}</Sentence>}
        </div>
        <Actions>
          <Button onClick={props.onClose}>{words.steps.back}</Button>
          <Button type="submit" look="main">
            {inTheWay.length > 0 ? text.saveAnyway : text.save}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}
