import { sameJson } from '../canonical-json.ts';
import type { Entry } from '../entries/entry-kind.ts';
import type { AnyNewEntry } from '../entries/registry.ts';
import { isRefusal, type Refusal, refuse } from '../refusals.ts';
import { formatInstant } from '../time.ts';
import type { DecideContext, Decided, DraftEntry, KnownEntry, SessionCommand } from './commands.ts';
import { decideEntry } from './decide-entry.ts';
import { decideLifecycle, sameLifecycleCall } from './decide-lifecycle.ts';
import { evolve } from './evolve.ts';
import type { SessionState } from './state.ts';

/**
 * (command, state, clock) -> entries or Refusal. Pure: the writer runs it under the stream's lock, so that
 * what was checked is what is written. A batch is all or none.
 */
export function decide(
  command: SessionCommand,
  state: SessionState,
  context: DecideContext,
): Decided | Refusal {
  return command.type === 'append'
    ? decideAppend(command.entries, state, context)
    : decideStep(command, state, context);
}

/**
 * Known ids are looked up before any state check, so that a retry after sign-off is still answered as a retry
 * (LOG-4). One id with other content refuses the whole batch.
 */
function decideAppend(
  entries: readonly AnyNewEntry[],
  state: SessionState,
  context: DecideContext,
): Decided | Refusal {
  const seen = new Set<string>();
  for (const [index, entry] of entries.entries()) {
    if (seen.has(entry.id)) {
      return refuse('duplicate-id', { field: `entries[${index}].id`, index, entryId: entry.id });
    }
    seen.add(entry.id);
    const known = context.known.get(entry.id);
    if (known !== undefined && !sameEntry(known, entry, context)) {
      return refuse('entry-id-reused', { field: `entries[${index}].id`, index, entryId: entry.id });
    }
  }
  const decided: Decided[number][] = [];
  // A batch is decided in its order: an entry and its own correction may come together after an hour offline.
  let running = state;
  for (const [index, entry] of entries.entries()) {
    if (context.known.has(entry.id)) {
      decided.push({ knownId: entry.id });
      continue;
    }
    const draft = decideEntry(entry, running, context);
    if (isRefusal(draft)) {
      const field = draft.field === undefined ? undefined : `entries[${index}].${draft.field}`;
      return { ...draft, index, entryId: entry.id, ...(field === undefined ? {} : { field }) };
    }
    decided.push({ draft });
    if (entries.length > 1) running = evolve(running, provisional(draft, running, context));
  }
  return decided;
}

/** The draft as it will stand in the log, as far as deciding the next one of its batch needs it. */
function provisional(draft: DraftEntry, state: SessionState, context: DecideContext): Entry {
  const recordedAt = formatInstant(context.nowMs);
  return {
    ...draft,
    sessionId: context.sessionId,
    seq: state.lastSeq + 1,
    recordedAt,
    author: context.actor,
    hash: '',
  };
}

/** Content is kind, `happenedAt` as an instant and canonical data; `context` is not compared. */
function sameEntry(known: KnownEntry, entry: AnyNewEntry, context: DecideContext): boolean {
  return (
    known.sessionId === context.sessionId &&
    known.authorId === context.actor.id &&
    known.kind === entry.kind &&
    known.happenedAt === entry.happenedAt &&
    sameJson(known.data, entry.data)
  );
}

function decideStep(
  command: Exclude<SessionCommand, { type: 'append' }>,
  state: SessionState,
  context: DecideContext,
): Decided | Refusal {
  const known = context.known.get(command.id);
  if (known !== undefined) {
    const same =
      known.sessionId === context.sessionId &&
      known.authorId === context.actor.id &&
      sameLifecycleCall(command, known);
    return same ? [{ knownId: command.id }] : refuse('entry-id-reused', { field: 'id', entryId: command.id });
  }
  const draft = decideLifecycle(command, state, context);
  return isRefusal(draft) ? draft : [{ draft }];
}
