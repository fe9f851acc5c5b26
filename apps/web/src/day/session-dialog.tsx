import type { Session } from '@tandem/wire';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMay, useMe } from '../data/me.ts';
import { dayOf } from '../data/zone.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Actions, Dialog } from '../ui/dialog.tsx';
import { dayWords } from '../ui/names.ts';
import { words } from '../words/list-pages.ts';
import { roleWord } from '../words.ts';
import { ConflictLines } from './conflict-lines.tsx';
import { wantedBy } from './conflicts.ts';
import classes from './dialogs.module.css';
import { spanOf } from './session-span.ts';
import { roomWords, spanWords, subtitleOf, whoWords } from './session-words.ts';
import type { Day } from './use-day.ts';

const text = words.day;

/** One session of the day and what can be done with it; what cannot is said, not greyed. */
export function SessionDialog(props: {
  readonly session: Session;
  readonly day: Day;
  onMove(): void;
  onCancel(): void;
  onClose(): void;
}) {
  const { session, day } = props;
  const { clinic } = useMe();
  const may = useMay();
  const params = { sessionId: session.id };
  const span = spanOf(session, day.nowMs);
  // Of another team, where a clinic shows sessions to their team alone: it is opened first.
  const isHidden = session.patient === null;
  const isPlanned = session.status === 'planned' && !isHidden;
  const on = dayWords(dayOf(span.fromMs, clinic.timeZone));
  const subtitle = subtitleOf(session);
  return (
    <Dialog title={whoWords(session)} onClose={props.onClose}>
      <dl className={classes.facts}>
        <Fact name={text.state}>{words.status[session.status]}</Fact>
        <Fact name={text.time}>
          {on}, {spanWords(span, clinic.timeZone)}
          {session.durationMinutes === null && session.endedAt === null && <small>{text.noLength}</small>}
        </Fact>
        <Fact name={words.plan.room}>{roomWords(session.room)}</Fact>
        {subtitle !== '' && <Fact name={text.session}>{subtitle}</Fact>}
        {session.people.length > 0 && (
          <Fact name={words.plan.team}>
            {session.people.map(({ name, role }) => `${name}, ${roleWord(role)}`).join('; ')}
          </Fact>
        )}
      </dl>
      {isPlanned && (
        <ConflictLines
          wanted={wantedBy(session, day.nowMs)}
          others={day.sessions}
          failed={day.failure !== null}
        />
      )}
      {session.status !== 'planned' && !isHidden && (
        <p className={classes.note}>{text.fixed[session.status]}</p>
      )}
      {isPlanned && !may('session.plan') && <p className={classes.note}>{text.mayNot}</p>}
      {isPlanned && may('session.plan') && !may('session.run') && (
        <p className={classes.note}>{text.mayNotCancel}</p>
      )}
      {isPlanned && may('session.plan') && (
        <div className={classes.does}>
          <Button onClick={props.onMove}>{text.move}</Button>
          <Link to="/sessions/$sessionId/plan" params={params} className={buttonClass()}>
            {text.change}
          </Link>
          {may('session.run') && <Button onClick={props.onCancel}>{text.cancel}</Button>}
        </div>
      )}
      <Actions>
        <Button onClick={props.onClose}>{words.steps.back}</Button>
        {may('session.read', session.status) && (
          <Link to="/s/$sessionId" params={params} className={buttonClass('main')}>
            {text.open}
          </Link>
        )}
      </Actions>
    </Dialog>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
