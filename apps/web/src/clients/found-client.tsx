import type { Patient } from '@tandem/wire';
import { serverNowMs } from '../data/clock.ts';
import { useMe } from '../data/me.ts';
import { dayOf } from '../data/zone.ts';
import { ageOn, dayWords, personName } from '../ui/names.ts';
import { words } from '../words/list-pages.ts';
import classes from './find-client.module.css';

const text = words.findClient;

/** Name, birth date and MRN at one size: what tells two people apart must not be small print. */
export function FoundClient(props: {
  readonly id: string;
  readonly patient: Patient;
  readonly recent: boolean;
  readonly selected: boolean;
  onChoose(): void;
}) {
  const { clinic } = useMe();
  const { id, patient, recent, selected } = props;
  const age = ageOn(dayOf(serverNowMs(), clinic.timeZone), patient.birthDate);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field that owns this list
    <div
      id={id}
      className={classes.option}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      onClick={props.onChoose}
    >
      <strong>{personName(patient)}</strong>
      <span>
        {dayWords(patient.birthDate)} ({age}y)
      </span>
      <span>{patient.mrn ?? text.noMrn}</span>
      {recent && <small className={classes.recent}>{text.recent}</small>}
    </div>
  );
}
