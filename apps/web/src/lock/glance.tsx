import { noticesOf, openSlots, standing } from '@tandem/domain';
import { useMemo, useState } from 'react';
import { useNow } from '../data/clock.ts';
import { useMe } from '../data/me.ts';
import { useSessionView } from '../data/use-session-view.ts';
import { clockOf } from '../data/zone.ts';
import { headline } from '../room/notices/notice-lines.ts';
import { Button } from '../ui/button.tsx';
import { ago } from '../ui/names.ts';
import { lockWords as text } from '../words/lock-words.ts';
import classes from './lock-screen.module.css';

const HORIZON_MS = 8 * 3_600_000;

/** What a team must not miss behind a lock: the last vital signs and their age, what is due, notices, Emergency. */
export function Glance(props: { readonly sessionId: string; onEmergency(): void }) {
  const { clinic, may } = useMe();
  const view = useSessionView(props.sessionId);
  const now = useNow(1_000);
  const [armed, setArmed] = useState(false);
  const state = view.expected;
  const last = useMemo(
    () => standing(state, 'vital-signs').findLast(({ data }) => data.notMeasured === undefined),
    [state],
  );
  const [dueMs] = useMemo(() => openSlots(state, now + HORIZON_MS), [state, now]);
  const notices = useMemo(() => noticesOf(state, now).filter(({ shown }) => shown), [state, now]);
  // Closed to this person meanwhile (their hour was over): nothing of it is told, and Emergency opens the screen still.
  if (state.status !== 'in-progress' || !may.includes('vitals.read')) return null;
  const { systolic, diastolic, heartRate, spo2 } = last?.data ?? {};
  const clock = (ms: number) => clockOf(ms, clinic.timeZone);
  return (
    <section className={classes.glance}>
      {view.refusal === null && (
        <>
          <p className={classes.hint}>
            {last === undefined ? text.noVitals : text.lastVitals(ago(now - Date.parse(last.happenedAt)))}
          </p>
          {last !== undefined && (
            <p className={classes.values}>
              {systolic !== undefined && <b data-lane="bp">{`${systolic}/${diastolic}`}</b>}
              {heartRate !== undefined && <b data-lane="hr">{heartRate}</b>}
              {spo2 !== undefined && <b data-lane="spo2">{spo2} %</b>}
            </p>
          )}
          <p className={classes.due}>
            {dueMs === undefined
              ? text.nothingDue
              : now > dueMs
                ? text.overdue(clock(dueMs))
                : text.due(clock(dueMs))}
          </p>
          <h2 className={classes.heading}>{text.notices}</h2>
          {notices.length === 0 ? (
            <p className={classes.hint}>{text.noNotices}</p>
          ) : (
            <ul className={classes.notices}>
              {notices.map((notice) => (
                <li key={notice.id} data-priority={notice.priority}>
                  {headline(notice, now, clinic.timeZone)}
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      {may.includes('events.write') && (
        <>
          <Button
            className={classes.emergency ?? ''}
            onBlur={() => setArmed(false)}
            onClick={() => (armed ? props.onEmergency() : setArmed(true))}
          >
            <span aria-live="polite">{armed ? text.emergencyAgain : text.emergency}</span>
          </Button>
          <p className={classes.hint}>{text.emergencyMeans}</p>
        </>
      )}
    </section>
  );
}
