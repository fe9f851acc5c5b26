import { IconTransfer } from '@tabler/icons-react';
import { type DataOf, handoverAcceptedKind, handoverKind } from '@tandem/domain';
import type { EntryView } from './entry-view.ts';

/** Who handed over and who accepted is the entry's author; what was wrong is marked entered in error. */
export const handoverView: EntryView<DataOf<'handover'>> = {
  icon: IconTransfer,
  tone: 'step',
  title: handoverKind.summarize,
};

export const handoverAcceptedView: EntryView<DataOf<'handover-accepted'>> = {
  icon: IconTransfer,
  tone: 'step',
  title: handoverAcceptedKind.summarize,
};
