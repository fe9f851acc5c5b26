import { checkRow } from '../checklist/catalog.ts';
import type { ChecklistAnswer } from '../entries/checklist.ts';
import type { Note } from '../entries/note.ts';
import { may } from '../permissions.ts';
import { type Refusal, refuse } from '../refusals.ts';
import type { Role } from '../roles.ts';

interface Checklist {
  readonly answers: readonly ChecklistAnswer[];
}

/**
 * What a role that may record a kind may still not say in it (reliability.md 5), for entries and amendments alike.
 * @param data valid for `kind`
 * @param at path of `data` in the entry, e.g. `data.data` in an amendment
 */
export function roleLimitRefusal(kind: string, data: unknown, role: Role, at: string): Refusal | null {
  if (kind === 'dose' || kind === 'infusion-start' || kind === 'infusion-rate')
    return orderRefusal(data as { orderedById?: string }, role, at);
  if (kind === 'note') return categoryRefusal(data as Note, role, at);
  if (kind === 'checklist') return overrideRefusal((data as Checklist).answers, role, at);
  return null;
}

/** DOS-4: a nurse gives, and corrects, what a physician ordered. */
function orderRefusal(dose: { orderedById?: string }, role: Role, at: string): Refusal | null {
  if (dose.orderedById !== undefined || may(role, 'doses.order')) return null;
  return refuse('order-needed', { field: `${at}.orderedById` });
}

/** NOT-2: a nurse notes what was noticed; words, themes, affect and intention are the therapist's and physician's. */
function categoryRefusal(note: Note, role: Role, at: string): Refusal | null {
  if (note.category === 'noticed' || may(role, 'notes.write-any')) return null;
  return refuse('role-may-not', {
    field: `${at}.category`,
    detail:
      'Your role records notes of the category `noticed` alone. Nothing was stored. Send it as `noticed`, or ask the therapist or a physician to record it.',
  });
}

/** GAT-4: a physician alone goes on although a row is not fulfilled, and answers for a physician. */
function overrideRefusal(answers: readonly ChecklistAnswer[], role: Role, at: string): Refusal | null {
  if (may(role, 'doses.override')) return null;
  const index = answers.findIndex(
    ({ overrideReason, item }) => overrideReason !== undefined || checkRow(item).physician === true,
  );
  const answer = answers[index];
  if (answer === undefined) return null;
  return refuse('role-may-not', {
    field: `${at}.answers[${index}].${answer.overrideReason === undefined ? 'item' : 'overrideReason'}`,
    detail: 'A physician answers this row, or goes on without it. Nothing was stored. Ask one to do so.',
  });
}
