import type { EntryContext } from '../entries/entry-kind.ts';
import { writeOperation } from '../entries/entry-kind.ts';
import type { AnyNewEntry } from '../entries/registry.ts';
import { entryKindOf } from '../entries/registry.ts';
import { may } from '../permissions.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { wasRaised } from '../rules/notices.ts';
import type { DecideContext, DraftEntry } from './commands.ts';
import { decideCorrection } from './decide-correction.ts';
import { approvalRefusal, givingRefusal, infusionRefusal, referenceRefusal } from './decide-dose.ts';
import { acceptanceRefusal, handoverRefusal } from './decide-handover.ts';
import { meaningRefusal } from './decide-meaning.ts';
import { roleLimitRefusal } from './role-limits.ts';
import type { SessionState } from './state.ts';
import { timeRefusal } from './time-limits.ts';

/** One new entry of an append: role, state of the session, time, then what its kind asks. */
export function decideEntry(
  entry: AnyNewEntry,
  state: SessionState,
  context: DecideContext,
): DraftEntry | Refusal {
  const definition = entryKindOf(entry.kind);
  if (definition === undefined)
    return refuse('invalid', { field: 'kind', detail: 'There is no such kind of entry.' });
  const operation = writeOperation(definition);
  if (operation !== null && !may(context.actor.role, operation, state.status)) {
    return refuse('role-may-not', { field: 'kind' });
  }
  const refused =
    statusRefusal(definition.recordableIn, state) ??
    timeRefusal(entry.happenedAt, 'happenedAt', state, context.nowMs) ??
    kindRefusal(entry, state, context);
  if (refused !== null) return refused;
  return {
    id: entry.id,
    kind: entry.kind,
    version: definition.version,
    happenedAt: entry.happenedAt,
    data: entry.data,
    context: entry.context === undefined ? null : withoutEmpty(entry.context),
  };
}

function statusRefusal(recordableIn: readonly SessionState['status'][], state: SessionState): Refusal | null {
  if (recordableIn.includes(state.status)) return null;
  if (state.status === 'signed') return refuse('session-signed');
  if (state.status === 'cancelled') return refuse('session-cancelled');
  return refuse('session-not-started');
}

function kindRefusal(entry: AnyNewEntry, state: SessionState, context: DecideContext): Refusal | null {
  const limits = () => roleLimitRefusal(entry.kind, entry.data, context.actor.role, 'data');
  switch (entry.kind) {
    case 'amendment':
    case 'retraction':
      return decideCorrection(entry, state, context);
    case 'acknowledgement':
      return wasRaised(state, entry.data.noticeId, context.nowMs)
        ? null
        : refuse('not-found', { field: 'data.noticeId', detail: NEVER_RAISED });
    case 'dose':
      return (
        limits() ??
        referenceRefusal(entry, state) ??
        approvalRefusal(entry, state, context) ??
        givingRefusal(entry, state, context)
      );
    case 'infusion-start':
    case 'infusion-rate':
      return (
        limits() ??
        infusionRefusal(entry, state) ??
        approvalRefusal(entry, state, context) ??
        givingRefusal(entry, state, context)
      );
    case 'infusion-stop':
      return infusionRefusal(entry, state);
    case 'waste':
      return approvalRefusal(entry, state, context);
    case 'handover':
      return handoverRefusal(entry.data, context);
    case 'handover-accepted':
      return acceptanceRefusal(entry, state, context);
    default:
      return (
        limits() ?? meaningRefusal(entry.kind, entry.data, entry.happenedAt, state, context.nowMs, 'data')
      );
  }
}

const NEVER_RAISED =
  'No notice with this id was raised in this session. Nothing was stored. Look at the notices again.';

function withoutEmpty(context: EntryContext): EntryContext | null {
  return Object.values(context).some((value) => value !== undefined) ? context : null;
}
