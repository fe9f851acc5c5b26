import { z } from 'zod';
import { typedText } from '../text.ts';
import { defineEntryKind, duringSession } from './entry-kind.ts';

/** "Seen": who looked at a notice and when. It silences, it does not clear the condition. */
export const acknowledgementSchema = z.strictObject({
  noticeId: typedText(200),
  reason: typedText(500).optional(),
  outcome: typedText(500).optional(),
});

export const acknowledgementKind = defineEntryKind({
  kind: 'acknowledgement',
  version: 1,
  label: 'Seen',
  group: 'events',
  correctedUnder: 'acknowledgements.correct',
  recordableIn: duringSession,
  data: acknowledgementSchema,
  summarize: (data) => data.outcome ?? data.reason ?? 'Seen',
});
