import { latestVitals, type SessionState } from '@tandem/domain';
import type { ReactNode } from 'react';
import { useNow } from '../../data/clock.ts';
import { ago } from '../../ui/names.ts';
import { words } from '../../words.ts';
import type { PressurePoint } from './lane-data.ts';
import classes from './timeline.module.css';

const text = words.chart;

/** Latest and the one before it, the latest larger (GTAB-045 to 047); a sign nobody took has no value. */
export function Gutter(props: {
  readonly state: SessionState;
  readonly points: readonly PressurePoint[];
  readonly running: boolean;
  readonly children: ReactNode;
}) {
  const { state, points, running, children } = props;
  const latest = points.at(-1);
  const before = points.at(-2);
  const vitals = latestVitals(state);
  return (
    <div className={classes.gutter}>
      <div className={classes.reading} data-lane="blood-pressure">
        <p className={classes.laneName}>
          {text.bloodPressure} <small>mmHg</small>
        </p>
        {latest === undefined ? (
          <p className={classes.none}>{text.none}</p>
        ) : (
          <>
            <p className={classes.latest}>
              {latest.systolic}/{latest.diastolic}
            </p>
            <p className={classes.about}>
              {text.map(latest.map)}
              {running && (
                <>
                  {' · '}
                  <Age atMs={latest.atMs} />
                </>
              )}
            </p>
            {before !== undefined && (
              <p className={classes.about}>{text.was(`${before.systolic}/${before.diastolic}`)}</p>
            )}
          </>
        )}
      </div>
      <Small name={text.heartRate} unit="/min" lane="heart-rate" reading={vitals.heartRate} />
      <Small name={text.spo2} unit="%" lane="spo2" reading={vitals.spo2} />
      {children}
    </div>
  );
}

type Reading = ReturnType<typeof latestVitals>['heartRate'];

function Small(props: { name: string; unit: string; lane: string; reading: Reading }) {
  const { latest, previous } = props.reading ?? { latest: null, previous: null };
  return (
    <div className={classes.reading} data-lane={props.lane}>
      <p className={classes.laneName}>
        {props.name} <small>{props.unit}</small>
      </p>
      {latest === null ? (
        <p className={classes.none}>{text.none}</p>
      ) : (
        <p className={classes.latestSmall}>
          {latest.value} {previous !== null && <small>{text.was(String(previous.value))}</small>}
        </p>
      )}
    </div>
  );
}

function Age({ atMs }: { atMs: number }) {
  return ago(useNow(10_000) - atMs);
}
