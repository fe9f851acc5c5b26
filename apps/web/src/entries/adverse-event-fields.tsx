import { TextInput } from '@mantine/core';
import { adverseEventLabel, adverseEventTerms } from '@tandem/domain';
import { Choice } from '../ui/choice.tsx';
import type { FieldsProps } from './entry-view.ts';
import classes from './fields.module.css';

const terms = adverseEventTerms.map((value) => ({ value: value as string, label: adverseEventLabel(value) }));
/** CTCAE v5 general grades (clinical.md 3.6). */
const grades = [
  { value: '1', label: '1 mild' },
  { value: '2', label: '2 moderate' },
  { value: '3', label: '3 severe' },
  { value: '4', label: '4 life-threatening' },
  { value: '5', label: '5 death' },
];

export function AdverseEventFields({ draft, set }: FieldsProps) {
  const term = draft.term ?? '';
  const listed = terms.some((option) => option.value === term);
  return (
    <div className={classes.row}>
      <Choice
        label="Event"
        options={listed ? terms : [{ value: term, label: adverseEventLabel(term) }, ...terms]}
        value={term}
        onChange={(value) => set('term', value)}
      />
      <Choice
        label="Grade"
        options={grades}
        value={draft.grade ?? '1'}
        onChange={(value) => set('grade', value)}
      />
      <TextInput
        className={classes.wide}
        label="What was done"
        value={draft.action ?? ''}
        onChange={(event) => set('action', event.currentTarget.value)}
      />
    </div>
  );
}
