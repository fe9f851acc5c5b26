import { IconArrowsExchange, IconBookmark, IconHeart } from '@tabler/icons-react';
import { type DataOf, momentKind, shiftKind, wordsToKeepKind } from '@tandem/domain';
import type { EntryView } from './entry-view.ts';

export const momentView: EntryView<DataOf<'moment'>> = {
  icon: IconBookmark,
  tone: 'plain',
  title: momentKind.summarize,
};

export const shiftView: EntryView<DataOf<'shift'>> = {
  icon: IconArrowsExchange,
  tone: 'plain',
  title: shiftKind.summarize,
};

export const wordsToKeepView: EntryView<DataOf<'words-to-keep'>> = {
  icon: IconHeart,
  tone: 'plain',
  title: wordsToKeepKind.summarize,
  detail: () => wordsToKeepKind.label,
};
