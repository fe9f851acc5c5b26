import type { Session } from '@tandem/wire';
import { useQuery } from '@tanstack/react-query';
import { useMe } from '../data/me.ts';
import { clockOf, dayOf } from '../data/zone.ts';
import { Choice } from '../ui/choice.tsx';
import { dayWords, personName } from '../ui/names.ts';
import { compareWords as text } from '../words/compare-words.ts';
import classes from './compare.module.css';
import { overQuery } from './compare-calls.ts';
import { MOST_COMPARED } from './compared.ts';

/** Offers the other sessions of the client last chosen, and else those of everybody, newest first. */
export function AddSession(props: {
  readonly chosen: readonly string[];
  readonly near: Session | undefined;
  add(id: string): void;
}) {
  const { chosen, near } = props;
  const { timeZone } = useMe().clinic;
  const ofClient = useQuery(overQuery(near?.patient?.id));
  const everybody = useQuery(overQuery(undefined));
  if (chosen.length >= MOST_COMPARED) return <p className={classes.quiet}>{text.most}</p>;
  const own = ofClient.data?.items ?? [];
  const others = (everybody.data?.items ?? []).filter(({ id }) => !own.some((one) => one.id === id));
  const offered = [...own, ...others].filter(({ id }) => !chosen.includes(id));
  if (offered.length === 0)
    return everybody.data === undefined ? null : <p className={classes.quiet}>{text.none}</p>;
  return (
    <Choice
      className={classes.add}
      label={text.add}
      value=""
      options={[
        { value: '', label: text.choose },
        ...offered.map((session) => ({ value: session.id, label: labelOf(session, timeZone) })),
      ]}
      onChange={(id) => id !== '' && props.add(id)}
    />
  );
}

function labelOf({ patient, startedAt, plannedAt }: Session, zone: string): string {
  const ms = Date.parse(startedAt ?? plannedAt);
  const who = patient === null ? '' : `${personName(patient)}, `;
  return `${who}${dayWords(dayOf(ms, zone))}, ${clockOf(ms, zone)}`;
}
