import { type Refusal, refuse } from '../refusals.ts';
import type { DecideContext } from './commands.ts';

/** DOS-4: a nurse gives, and corrects, what a physician ordered (reliability.md 5). */
export function orderRefusal(
  kind: string,
  data: unknown,
  context: DecideContext,
  field: string,
): Refusal | null {
  const ordered = (data as { orderedById?: string }).orderedById !== undefined;
  return kind === 'dose' && context.actor.role === 'nurse' && !ordered
    ? refuse('order-needed', { field })
    : null;
}
