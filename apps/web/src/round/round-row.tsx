import { phaseLabels } from '@tandem/domain';
import type { BoardSession, Session } from '@tandem/wire';
import { Link } from '@tanstack/react-router';
import { dueOf } from '../board/board-state.ts';
import { NoticeLine } from '../board/notice-line.tsx';
import { useNow } from '../data/clock.ts';
import { useMay, useMe } from '../data/me.ts';
import { clockOf } from '../data/zone.ts';
import { ago, dayWords, personName } from '../ui/names.ts';
import { ThisRoom } from '../ui/other-room.tsx';
import { roundWords as text } from '../words/round-words.ts';
import { words } from '../words.ts';
import classes from './round.module.css';
import type { RoundRow } from './round-rows.ts';

/** One session: when it is due, who, where, how they were, what is open. The row opens the room at its vitals. */
export function RoundRowView({ row: { session, line, sharesName } }: { readonly row: RoundRow }) {
  const may = useMay();
  const notice = line?.worstNotice ?? null;
  return (
    <li className={classes.row}>
      <NextDue at={line?.nextDueAt ?? null} />
      <div className={classes.who}>
        {session.patient === null && !may('break-glass.open') ? (
          <span className={classes.hidden}>{words.board.hiddenClient}</span>
        ) : (
          <Link
            to="/s/$sessionId"
            params={{ sessionId: session.id }}
            hash="vitals"
            className={classes.open}
            data-row
          >
            {session.patient === null ? words.board.hiddenClient : personName(session.patient)}
          </Link>
        )}
        <small>{(sharesName ? apart(session) : [session.protocol?.name ?? '']).join(' · ')}</small>
      </div>
      <span className={classes.room}>
        {session.room?.name ?? words.board.noRoom} <ThisRoom roomId={session.room?.id ?? null} />
      </span>
      <span className={classes.phase} data-none={line?.phase == null || undefined}>
        {line?.phase == null ? text.noPhase : phaseLabels[line.phase]}
      </span>
      <LastVitals vitals={line?.lastVitals ?? null} />
      <div className={classes.notice}>
        {notice === null ? (
          <span className={classes.quiet}>{text.noNotice}</span>
        ) : (
          <NoticeLine notice={notice} />
        )}
      </div>
    </li>
  );
}

/** Birth date and MRN, where the family name is not enough. */
function apart({ patient }: Session): string[] {
  if (patient === null) return [];
  const born = text.born(dayWords(patient.birthDate));
  return patient.mrn === null ? [born] : [born, text.mrn(patient.mrn)];
}

/** A leaf of its own: it ticks alone. */
function NextDue({ at }: { at: string | null }) {
  const zone = useMe().clinic.timeZone;
  const now = useNow(5_000);
  if (at === null) return <div className={classes.due}>{text.due.none}</div>;
  const due = dueOf(at, now);
  const clock = clockOf(Date.parse(at), zone);
  const late = due.type === 'late';
  return (
    <div className={classes.due} data-late={late || undefined}>
      <b>
        {late ? text.due.late(due.minutes) : due.type === 'now' ? text.due.now : text.due.in(due.minutes)}
      </b>
      <small>{text.due.at(clock)}</small>
    </div>
  );
}

function LastVitals({ vitals }: { vitals: BoardSession['lastVitals'] }) {
  const now = useNow(5_000);
  if (vitals === null) return <div className={classes.quiet}>{words.board.noVitals}</div>;
  const { systolic, diastolic, heartRate, spo2 } = vitals as Partial<Record<string, number>>;
  return (
    <div className={classes.vitals}>
      <span>
        {systolic !== undefined && (
          <b data-sign="bloodPressure">
            {systolic}/{diastolic}
          </b>
        )}
        {heartRate !== undefined && <b data-sign="heartRate">HR {heartRate}</b>}
        {spo2 !== undefined && <b data-sign="spo2">SpO₂ {spo2} %</b>}
      </span>
      <small>{words.board.taken(ago(now - Date.parse(vitals.happenedAt)))}</small>
    </div>
  );
}
