import { TextInput } from '@mantine/core';
import { ofCourse } from '@tandem/domain';
import { useState } from 'react';
import { sentenceOf } from '../data/failure.ts';
import { Button } from '../ui/button.tsx';
import { Sentence } from '../ui/page.tsx';
import { courseWords } from '../words/course-words.ts';
import classes from './course.module.css';
import { Part, type PartProps, useWhen } from './parts.tsx';
import { useAdd } from './use-course.ts';

const text = courseWords.story;

/** The sentence a client carries, and what it becomes. */
export function Story({ course, state }: PartProps) {
  const when = useWhen();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const add = useAdd(course, () => {
    setFrom('');
    setTo('');
  });
  const said = { ...(from.trim() && { from: from.trim() }), ...(to.trim() && { to: to.trim() }) };
  return (
    <Part title={text.title}>
      <ul className={classes.rows}>
        {ofCourse(state, 'story')
          .reverse()
          .map(({ id, data, happenedAt, entry }) => (
            <li key={id}>
              <p className={classes.spoken}>{text.line(data.from ?? '…', data.to ?? '…')}</p>
              <p className={classes.quiet}>{courseWords.by(entry.author.name, when(happenedAt))}</p>
            </li>
          ))}
      </ul>
      {course.mayWrite && (
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault();
            add.mutate({ kind: 'story', data: said });
          }}
        >
          <TextInput
            label={text.from}
            maxLength={500}
            value={from}
            onChange={(e) => setFrom(e.currentTarget.value)}
          />
          <TextInput
            label={text.to}
            maxLength={500}
            value={to}
            onChange={(e) => setTo(e.currentTarget.value)}
          />
          {add.error !== null && <Sentence>{sentenceOf(add.error)}</Sentence>}
          <Button small type="submit" disabled={Object.keys(said).length === 0 || add.isPending}>
            {text.add}
          </Button>
        </form>
      )}
    </Part>
  );
}
