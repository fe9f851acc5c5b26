import { TextInput } from '@mantine/core';
import { type CourseDataOf, ofCourse, type PlanForm, planForms } from '@tandem/domain';
import { useState } from 'react';
import { sentenceOf } from '../data/failure.ts';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Actions } from '../ui/dialog.tsx';
import { Sentence } from '../ui/page.tsx';
import { courseWords } from '../words/course-words.ts';
import classes from './course.module.css';
import { Part, type PartProps, useWhen } from './parts.tsx';
import { useAdd } from './use-course.ts';

const text = courseWords.plan;
type Item = CourseDataOf<'integration-plan'>['items'][number];
interface Row {
  readonly key: number;
  readonly form: PlanForm;
  readonly text: string;
  readonly when: string;
}
const forms = (Object.keys(planForms) as PlanForm[]).map((value) => ({ value, label: planForms[value] }));

/** What the client wants to do until next time; a new plan replaces the one before, which stays in the record. */
export function PlanSection({ course, state }: PartProps) {
  const when = useWhen();
  const [editing, setEditing] = useState(false);
  const last = ofCourse(state, 'integration-plan').at(-1);
  const items = last?.data.items ?? [];
  return (
    <Part
      title={text.title}
      action={
        course.mayWrite &&
        !editing && (
          <Button small onClick={() => setEditing(true)}>
            {items.length === 0 ? text.edit : text.change}
          </Button>
        )
      }
    >
      {editing ? (
        <Form course={course} items={items} onClose={() => setEditing(false)} />
      ) : items.length === 0 ? (
        <p className={classes.quiet}>{text.none}</p>
      ) : (
        <>
          <ul className={classes.rows}>
            {items.map((item) => (
              <li key={`${item.form} ${item.text}`}>
                <p>
                  <strong>{planForms[item.form]}</strong> {item.text}
                </p>
                {item.when !== undefined && <p className={classes.quiet}>{item.when}</p>}
              </li>
            ))}
          </ul>
          {last !== undefined && (
            <p className={classes.quiet}>{courseWords.by(last.entry.author.name, when(last.happenedAt))}</p>
          )}
        </>
      )}
    </Part>
  );
}

const empty = (key: number): Row => ({ key, form: 'journaling', text: '', when: '' });

function Form(props: {
  readonly course: PartProps['course'];
  readonly items: readonly Item[];
  onClose(): void;
}) {
  const { course, items, onClose } = props;
  const [rows, setRows] = useState<readonly Row[]>(() =>
    items.length === 0
      ? [empty(0)]
      : items.map(({ form, text: what, when = '' }, key) => ({ key, form, text: what, when })),
  );
  const add = useAdd(course, onClose);
  const change = (key: number, part: Partial<Row>) =>
    setRows((now) => now.map((row) => (row.key === key ? { ...row, ...part } : row)));
  const written = rows
    .filter((row) => row.text.trim() !== '')
    .map(({ form, text: what, when }) => ({
      form,
      text: what.trim(),
      ...(when.trim() === '' ? {} : { when: when.trim() }),
    }));
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate({ kind: 'integration-plan', data: { items: written } });
      }}
    >
      {rows.map((row) => (
        <fieldset key={row.key} className={classes.planRow}>
          <Choice
            label={text.form}
            options={forms}
            value={row.form}
            onChange={(form) => change(row.key, { form })}
          />
          <TextInput
            label={text.text}
            maxLength={500}
            value={row.text}
            onChange={(e) => change(row.key, { text: e.currentTarget.value })}
          />
          <TextInput
            label={text.when}
            maxLength={120}
            value={row.when}
            onChange={(e) => change(row.key, { when: e.currentTarget.value })}
          />
          <Button
            small
            look="quiet"
            onClick={() => setRows((now) => now.filter(({ key }) => key !== row.key))}
          >
            {text.remove}
          </Button>
        </fieldset>
      ))}
      {add.error !== null && <Sentence>{sentenceOf(add.error)}</Sentence>}
      <Actions>
        <Button
          onClick={() => setRows((now) => [...now, empty(Math.max(-1, ...now.map(({ key }) => key)) + 1)])}
        >
          {text.add}
        </Button>
        <Button onClick={onClose}>{courseWords.back}</Button>
        <Button
          type="submit"
          look="main"
          disabled={(written.length === 0 && items.length === 0) || add.isPending}
        >
          {courseWords.save}
        </Button>
      </Actions>
    </form>
  );
}
