import { IconUrgent } from '@tabler/icons-react';
import { type DataOf, emergencyKind } from '@tandem/domain';
import type { EntryView } from './entry-view.ts';

/** A stamp that was wrong is marked entered in error. */
export const emergencyView: EntryView<DataOf<'emergency'>> = {
  icon: IconUrgent,
  tone: 'strong',
  title: emergencyKind.summarize,
};
