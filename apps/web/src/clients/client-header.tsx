import type { Patient } from '@tandem/wire';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { serverNowMs } from '../data/clock.ts';
import { useMay, useMe } from '../data/me.ts';
import { dayOf } from '../data/zone.ts';
import { buttonClass } from '../ui/button.tsx';
import { FindClientButton } from '../ui/find-client.tsx';
import { ageOn, dayWords, personName } from '../ui/names.ts';
import { courseWords } from '../words/course-words.ts';
import { words } from '../words/list-pages.ts';
import { roomWords } from '../words/room-words.ts';
import classes from './client-header.module.css';

const text = roomWords.room;

/** Who this is, in the words and the order of the banner in the room. */
export function ClientHeader({ patient }: { readonly patient: Patient }) {
  const { clinic } = useMe();
  const may = useMay();
  const { allergies } = patient;
  const age = ageOn(dayOf(serverNowMs(), clinic.timeZone), patient.birthDate);
  return (
    <header className={classes.banner}>
      <h1 className={classes.name}>{personName(patient)}</h1>
      <dl className={classes.facts}>
        <Fact name={text.born}>
          {dayWords(patient.birthDate)} ({age}y)
        </Fact>
        <Fact name={words.clients.sex} silent>
          {words.clients.sexes[patient.sex]}
        </Fact>
        {patient.mrn !== null && <Fact name={text.mrn}>{patient.mrn}</Fact>}
        <Fact name={text.allergies} strong={allergies.status !== 'none-known'}>
          {allergies.status === 'known' ? allergies.items.join(', ') : text.allergyWords[allergies.status]}
        </Fact>
      </dl>
      <div className={classes.right}>
        <FindClientButton />
        {may('course.read') && (
          <Link to="/clients/$clientId/course" params={{ clientId: patient.id }} className={buttonClass()}>
            {courseWords.link}
          </Link>
        )}
        {may('session.plan') && (
          <Link to="/sessions/new" search={{ client: patient.id }} className={buttonClass('main')}>
            {words.client.plan}
          </Link>
        )}
      </div>
    </header>
  );
}

function Fact(props: { name: string; silent?: boolean; strong?: boolean; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt className={props.silent === true ? 'visually-hidden' : undefined}>{props.name}</dt>
      <dd data-strong={props.strong === true || undefined}>{props.children}</dd>
    </div>
  );
}
