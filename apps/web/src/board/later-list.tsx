import type { Session } from '@tandem/wire';
import { Link, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { serverNowMs } from '../data/clock.ts';
import { sentenceOf } from '../data/failure.ts';
import { useMay, useMe } from '../data/me.ts';
import { useStep } from '../data/use-step.ts';
import { clockOf, dayOf } from '../data/zone.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { personName, weekdayOf } from '../ui/names.ts';
import { Panel, Sentence } from '../ui/page.tsx';
import { words } from '../words.ts';
import classes from './board.module.css';

const CancelDialog = lazy(async () => ({
  default: (await import('../entries/cancel-dialog.tsx')).CancelDialog,
}));

export function LaterList({ sessions }: { sessions: readonly Session[] }) {
  return (
    <Panel>
      <ul className={classes.rows}>
        {sessions.map((session) => (
          <PlannedRow key={session.id} session={session} />
        ))}
      </ul>
    </Panel>
  );
}

/** The clock, and the weekday where it is not this one: around midnight a board shows two days. */
function whenWords(ms: number, zone: string): string {
  const clock = clockOf(ms, zone);
  return dayOf(ms, zone) === dayOf(serverNowMs(), zone) ? clock : `${weekdayOf(dayOf(ms, zone))} ${clock}`;
}

function PlannedRow({ session }: { session: Session }) {
  const { clinic } = useMe();
  const may = useMay();
  const navigate = useNavigate();
  const [cancelling, setCancelling] = useState(false);
  const params = { sessionId: session.id };
  const start = useStep(session.id, () => void navigate({ to: '/s/$sessionId', params }));
  const name = session.patient === null ? words.board.hiddenClient : personName(session.patient);
  const origin = words.origin[session.origin];
  return (
    <li className={classes.plannedRow} aria-label={name}>
      <span className={classes.time}>{whenWords(Date.parse(session.plannedAt), clinic.timeZone)}</span>
      <span className={classes.who}>
        <Link to="/s/$sessionId" params={params} className={classes.rowName}>
          {name}
        </Link>
        <small>{[session.protocol?.name ?? '', origin].filter((part) => part !== '').join(' · ')}</small>
      </span>
      <span className={classes.room}>{session.room?.name ?? words.board.noRoom}</span>
      <span className={classes.rowActions}>
        {session.patient !== null && may('session.plan') && (
          <Link to="/sessions/$sessionId/plan" params={params} className={buttonClass('quiet', true)}>
            {words.board.edit}
          </Link>
        )}
        {session.patient !== null && may('session.run') && (
          <>
            <Button look="quiet" small onClick={() => setCancelling(true)}>
              {words.board.cancel}
            </Button>
            <Button
              small
              disabled={start.isPending}
              onClick={() => start.mutate({ step: 'start', body: {} })}
            >
              {words.board.start}
            </Button>
          </>
        )}
      </span>
      {start.error !== null && (
        <div className={classes.rowProblem}>
          <Sentence>{sentenceOf(start.error)}</Sentence>
        </div>
      )}
      {cancelling && (
        <Suspense>
          <CancelDialog sessionId={session.id} who={name} onClose={() => setCancelling(false)} />
        </Suspense>
      )}
    </li>
  );
}
