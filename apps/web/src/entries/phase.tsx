import { IconTimeline } from '@tabler/icons-react';
import { type DataOf, phaseKind } from '@tandem/domain';
import type { EntryView } from './entry-view.ts';
import { PhaseFields } from './later-fields.ts';

export const phaseView: EntryView<DataOf<'phase'>> = {
  icon: IconTimeline,
  tone: 'plain',
  title: phaseKind.summarize,
  form: {
    draftOf: ({ phase }) => ({ phase }),
    dataOf: (draft) => ({ data: { phase: draft.phase } }),
    Fields: PhaseFields,
  },
};
