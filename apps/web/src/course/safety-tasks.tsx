import { Textarea } from '@mantine/core';
import { phq9Words, type SafetyTask, safetyTasks } from '@tandem/domain';
import { useState } from 'react';
import { useNow } from '../data/clock.ts';
import { sentenceOf } from '../data/failure.ts';
import { useMe } from '../data/me.ts';
import { clockOf } from '../data/zone.ts';
import { Button } from '../ui/button.tsx';
import { Sentence } from '../ui/page.tsx';
import { courseWords } from '../words/course-words.ts';
import classes from './course.module.css';
import { type PartProps, useWhen } from './parts.tsx';
import { useAdd } from './use-course.ts';

const text = courseWords.safety;

/** An answer about being better off dead: it stands above everything until somebody wrote what was done. */
export function SafetyTasks({ course, state }: PartProps) {
  const open = safetyTasks(state).filter(({ outcome }) => outcome === null);
  return open.map((task) => <Open key={task.measureId} task={task} course={course} />);
}

function Open({ task, course }: { readonly task: SafetyTask; readonly course: PartProps['course'] }) {
  const { clinic } = useMe();
  const when = useWhen();
  const now = useNow(10_000);
  const [outcome, setOutcome] = useState('');
  const add = useAdd(course);
  const due = clockOf(task.dueMs, clinic.timeZone);
  return (
    <section className={classes.safety} aria-label={text.title}>
      <h2>{text.title}</h2>
      <p role="alert">{text.what(phq9Words(task.answer), when(task.sinceMs))}</p>
      <p>{now > task.dueMs ? text.overdue(due) : text.due(due)}</p>
      {course.mayWrite && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            add.mutate({
              kind: 'safety-outcome',
              data: { measureId: task.measureId, outcome: outcome.trim() },
            });
          }}
        >
          <Textarea
            label={text.outcome}
            autosize
            minRows={2}
            maxLength={1000}
            value={outcome}
            onChange={(event) => setOutcome(event.currentTarget.value)}
          />
          {add.error !== null && <Sentence>{sentenceOf(add.error)}</Sentence>}
          <Button type="submit" look="main" disabled={outcome.trim() === '' || add.isPending}>
            {courseWords.save}
          </Button>
        </form>
      )}
    </section>
  );
}
