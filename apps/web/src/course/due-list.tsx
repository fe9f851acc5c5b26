import { type CheckInStep, checkInSteps } from '@tandem/domain';
import type { CourseTask } from '@tandem/wire';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useNow } from '../data/clock.ts';
import { sentenceOf } from '../data/failure.ts';
import { useMe } from '../data/me.ts';
import { personName, span } from '../ui/names.ts';
import { Section, Sentence } from '../ui/page.tsx';
import { courseWords } from '../words/course-words.ts';
import classes from './course.module.css';
import { tasksQuery } from './course-calls.ts';
import { useWhen } from './parts.tsx';

const text = courseWords.due;
const SOON_MS = 24 * 3_600_000;

/** What this says, for another language to be laid over. */
export const english = { course: courseWords, checkInSteps };

/** On Today: safety questions of the clinic, and check-ins of the next day that one owns or stands in for. */
export function DueList() {
  const me = useMe();
  const when = useWhen();
  const now = useNow(10_000);
  const { data, error } = useQuery(tasksQuery);
  if (data === undefined)
    return error === null ? null : (
      <Section title={text.title}>
        <Sentence>{sentenceOf(error)}</Sentence>
      </Section>
    );
  const items = data.items.filter((task) => concerns(task, me, now));
  if (items.length === 0) return null;
  return (
    <Section title={text.title}>
      <ul className={classes.due}>
        {items.map(({ id, kind, step, dueAt, patient, owner }) => {
          const dueMs = Date.parse(dueAt);
          const late = now > dueMs;
          return (
            <li key={id} data-kind={kind} data-late={late || undefined}>
              <Link to="/clients/$clientId/course" params={{ clientId: patient.id }}>
                <strong>{personName(patient)}</strong>
                <span>
                  {kind === 'safety'
                    ? text.safety
                    : text.checkIn(checkInSteps[step as CheckInStep]?.label ?? '')}
                </span>
                <small>
                  {late ? text.over(span(now - dueMs)) : text.at(when(dueMs))}
                  {owner !== null && owner.id !== me.person.id && `, ${text.by(owner.name)}`}
                </small>
              </Link>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function concerns(task: CourseTask, me: ReturnType<typeof useMe>, nowMs: number): boolean {
  const dueMs = Date.parse(task.dueAt);
  // A lead is told when the hour is over; those who can ask, at once.
  if (task.kind === 'safety') return me.role !== 'lead' || nowMs > dueMs;
  const mine = task.owner?.id === me.person.id || task.deputy?.id === me.person.id;
  return mine && dueMs - nowMs < SOON_MS;
}
