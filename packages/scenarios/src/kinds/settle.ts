import { type DataOf, formatInstant } from '@tandem/domain';
import type { Draft } from '../draft.ts';

/** The physician amends their event with its outcome once it is over: an event without one stays open. */
export function settle(
  draft: Draft,
  eventId: string,
  data: DataOf<'adverse-event'>,
  /** After the first dose, when it is seen to be over. */
  minute: number,
): void {
  const settled = { ...data, endedAt: formatInstant(draft.ms(minute)), outcome: 'Resolved' };
  const reason = 'Outcome added.';
  draft.record(
    draft.input.people.physician,
    'amendment',
    { entryId: eventId, data: settled, reason },
    minute + 1,
  );
}
