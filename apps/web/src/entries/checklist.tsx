import { IconListCheck } from '@tabler/icons-react';
import { checklistKind, type DataOf } from '@tandem/domain';
import type { EntryView } from './entry-view.ts';

/** A wrong answer is answered again: the last one counts. */
export const checklistView: EntryView<DataOf<'checklist'>> = {
  icon: IconListCheck,
  tone: 'plain',
  title: checklistKind.summarize,
};
