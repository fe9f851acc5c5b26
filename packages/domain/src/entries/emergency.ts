import { z } from 'zod';
import { typedText } from '../text.ts';
import { defineEntryKind, duringSession } from './entry-kind.ts';

/** What is stamped in an emergency, in the order of the keys on the screen. */
export const emergencyMarks = {
  declared: 'Emergency',
  'help-called': 'Help called',
  oxygen: 'Oxygen',
  airway: 'Airway',
  'iv-access': 'IV access',
  drug: 'Drug',
  'ems-here': 'EMS here',
  'left-with-ems': 'Left with EMS',
  over: 'Emergency over',
} as const;
export type EmergencyMark = keyof typeof emergencyMarks;

/** One stamp of an emergency, at its time. No gate, no limit and no reason stands before it. */
export const emergencySchema = z.strictObject({
  mark: z.enum(Object.keys(emergencyMarks) as [EmergencyMark, ...EmergencyMark[]]),
  detail: typedText(500).optional(),
});

export const emergencyKind = defineEntryKind({
  kind: 'emergency',
  version: 1,
  label: 'Emergency',
  group: 'events',
  recordableIn: duringSession,
  data: emergencySchema,
  summarize: ({ mark, detail }) => `${emergencyMarks[mark]}${detail === undefined ? '' : `: ${detail}`}`,
});
