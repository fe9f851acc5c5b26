import { IconArrowsRight, IconBookmark, IconMapPin } from '@tabler/icons-react';
import { type DataOf, momentKind, shiftKind, wordsToKeepKind } from '@tandem/domain';
import { clockOf } from '../data/zone.ts';
import { words } from '../words/in-room.ts';
import { regionWords } from '../words/region-words.ts';
import type { EntryView, FormDraft } from './entry-view.ts';
import { MeaningFields, MomentFields } from './later-fields.ts';
import { endOf, tagsIn } from './region.ts';

const said = (draft: FormDraft, field: string) => (draft[field] ?? '').trim();

export const momentView: EntryView<DataOf<'moment'>> = {
  icon: IconMapPin,
  tone: 'plain',
  title: momentKind.summarize,
  detail: ({ endsAt }, { zone }) =>
    endsAt === undefined
      ? momentKind.label
      : `${momentKind.label} ${words.meaning.until(clockOf(Date.parse(endsAt), zone))}`,
  form: {
    draftOf: ({ text = '', endsAt, tags = [] }, zone) => ({
      text,
      until: endsAt === undefined ? '' : clockOf(Date.parse(endsAt), zone),
      tags: tags.join(', '),
    }),
    dataOf: (draft, original, { zone, startMs }) => {
      const [text, tags, until] = [said(draft, 'text'), tagsIn(draft.tags ?? ''), said(draft, 'until')];
      const endsAt = until === '' ? undefined : endOf(until, startMs, zone, original.endsAt);
      if (endsAt === null) return { sentence: regionWords.badUntil };
      if (endsAt === 'before') return { sentence: regionWords.before };
      if (text === '' && tags.length === 0) return { sentence: regionWords.needed };
      return {
        data: {
          ...(text === '' ? {} : { text }),
          ...(endsAt === undefined ? {} : { endsAt }),
          ...(tags.length === 0 ? {} : { tags }),
        },
      };
    },
    Fields: MomentFields,
  },
};

export const shiftView: EntryView<DataOf<'shift'>> = {
  icon: IconArrowsRight,
  tone: 'plain',
  title: shiftKind.summarize,
  detail: () => shiftKind.label,
  form: {
    draftOf: ({ from, to }) => ({ from, to }),
    dataOf: (draft) => ({ data: { from: said(draft, 'from'), to: said(draft, 'to') } }),
    Fields: MeaningFields,
  },
};

export const wordsToKeepView: EntryView<DataOf<'words-to-keep'>> = {
  icon: IconBookmark,
  tone: 'plain',
  title: wordsToKeepKind.summarize,
  detail: () => wordsToKeepKind.label,
  form: {
    draftOf: ({ text }) => ({ words: text }),
    dataOf: (draft, original) => ({ data: { ...original, text: said(draft, 'words') } }),
    Fields: MeaningFields,
  },
};
