import type { Patient } from '@tandem/wire';
import { Link } from '@tanstack/react-router';
import { serverNowMs } from '../data/clock.ts';
import { useMe } from '../data/me.ts';
import { dayOf } from '../data/zone.ts';
import { buttonClass } from '../ui/button.tsx';
import { ageOn, dayWords, personName } from '../ui/names.ts';
import table from '../ui/table.module.css';
import { words } from '../words/list-pages.ts';
import { roomWords } from '../words/room-words.ts';
import classes from './clients.module.css';

const text = words.clients;

export function ClientTable(props: { readonly patients: readonly Patient[]; readonly mayPlan: boolean }) {
  const { clinic } = useMe();
  const today = dayOf(serverNowMs(), clinic.timeZone);
  return (
    <div className={table.frame}>
      <table className={`${table.table} ${classes.table}`}>
        <thead>
          <tr>
            <th scope="col">{words.past.client}</th>
            <th scope="col">{roomWords.room.born}</th>
            <th scope="col" className={classes.wide}>
              {text.sex}
            </th>
            <th scope="col">{text.mrn}</th>
            <th scope="col" className={classes.wide}>
              {text.allergies}
            </th>
            {props.mayPlan && (
              <th scope="col" className={classes.wide}>
                <span className="visually-hidden">{text.plan}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {props.patients.map((patient) => (
            <Row key={patient.id} patient={patient} today={today} mayPlan={props.mayPlan} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ patient, today, mayPlan }: { patient: Patient; today: string; mayPlan: boolean }) {
  const { allergies } = patient;
  return (
    <tr>
      <th scope="row">
        <Link
          to="/clients/$clientId"
          params={{ clientId: patient.id }}
          preload={false}
          className={classes.open}
          data-row
        >
          {personName(patient)}
        </Link>
      </th>
      <td className={classes.born}>
        {dayWords(patient.birthDate)} ({ageOn(today, patient.birthDate)}y)
      </td>
      <td className={classes.wide}>{text.sexes[patient.sex]}</td>
      <td className={classes.born}>{patient.mrn ?? ''}</td>
      <td className={classes.wide}>
        {allergies.status === 'known' ? allergies.items.join(', ') : text.allergyStatus[allergies.status]}
      </td>
      {mayPlan && (
        <td className={`${table.end} ${classes.wide}`}>
          <Link to="/sessions/new" search={{ client: patient.id }} className={buttonClass('quiet', true)}>
            {text.plan}
          </Link>
        </td>
      )}
    </tr>
  );
}
