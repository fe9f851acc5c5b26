import type { DisplayView, StaffSideSession } from '@tandem/wire';
import { wallWords as text } from '../words/wall-words.ts';
import { Arc } from './arc.tsx';
import classes from './display.module.css';
import { NoticeShape } from './notice-shape.tsx';
import { PressurePicture } from './pressure-picture.tsx';
import { ageMinutes, dueWords } from './reading-words.ts';
import { Value } from './value.tsx';

type View = Extract<DisplayView, { shows: 'staff-side' }>;

/** Values as drawn, for those who work in the room (ux.md 2.11, room-display.png). */
export function StaffSide(props: {
  readonly view: View;
  readonly clock: string;
  readonly nowMs: number;
  /** Said in place of age and next set while it is not current. */
  readonly since: string | null;
}) {
  const { view, clock, nowMs, since } = props;
  const { roomName, session } = view;
  const notice = session?.notice ?? null;
  const shown = notice === 'high' || notice === 'medium' ? notice : null;
  return (
    <>
      {shown !== null && <div className={classes.edge} data-priority={shown} />}
      <header className={classes.head}>
        <p className={classes.state}>
          {roomName}
          {session !== null && session.phase !== null && (
            <span className={classes.phase}> · {text.phases[session.phase]}</span>
          )}
        </p>
        <p className={classes.state}>{clock}</p>
      </header>
      {session !== null && (
        <>
          <Arc phase={session.phase} />
          <Values session={session} nowMs={nowMs} />
        </>
      )}
      <footer className={classes.foot}>
        <div className={classes.picture}>
          {session !== null && <PressurePicture pressures={session.pressures} nowMs={nowMs} />}
        </div>
        <div className={classes.facts}>
          {shown !== null && (
            <p className={classes.word} data-priority={shown} role="status">
              <NoticeShape priority={shown} />
              {text.notice[shown]}
            </p>
          )}
          {since !== null && (
            <p className={classes.state} role="status">
              {since}
            </p>
          )}
          {since === null && session !== null && <Facts session={session} nowMs={nowMs} />}
          <p className={classes.small}>{text.notAnAlarm}</p>
        </div>
      </footer>
    </>
  );
}

function Values({ session, nowMs }: { readonly session: StaffSideSession; readonly nowMs: number }) {
  const { pressure, heartRate, spo2 } = session;
  const figures = pressure === null ? null : `${pressure.systolic}/${pressure.diastolic}`;
  return (
    <dl className={classes.values}>
      <Value sign="bp" label={text.pressure} figures={figures} reading={pressure} nowMs={nowMs} />
      <Value sign="hr" label={text.heartRate} figures={heartRate?.value} reading={heartRate} nowMs={nowMs} />
      <Value sign="spo2" label={text.spo2} figures={spo2?.value} reading={spo2} nowMs={nowMs} />
    </dl>
  );
}

function Facts({ session, nowMs }: { readonly session: StaffSideSession; readonly nowMs: number }) {
  const { pressure, heartRate, spo2 } = session;
  const times = [pressure, heartRate, spo2].flatMap((one) => (one === null ? [] : [one.at])).sort();
  const last = times.at(-1);
  const due = dueWords(session, nowMs);
  return (
    <>
      <p className={classes.age}>{last === undefined ? text.noReading : text.ago(ageMinutes(last, nowMs))}</p>
      {due !== null && <p className={classes.state}>{due}</p>}
    </>
  );
}
