import { Textarea, TextInput } from '@mantine/core';
import { meaningWords } from '../words/meaning-words.ts';
import type { FieldsProps } from './entry-view.ts';
import classes from './fields.module.css';

const labels = () =>
  ({
    from: meaningWords.shift.from,
    to: meaningWords.shift.to,
    words: meaningWords.keep.label,
  }) as const;

/** One box of words for each field of the draft: a shift, or words to keep. */
export function MeaningFields({ draft, set }: FieldsProps) {
  return (
    <div className={classes.row}>
      {Object.entries(labels())
        .filter(([field]) => draft[field] !== undefined)
        .map(([field, label]) => (
          <Textarea
            key={field}
            className={classes.wide}
            label={label}
            rows={2}
            maxLength={500}
            value={draft[field] ?? ''}
            onChange={(event) => set(field, event.currentTarget.value)}
          />
        ))}
    </div>
  );
}

export function MomentFields({ draft, set }: FieldsProps) {
  const text = meaningWords.moment;
  const field = (name: string) => ({
    autoComplete: 'off',
    value: draft[name] ?? '',
    onChange: (event: { currentTarget: HTMLInputElement }) => set(name, event.currentTarget.value),
  });
  return (
    <div className={classes.row}>
      <TextInput className={classes.wide} label={text.text} maxLength={500} {...field('text')} />
      <TextInput className={classes.wide} label={text.tags} maxLength={500} {...field('tags')} />
      <TextInput label={text.until} {...field('until')} />
    </div>
  );
}
