import { TextInput } from '@mantine/core';
import { type CourseState, type Measure, withdrawalOf } from '@tandem/domain';
import { useState } from 'react';
import { sentenceOf } from '../data/failure.ts';
import { useMe } from '../data/me.ts';
import { Button } from '../ui/button.tsx';
import { Actions } from '../ui/dialog.tsx';
import { Sentence } from '../ui/page.tsx';
import { courseWords } from '../words/course-words.ts';
import classes from './course.module.css';
import type { Filled } from './filled.ts';
import { MeasureValue } from './measure-value.tsx';
import { useWhen } from './parts.tsx';
import { type Course, useAdd } from './use-course.ts';

const text = courseWords.measures;

interface HistoryProps {
  measureOf(filled: Filled): Measure;
  readonly course: Course;
  readonly state: CourseState;
}

/** Every value of one measure, newest first; what was entered in error stays, struck through. */
export function MeasureHistory({ filled, ...rest }: HistoryProps & { readonly filled: readonly Filled[] }) {
  return (
    <ol className={classes.rows}>
      {filled.toReversed().map((one) => (
        <Row key={one.id} filled={one} {...rest} />
      ))}
    </ol>
  );
}

function Row({ filled, measureOf, course, state }: HistoryProps & { readonly filled: Filled }) {
  const { person } = useMe();
  const when = useWhen();
  const [asking, setAsking] = useState(false);
  const withdrawn = withdrawalOf(state, filled.id);
  const { author } = filled.entry;
  const isOwn = author.id === person.id;
  return (
    <li className={classes.filledIn} data-withdrawn={withdrawn !== null || undefined}>
      <div>
        <div className={classes.value}>
          {withdrawn === null ? (
            <MeasureValue measure={measureOf(filled)} answers={filled.data.answers} />
          ) : (
            <s>
              <MeasureValue measure={measureOf(filled)} answers={filled.data.answers} />
            </s>
          )}
        </div>
        <p className={classes.quiet}>
          {courseWords.by(author.name, when(filled.happenedAt))} · {text.filledBy[filled.data.filledBy]}
        </p>
        {withdrawn !== null && (
          <p>
            {text.withdrawn(withdrawn.reason)}{' '}
            <span className={classes.quiet}>{courseWords.by(withdrawn.by, when(withdrawn.at))}</span>
          </p>
        )}
      </div>
      {withdrawn === null && course.mayWrite && isOwn && !asking && (
        <Button look="quiet" small onClick={() => setAsking(true)}>
          {text.mistake}
        </Button>
      )}
      {asking && <Withdraw entryId={filled.id} course={course} onClose={() => setAsking(false)} />}
    </li>
  );
}

/** MEA-3: with a reason; nothing is deleted. */
function Withdraw(props: { readonly entryId: string; readonly course: Course; onClose(): void }) {
  const { entryId, course, onClose } = props;
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  const add = useAdd(course, onClose);
  const isEmpty = reason.trim() === '';
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setChecked(true);
        if (!isEmpty) add.mutate({ kind: 'withdrawal', data: { entryId, reason: reason.trim() } });
      }}
    >
      <TextInput
        label={text.why}
        description={text.whyHint}
        autoFocus
        autoComplete="off"
        maxLength={500}
        error={checked && isEmpty ? text.whyNeeded : undefined}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {add.error !== null && <Sentence>{sentenceOf(add.error)}</Sentence>}
      <Actions>
        <Button onClick={onClose}>{courseWords.back}</Button>
        <Button type="submit" look="main" disabled={add.isPending}>
          {text.withdraw}
        </Button>
      </Actions>
    </form>
  );
}
