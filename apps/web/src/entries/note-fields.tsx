import { Textarea } from '@mantine/core';
import { type NoteCategory, noteCategories } from '@tandem/domain';
import { useMay } from '../data/me.ts';
import { Choice } from '../ui/choice.tsx';
import { amendWords } from '../words/amend-words.ts';
import type { FieldsProps } from './entry-view.ts';
import classes from './fields.module.css';

const { fields } = amendWords;
const categoryOptions = (Object.keys(noteCategories) as NoteCategory[]).map((value) => ({
  value,
  label: noteCategories[value].label,
}));

export function NoteFields({ draft, set }: FieldsProps) {
  const may = useMay();
  const category = (draft.category ?? 'noticed') as NoteCategory;
  // What a role may not write is not offered; what a note already is stays readable.
  const options = may('notes.write-any')
    ? categoryOptions
    : categoryOptions.filter(({ value }) => value === 'noticed' || value === category);
  return (
    <div className={classes.row}>
      <Textarea
        className={classes.wide}
        label={fields.note}
        rows={2}
        value={draft.text ?? ''}
        onChange={(event) => set('text', event.currentTarget.value)}
      />
      <Choice
        label={fields.category}
        options={options}
        value={category}
        onChange={(value) => set('category', value)}
      />
    </div>
  );
}
