import { Textarea } from '@mantine/core';
import { IconEye, type IconProps, IconQuote, IconSparkles, IconWind } from '@tabler/icons-react';
import { type Note, type NoteCategory, noteCategories, noteKind } from '@tandem/domain';
import { useMay } from '../data/me.ts';
import { Choice } from '../ui/choice.tsx';
import type { EntryView, FieldsProps } from './entry-view.ts';
import classes from './fields.module.css';

const categoryOptions = (Object.keys(noteCategories) as NoteCategory[]).map((value) => ({
  value,
  label: noteCategories[value].label,
}));

/** Shape, not colour, tells the categories apart: feelings are never scored by colour. */
export function NoteIcon({ category, ...rest }: IconProps & { readonly category: NoteCategory }) {
  if (category === 'words') return <IconQuote {...rest} />;
  if (category === 'theme') return <IconSparkles {...rest} />;
  if (category === 'affect') return <IconWind {...rest} />;
  return <IconEye {...rest} />;
}

function Fields({ draft, set }: FieldsProps) {
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
        label="Note"
        rows={2}
        value={draft.text ?? ''}
        onChange={(event) => set('text', event.currentTarget.value)}
      />
      <Choice label="About" options={options} value={category} onChange={(value) => set('category', value)} />
    </div>
  );
}

export const noteView: EntryView<Note> = {
  icon: IconEye,
  tone: 'plain',
  title: noteKind.summarize,
  detail: (data) => {
    const parts: string[] = [];
    if (data.category === 'theme' || data.category === 'intention')
      parts.push(noteCategories[data.category].label);
    parts.push(...(data.themes ?? []).map((theme) => `#${theme}`));
    return parts.length === 0 ? null : parts.join(' · ');
  },
  form: {
    draftOf: (data) => ({ text: data.text, category: data.category }),
    dataOf: (draft, original) => ({
      data: { ...original, text: (draft.text ?? '').trim(), category: draft.category },
    }),
    Fields,
  },
};
