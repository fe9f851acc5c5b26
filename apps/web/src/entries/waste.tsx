import { IconDropletOff } from '@tabler/icons-react';
import { type DataOf, wasteKind } from '@tandem/domain';
import type { EntryView } from './entry-view.ts';

/** What was wasted was witnessed: a wrong one is marked entered in error and witnessed anew. */
export const wasteView: EntryView<DataOf<'waste'>> = {
  icon: IconDropletOff,
  tone: 'plain',
  title: wasteKind.summarize,
};
