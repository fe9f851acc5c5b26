import { words } from '../words.ts';
import { ProblemError } from './api.ts';
import { serverNowMs } from './clock.ts';
import { clockOf } from './zone.ts';

/** What to tell the person about a call that failed. */
export function sentenceOf(error: unknown): string {
  return error instanceof ProblemError ? error.problem.title : words.failed.noAnswer;
}

/** The form field a refusal names: `allergies.items[0]` marks `allergies`. Null: the whole form. */
export function fieldOf(error: unknown): string | null {
  const field = error instanceof ProblemError ? error.problem.field : undefined;
  return field === undefined ? null : rootOf(field);
}

export function rootOf(field: string): string {
  return /^[^.[]*/.exec(field)?.[0] ?? field;
}

/** From when it can be tried again, by the clinic's clock and never too early; null where the server named no time. */
export function againAt(error: unknown, zone: string): string | null {
  const seconds = error instanceof ProblemError ? error.retryAfterSeconds : null;
  return seconds === null ? null : clockOf(serverNowMs() + seconds * 1000 + 59_999, zone);
}
