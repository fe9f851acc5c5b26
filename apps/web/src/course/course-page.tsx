import { checkInSteps, planForms } from '@tandem/domain';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { patientQuery } from '../clients/client-calls.ts';
import { useNow } from '../data/clock.ts';
import { sentenceOf } from '../data/failure.ts';
import { useMe } from '../data/me.ts';
import { clockOf } from '../data/zone.ts';
import { buttonClass } from '../ui/button.tsx';
import { GreyRows } from '../ui/grey-rows.tsx';
import { personName } from '../ui/names.ts';
import { Page, Sentence } from '../ui/page.tsx';
import { courseWords as text } from '../words/course-words.ts';
import { CheckIns } from './check-ins.tsx';
import classes from './course.module.css';
import { Insights } from './insights.tsx';
import { Measures } from './measures.tsx';
import { PlanSection } from './plan-section.tsx';
import { SafetyTasks } from './safety-tasks.tsx';
import { Story } from './story.tsx';
import { useCourse } from './use-course.ts';

/** What this says, for another language to be laid over. */
export const english = { course: text, planForms, checkInSteps };

/** What is carried from one session into the weeks after it: measures, story, plan, check-ins and insights. */
export function CoursePage() {
  const { clientId } = useParams({ from: '/app/clients/$clientId/course' });
  const { clinic } = useMe();
  const patient = useQuery(patientQuery(clientId));
  const course = useCourse(clientId);
  const now = useNow(1_000);
  const { state, error, readMs } = course;
  return (
    <Page
      title={patient.data === undefined ? text.title : personName(patient.data)}
      beside={patient.data === undefined ? undefined : text.title}
      actions={
        <>
          {state !== null && state.lastSeq > 0 && (
            <a
              className={buttonClass()}
              href={`/api/courses/${state.courseId}/calendar`}
              download="appointments.ics"
            >
              {text.calendar}
            </a>
          )}
          <Link to="/clients/$clientId" params={{ clientId }} className={buttonClass()}>
            {text.toRecord}
          </Link>
        </>
      }
    >
      {error !== null && state === null && (
        <Sentence>
          {text.notLoaded} {sentenceOf(error)}
        </Sentence>
      )}
      {state !== null && course.isStale(now) && (
        <Sentence>{text.stale(clockOf(readMs, clinic.timeZone))}</Sentence>
      )}
      {state === null ? (
        error === null && <GreyRows count={4} height={120} />
      ) : (
        <>
          {!course.mayWrite && <p className={classes.quiet}>{text.readOnly}</p>}
          <SafetyTasks course={course} state={state} />
          <div className={classes.columns}>
            <div>
              <Measures course={course} state={state} />
              <Story course={course} state={state} />
            </div>
            <div>
              <PlanSection course={course} state={state} />
              <CheckIns course={course} state={state} />
              <Insights course={course} state={state} patientId={clientId} />
            </div>
          </div>
        </>
      )}
    </Page>
  );
}
