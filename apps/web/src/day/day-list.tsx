import { IconAlertTriangle } from '@tabler/icons-react';
import type { Session } from '@tandem/wire';
import { useMe } from '../data/me.ts';
import { clockOf } from '../data/zone.ts';
import { Nothing, Panel } from '../ui/page.tsx';
import { words } from '../words/list-pages.ts';
import classes from './day-list.module.css';
import { Heard, Team } from './heard.tsx';
import { spanOf } from './session-span.ts';
import { roomWords, subtitleOf, whoWords } from './session-words.ts';
import type { Day } from './use-day.ts';

/** The day on a phone: by time, whatever the room. Side by side, four rooms would be four strips of letters. */
export function DayList(props: {
  readonly day: Day;
  readonly inTheWay: ReadonlySet<string>;
  onOpen(session: Session): void;
}) {
  const { clinic } = useMe();
  const { ofDay, nowMs } = props.day;
  if (ofDay.length === 0) return <Nothing>{words.day.empty}</Nothing>;
  return (
    <Panel>
      <ul className={classes.list}>
        {ofDay.map((session) => {
          const span = spanOf(session, nowMs);
          const inTheWay = props.inTheWay.has(session.id);
          return (
            <li key={session.id}>
              <button
                type="button"
                className={classes.row}
                data-status={session.status}
                onClick={() => props.onOpen(session)}
              >
                <span className={classes.times}>
                  <strong>{clockOf(span.fromMs, clinic.timeZone)}</strong>
                  <Heard> {words.day.to} </Heard>
                  <small>{clockOf(span.toMs, clinic.timeZone)}</small>
                  <Heard>, </Heard>
                </span>
                <span className={classes.who}>
                  <span className={classes.name}>{whoWords(session)}</span>
                  <Heard>, </Heard>
                  <small>{subtitleOf(session)}</small>
                  <Heard>, </Heard>
                  <small className={classes.status}>
                    {roomWords(session.room)} · {words.status[session.status]}
                  </small>
                </span>
                <span className={classes.side}>
                  {inTheWay && <IconAlertTriangle size={18} stroke={1.8} aria-hidden />}
                  <Team session={session} />
                  {inTheWay && <Heard>, {words.conflict.mark}</Heard>}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
