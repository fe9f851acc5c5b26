import { recorderOf } from '../entries/entry-kind.ts';
import type { Handover } from '../entries/handover.ts';
import type { AnyNewEntry } from '../entries/registry.ts';
import { type Refusal, refuse } from '../refusals.ts';
import type { DecideContext } from './commands.ts';
import { handoversOf } from './handovers.ts';
import { type Item, itemOf, type SessionState } from './state.ts';

/** HOV-1: one hands over for oneself. */
export function handoverRefusal(
  { fromId }: Handover,
  { actor }: Pick<DecideContext, 'actor'>,
  at = 'data',
): Refusal | null {
  if (fromId === actor.id) return null;
  return refuse('invalid', {
    field: `${at}.fromId`,
    detail: 'A person hands over for themselves: fromId is whoever records it. Nothing was stored.',
  });
}

/** HOV-2: the receiver alone accepts, once, what was not entered in error. */
export function acceptanceRefusal(
  { data: { handoverId } }: Extract<AnyNewEntry, { kind: 'handover-accepted' }>,
  state: SessionState,
  { actor }: Pick<DecideContext, 'actor'>,
): Refusal | null {
  const field = 'data.handoverId';
  const item = itemOf(state, handoverId);
  if (item?.entry.kind !== 'handover') return refuse('not-found', { field });
  if (item.retraction !== null) {
    return refuse('entry-retracted', {
      field,
      detail: 'This handover was marked entered in error. Nothing was stored. Ask for a new one.',
    });
  }
  if ((item.data as Handover).toId !== actor.id) {
    return refuse('not-yours', {
      field,
      detail: 'This handover is to somebody else. Nothing was stored. They accept it themselves.',
    });
  }
  return acceptedOf(state, handoverId) ? refuse('already-accepted', { field }) : null;
}

/** HOV-4: what the receiver accepted stays as they read it; an acceptance keeps its handover. */
export function handoverCorrectionRefusal(
  item: Item,
  corrected: unknown,
  state: SessionState,
): Refusal | null {
  const { id, kind } = item.entry;
  if (kind === 'handover') {
    if (acceptedOf(state, id)) return refuse('already-accepted', { field: 'data.entryId' });
    return corrected === null
      ? null
      : handoverRefusal(corrected as Handover, { actor: recorderOf(item.entry) }, 'data.data');
  }
  if (kind !== 'handover-accepted' || corrected === null) return null;
  const { handoverId } = corrected as { handoverId: string };
  return handoverId === (item.data as { handoverId: string }).handoverId
    ? null
    : refuse('invalid', {
        field: 'data.data.handoverId',
        detail: 'An acceptance keeps its handover. Retract it and accept the other one.',
      });
}

function acceptedOf(state: SessionState, handoverId: string): boolean {
  return handoversOf(state).some(({ id, accepted }) => id === handoverId && accepted !== null);
}
