import { IconAlertTriangle } from '@tabler/icons-react';
import type { CourseTask } from '@tandem/wire';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMay, useMe } from '../data/me.ts';
import { clockOf } from '../data/zone.ts';
import { goingHomeWords } from '../words/going-home-words.ts';
import { tasksQuery } from './course-calls.ts';
import classes from './safety-open.module.css';

const text = goingHomeWords.safety;
const NONE: readonly CourseTask[] = [];

/** MEA-2: questions of safety of this client that wait for an outcome; `unread` while nobody can tell. */
export function useSafetyOpen(patientId: string | undefined): readonly CourseTask[] | 'unread' {
  const isAsked = useMay()('course.read') && patientId !== undefined;
  const { data, error } = useQuery({ ...tasksQuery, enabled: isAsked });
  if (!isAsked) return NONE;
  if (data === undefined) return error === null ? NONE : 'unread';
  return data.items.filter(({ kind, patient }) => kind === 'safety' && patient.id === patientId);
}

/** Names what waits, with the way to it; nothing when nothing does. It never stands in the way of going home. */
export function SafetyOpen({ patientId }: { readonly patientId: string | undefined }) {
  const open = useSafetyOpen(patientId);
  const { clinic } = useMe();
  if (open === 'unread') return <p className={classes.unread}>{text.unread}</p>;
  const [first] = open;
  if (first === undefined) return null;
  return (
    <div role="alert" className={classes.open}>
      <IconAlertTriangle size={20} stroke={1.7} aria-hidden />
      <div>
        <strong>{text.what}</strong>
        <p>{text.by(clockOf(Date.parse(first.dueAt), clinic.timeZone))}</p>
        <SafetyLink patientId={first.patient.id} />
      </div>
    </div>
  );
}

/** To where the outcome is written. */
export function SafetyLink({ patientId }: { readonly patientId: string }) {
  return (
    <Link to="/clients/$clientId/course" params={{ clientId: patientId }} className={classes.link}>
      {text.link}
    </Link>
  );
}
