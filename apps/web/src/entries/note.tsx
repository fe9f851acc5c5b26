import { IconEye, type IconProps, IconQuote, IconSparkles, IconTarget, IconWind } from '@tabler/icons-react';
import { type Note, type NoteCategory, noteCategories, noteKind } from '@tandem/domain';
import type { EntryView } from './entry-view.ts';
import { NoteFields } from './later-fields.ts';

/** Shape, not colour, tells the categories apart: feelings are never scored by colour. */
export function NoteIcon({ category, ...rest }: IconProps & { readonly category: NoteCategory }) {
  if (category === 'words') return <IconQuote {...rest} />;
  if (category === 'theme') return <IconSparkles {...rest} />;
  if (category === 'affect') return <IconWind {...rest} />;
  if (category === 'intention') return <IconTarget {...rest} />;
  return <IconEye {...rest} />;
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
    Fields: NoteFields,
  },
};
