import { TextInput } from '@mantine/core';
import { adverseEventLabel, adverseEventTerms } from '@tandem/domain';
import { Choice } from '../ui/choice.tsx';
import { amendWords } from '../words/amend-words.ts';
import type { FieldsProps } from './entry-view.ts';
import classes from './fields.module.css';

const { fields, grades } = amendWords;
const terms = adverseEventTerms.map((value) => ({ value: value as string, label: adverseEventLabel(value) }));

export function AdverseEventFields({ draft, set }: FieldsProps) {
  const term = draft.term ?? '';
  const listed = terms.some((option) => option.value === term);
  return (
    <div className={classes.row}>
      <Choice
        label={fields.term}
        options={listed ? terms : [{ value: term, label: adverseEventLabel(term) }, ...terms]}
        value={term}
        onChange={(value) => set('term', value)}
      />
      <Choice
        label={fields.grade}
        options={Object.entries(grades).map(([value, label]) => ({ value, label }))}
        value={draft.grade ?? '1'}
        onChange={(value) => set('grade', value)}
      />
      <TextInput
        className={classes.wide}
        label={fields.action}
        value={draft.action ?? ''}
        onChange={(event) => set('action', event.currentTarget.value)}
      />
    </div>
  );
}
