import { z } from 'zod';
import { defineEntryKind, duringSession } from './entry-kind.ts';

/** The medicine arc in its usual order; a person sets the phase, the app only proposes (ux.md 2.7). */
export const phaseLabels = {
  settling: 'Settling',
  onset: 'Onset',
  peak: 'Peak',
  plateau: 'Plateau',
  return: 'Return',
  grounding: 'Grounding',
} as const;
export type Phase = keyof typeof phaseLabels;
export const phases = Object.keys(phaseLabels) as [Phase, ...Phase[]];

export const phaseSchema = z.strictObject({ phase: z.enum(phases) });

export const phaseKind = defineEntryKind({
  kind: 'phase',
  version: 1,
  label: 'Phase',
  group: 'arc',
  recordableIn: duringSession,
  data: phaseSchema,
  summarize: (data) => phaseLabels[data.phase],
});
