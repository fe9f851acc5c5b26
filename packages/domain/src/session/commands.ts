import type { AdoptedFrom, EntryContext } from '../entries/entry-kind.ts';
import type { Disposition, Leaving, Pins, Plan } from '../entries/lifecycle.ts';
import type { AnyNewEntry } from '../entries/registry.ts';
import type { Author } from '../roles.ts';
import type { Approval } from './approval.ts';

/** What a person asks of a session. Every id is the caller's and makes the call idempotent. */
export type SessionCommand =
  | {
      readonly type: 'append';
      readonly entries: readonly AnyNewEntry[];
      /** Decided as entries of this person in this role; stored as the actor's, with this in their context (ADO-1). */
      readonly adoptedFrom?: AdoptedFrom | undefined;
    }
  | { readonly type: 'plan'; readonly id: string; readonly plan: Plan }
  /** Merged into the plan under the lock: two people changing different parts both keep their change. */
  | { readonly type: 'replan'; readonly id: string; readonly patch: PlanPatch }
  | {
      readonly type: 'start';
      readonly id: string;
      readonly startedAt: string | null;
      readonly reason: string | null;
      readonly pins: Pins;
      /** An answer about being better off dead waits for its outcome (MEA-2). */
      readonly safetyOpen?: boolean | undefined;
    }
  | { readonly type: 'cancel'; readonly id: string; readonly reason: string }
  | {
      readonly type: 'end';
      readonly id: string;
      readonly endedAt: string | null;
      readonly disposition: Disposition;
      readonly leaving?: Leaving | undefined;
    }
  | {
      readonly type: 'sign';
      readonly id: string;
      readonly meaning: string;
      readonly safetyOpen?: boolean | undefined;
    }
  /** `leftIds`: who of the team works here no more, as the server knows it. */
  | {
      readonly type: 'close';
      readonly id: string;
      readonly reason: string;
      readonly leftIds: readonly string[];
      /** An answer about being better off dead waits for an outcome (MEA-2). */
      readonly safetyOpen?: boolean;
    }
  | { readonly type: 'addendum'; readonly id: string; readonly text: string }
  /** Decided by somebody else than who asked for it; `id` is the request's. */
  | {
      readonly type: 'redact';
      readonly id: string;
      readonly entryId: string;
      readonly reason: string;
      readonly askedBy: { readonly id: string; readonly name: string };
      readonly readBy: readonly string[];
    };

/** Parts of a plan to replace; what is absent or undefined stays. */
export type PlanPatch = { readonly [Key in keyof Plan]?: Plan[Key] | undefined };

/** What `decide` is told besides the state: who asks, the clock under the lock, and ids already in the log. */
export interface DecideContext {
  readonly sessionId: string;
  readonly actor: Author;
  /** Milliseconds since the epoch, from the database clock under the stream's lock. */
  readonly nowMs: number;
  /** Entries of this clinic whose id the command uses. */
  readonly known: ReadonlyMap<string, KnownEntry>;
  /** Approvals of this clinic that the command names; none when left out. */
  readonly approvals?: ReadonlyMap<string, Approval> | undefined;
}

/** What the log already holds under an id that a command uses. */
export interface KnownEntry {
  readonly id: string;
  readonly sessionId: string;
  readonly kind: string;
  /** The author, or whoever it was taken over from. */
  readonly authorId: string;
  readonly happenedAt: string;
  readonly data: unknown;
}

/** An entry ready to be written; the writer adds seq, recordedAt and hash. */
export interface DraftEntry {
  readonly id: string;
  readonly kind: string;
  readonly version: number;
  readonly happenedAt: string;
  readonly data: unknown;
  readonly context: EntryContext | null;
}

/** In request order: what is new, and what the log holds already. */
export type Decided = readonly ({ readonly draft: DraftEntry } | { readonly knownId: string })[];

/** Ids that a command uses, for the look-up of known entries. */
export function idsOf(command: SessionCommand): string[] {
  return command.type === 'append' ? command.entries.map((entry) => entry.id) : [command.id];
}

/** Ids of approvals that a command uses, for their look-up. */
export function approvalIdsOf(command: SessionCommand): string[] {
  if (command.type !== 'append') return [];
  return command.entries.flatMap(({ data }) =>
    'approvalId' in data && data.approvalId !== undefined ? [data.approvalId] : [],
  );
}
