import { sameJson } from '../canonical-json.ts';
import type { AdoptedFrom, Entry } from '../entries/entry-kind.ts';
import type { AnyNewEntry } from '../entries/registry.ts';
import { isRefusal, type Refusal, refuse } from '../refusals.ts';
import type { Author } from '../roles.ts';
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
    ? decideAppend(command.entries, state, recorded(context, command.adoptedFrom))
    : decideStep(command, state, context);
}

/** Who recorded the entries decides what they may hold; `actor` is who stands behind them as their author. */
interface Recorded extends DecideContext {
  readonly author: Author;
  readonly adoptedFrom: AdoptedFrom | undefined;
}

function recorded(context: DecideContext, adoptedFrom: AdoptedFrom | undefined): Recorded {
  const { actor: author } = context;
  if (adoptedFrom === undefined) return { ...context, author, adoptedFrom };
  const { personId: id, name, role } = adoptedFrom;
  return { ...context, actor: { id, name, role }, author, adoptedFrom };
}

/**
 * Known ids are looked up before any state check, so that a retry after sign-off is still answered as a retry
 * (LOG-4). One id with other content refuses the whole batch.
 */
function decideAppend(
  entries: readonly AnyNewEntry[],
  state: SessionState,
  context: Recorded,
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
    const found = decideEntry(entry, running, context);
    if (isRefusal(found)) {
      const field = found.field === undefined ? undefined : `entries[${index}].${found.field}`;
      return { ...found, index, entryId: entry.id, ...(field === undefined ? {} : { field }) };
    }
    const { adoptedFrom } = context;
    const draft =
      adoptedFrom === undefined ? found : { ...found, context: { ...found.context, adoptedFrom } };
    decided.push({ draft });
    if (entries.length > 1) running = evolve(running, provisional(draft, running, context));
  }
  return decided;
}

/** The draft as it will stand in the log, as far as deciding the next one of its batch needs it. */
function provisional(draft: DraftEntry, state: SessionState, context: Recorded): Entry {
  const recordedAt = formatInstant(context.nowMs);
  return {
    ...draft,
    sessionId: context.sessionId,
    seq: state.lastSeq + 1,
    recordedAt,
    author: context.author,
    hash: '',
  };
}

/**
 * Content is kind, `happenedAt` as an instant and canonical data; `context` is not compared. One that the person
 * sent before they left, or that another lead took over, is the same entry: whoever recorded it counts (ADO-4).
 */
function sameEntry(known: KnownEntry, entry: AnyNewEntry, context: Recorded): boolean {
  return (
    known.sessionId === context.sessionId &&
    known.authorId === context.actor.id &&
    known.kind === entry.kind &&
    known.happenedAt === entry.happenedAt &&
    // What was redacted since has no text to compare: it was stored under this id, by this person.
    (known.data === null || sameJson(known.data, entry.data))
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
