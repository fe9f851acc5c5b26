import { wallWords as text } from '../words/wall-words.ts';
import classes from './display.module.css';
import { ageMinutes } from './reading-words.ts';

/** One value, as large as the wall asks for; grey and with its age once it says nothing about now. */
export function Value(props: {
  readonly sign: 'bp' | 'hr' | 'spo2';
  readonly label: string;
  readonly figures: string | number | null | undefined;
  readonly reading: { readonly at: string; readonly oldFrom: string } | null;
  readonly nowMs: number;
}) {
  const { sign, label, figures, reading, nowMs } = props;
  const isOld = reading !== null && nowMs >= Date.parse(reading.oldFrom);
  return (
    <div className={classes.reading} data-sign={sign} data-old={isOld || undefined}>
      <dt className={classes.label}>{label}</dt>
      <dd className={classes.value}>{figures ?? text.none}</dd>
      {isOld && <dd className={classes.label}>{text.old(ageMinutes(reading.at, nowMs))}</dd>}
    </div>
  );
}
