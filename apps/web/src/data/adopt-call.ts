import { call } from './api.ts';
import type { OutboxItem } from './outbox-shelf.ts';

/**
 * One entry of somebody who works here no more, sent by a lead, who becomes its author.
 * @throws ProblemError when the server refused, NoAnswerError when nobody knows
 */
export async function adoptEntry({ sessionId, author, entry, epoch }: OutboxItem): Promise<void> {
  await call({
    method: 'POST',
    path: `/sessions/${sessionId}/adopted-entries`,
    body: { personId: author.personId, role: author.role, entries: [entry] },
    reply: null,
    // What was recorded against a database that is gone is not sent to this one.
    epoch,
  });
}
