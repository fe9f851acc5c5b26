import { z } from 'zod';
import { typedText } from '../text.ts';
import { defineEntryKind, duringSession } from './entry-kind.ts';

/** How the client's story turned, at its minute: "I am the mistake" before to "I was doing my best with what I had". */
export const shiftSchema = z.strictObject({ from: typedText(500), to: typedText(500) });
export type Shift = z.output<typeof shiftSchema>;

export const shiftKind = defineEntryKind({
  kind: 'shift',
  version: 1,
  label: 'Shift',
  group: 'notes',
  recordedUnder: 'notes.write-any',
  recordableIn: duringSession,
  data: shiftSchema,
  summarize: ({ from, to }) => `From “${from}” to “${to}”`,
});
