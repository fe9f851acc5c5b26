import { type Phase, phaseLabels, phases } from '@tandem/domain';
import { Choice } from '../ui/choice.tsx';
import { words } from '../words/in-room.ts';
import type { FieldsProps } from './entry-view.ts';

const options = phases.map((value) => ({ value, label: phaseLabels[value] }));

export function PhaseFields({ draft, set }: FieldsProps) {
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
