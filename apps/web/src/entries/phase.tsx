import { IconTimeline } from '@tabler/icons-react';
import { type DataOf, type Phase, phaseKind, phaseLabels, phases } from '@tandem/domain';
import { Choice } from '../ui/choice.tsx';
import { words } from '../words/in-room.ts';
import type { EntryView, FieldsProps } from './entry-view.ts';

const options = phases.map((value) => ({ value, label: phaseLabels[value] }));

function Fields({ draft, set }: FieldsProps) {
  const phase = (draft.phase ?? 'settling') as Phase;
  return (
    <Choice
      label={words.line.chips.phase}
      options={options}
      value={phase}
      onChange={(value) => set('phase', value)}
    />
  );
}

export const phaseView: EntryView<DataOf<'phase'>> = {
  icon: IconTimeline,
  tone: 'plain',
  title: phaseKind.summarize,
  form: {
    draftOf: ({ phase }) => ({ phase }),
    dataOf: (draft) => ({ data: { phase: draft.phase } }),
    Fields,
  },
};
