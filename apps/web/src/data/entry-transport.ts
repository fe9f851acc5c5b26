import { NoAnswerError, ProblemError } from './api.ts';
import { appendEntries } from './calls.ts';
import type { OutboxItem } from './outbox-shelf.ts';
import type { SendOutcome } from './outbox-types.ts';

/** One entry over HTTP, and what its answer means for the outbox. */
export async function sendEntry(item: OutboxItem): Promise<SendOutcome> {
  try {
    await appendEntries(item.sessionId, [item.entry], item.epoch);
    return { type: 'stored' };
  } catch (error) {
    return outcomeOf(error);
  }
}

/** @throws whatever is no failure of the call: a mistake of ours must not look like a bad network */
export function outcomeOf(error: unknown): SendOutcome {
  if (error instanceof NoAnswerError) return { type: 'failed' };
  if (!(error instanceof ProblemError)) throw error;
  const { problem } = error;
  if (problem.status === 401) return { type: 'signed-out' };
  if (problem.code === 'epoch-changed') return { type: 'other-epoch' };
  return problem.retryable || problem.status >= 500 ? { type: 'failed' } : { type: 'refused', problem };
}
