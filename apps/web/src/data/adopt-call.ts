import type { Problem } from '@tandem/wire';
import { call, ProblemError } from './api.ts';
import type { OutboxItem } from './outbox-shelf.ts';

/**
 * One entry of somebody who works here no more, sent by a lead, who becomes its author.
 * @returns why the server will not have it, or null once it is stored
 * @throws ProblemError when it may be tried again, NoAnswerError when nobody knows
 */
export async function adoptEntry({ sessionId, author, entry, epoch }: OutboxItem): Promise<Problem | null> {
  try {
    await call({
      method: 'POST',
      path: `/sessions/${sessionId}/adopted-entries`,
      body: { personId: author.personId, role: author.role, entries: [entry] },
      reply: null,
      // What was recorded against a database that is gone is not sent to this one.
      epoch,
    });
    return null;
  } catch (error) {
    if (error instanceof ProblemError && !error.problem.retryable) return error.problem;
    throw error;
  }
}
