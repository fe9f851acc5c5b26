import { type CheckKey, type CheckRow, checkRows } from '../checklist/catalog.ts';
import type { ChecklistAnswer } from '../entries/checklist.ts';
import { recorderOf } from '../entries/entry-kind.ts';
import type { CheckMode } from '../protocol/plan.ts';
import { protocolOf } from '../protocol/protocol.ts';
import { standing } from '../session/select.ts';
import type { SessionState } from '../session/state.ts';

/** The answer that counts for a row, with who gave it and when. */
export interface Answered extends ChecklistAnswer {
  readonly entryId: string;
  readonly by: string;
  readonly at: string;
}

/** A row of the list before the first dose, as it stands. */
export interface GateRow {
  readonly row: CheckRow & { readonly key: CheckKey };
  readonly mode: Exclude<CheckMode, 'off'>;
  readonly answer: Answered | null;
  /** Fulfilled, of no matter here, or overridden with a reason. */
  readonly settled: boolean;
  /** It holds a first dose: nobody has settled it, and the protocol says that it blocks. */
  readonly blocks: boolean;
}

/** The answers that count, by row: the last one given until then (GAT-2). */
export function answersOf(state: SessionState, untilMs = Number.POSITIVE_INFINITY): Map<CheckKey, Answered> {
  const found = new Map<CheckKey, Answered>();
  for (const { id, happenedAt, happenedMs, data, item } of standing(state, 'checklist')) {
    if (happenedMs > untilMs) continue;
    for (const answer of data.answers) {
      found.set(answer.item, { ...answer, entryId: id, by: recorderOf(item.entry).name, at: happenedAt });
    }
  }
  return found;
}

/**
 * The list before the first dose under this session's protocol (GAT-1): blocking rows first, then as the list stands.
 * @param untilMs answers until then; all of them when left out
 */
export function gateOf(state: SessionState, untilMs = Number.POSITIVE_INFINITY): GateRow[] {
  const { checklist } = protocolOf(state);
  const answers = answersOf(state, untilMs);
  const rows = checkRows
    .filter(({ list, key }) => list === 'gate' && checklist.get(key) !== 'off')
    .map((row): GateRow => {
      const mode = checklist.get(row.key) === 'block' ? 'block' : 'ask';
      const answer = answers.get(row.key) ?? null;
      const settled = isSettled(answer);
      return { row, mode, answer, settled, blocks: mode === 'block' && !settled };
    });
  return [...rows.filter(({ mode }) => mode === 'block'), ...rows.filter(({ mode }) => mode === 'ask')];
}

/** Fulfilled, of no matter here, or a physician goes on with a reason. No answer settles nothing. */
export function isSettled(answer: ChecklistAnswer | null): boolean {
  if (answer === null) return false;
  return answer.result !== 'not-fulfilled' || answer.overrideReason !== undefined;
}
