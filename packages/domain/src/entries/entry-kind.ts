import { z } from 'zod';
import type { Operation } from '../permissions.ts';
import { type Author, roleSchema } from '../roles.ts';
import type { SessionStatus } from '../session/status.ts';
import { typedText, uuidSchema } from '../text.ts';
import { instantSchema } from '../time.ts';

/** What the device knew when the person confirmed; stored, hashed and served, never compared. */
export const entryContextSchema = z
  .strictObject({
    deviceId: typedText(100),
    /** Last seq the device had applied when the person confirmed. */
    knownSeq: z.int().min(0).max(1_000_000_000),
    composedAt: instantSchema,
    /** Device clock minus server clock, as measured at hello. */
    clockOffsetMs: z.int().min(-1e12).max(1e12),
    offline: z.boolean(),
    /** When what the person saw was last known to be all there is; sent with `offline`. */
    asOf: instantSchema,
    lateReason: typedText(500),
  })
  .partial();

/** As stored and served, with whatever a later server adds; `adoptedFrom`: who recorded an entry that a lead took over from a device, because they work here no more. */
export const storedContextSchema = z.object({
  ...entryContextSchema.shape,
  adoptedFrom: z.strictObject({ personId: uuidSchema, name: z.string(), role: roleSchema }).optional(),
});
export type EntryContext = z.infer<typeof storedContextSchema>;
export type AdoptedFrom = NonNullable<EntryContext['adoptedFrom']>;

/** An entry as the log serves it to a role that may read it. `hash` is lower-case hex. */
export interface Entry<Kind extends string = string, Data = unknown> {
  readonly id: string;
  readonly sessionId: string;
  readonly seq: number;
  readonly kind: Kind;
  readonly version: number;
  readonly happenedAt: string;
  readonly recordedAt: string;
  readonly author: Author;
  /** Null when withheld: the reader's role may not see it, and seq, hash and completeness still hold. */
  readonly data: Data | null;
  readonly withheld?: true;
  readonly context: EntryContext | null;
  readonly hash: string;
}

/**
 * Who saw, gave or thought what the entry says: its author, or whoever a lead took it over from. Whose entry it is
 * and whether two doses are two people's is asked of the recorder; who answers for it in the log is the author.
 */
export function recorderOf({ author, context }: Pick<Entry, 'author' | 'context'>): Author {
  const from = context?.adoptedFrom;
  return from === undefined ? author : { id: from.personId, name: from.name, role: from.role };
}

/** An entry as a device sends it. */
export interface NewEntry<Kind extends string = string, Data = unknown> {
  readonly id: string;
  readonly kind: Kind;
  readonly happenedAt: string;
  readonly data: Data;
  readonly context?: z.infer<typeof entryContextSchema> | undefined;
}

/** Which permission a kind falls under, for reading and writing. */
export type EntryGroup = 'vitals' | 'events' | 'doses' | 'notes' | 'arc' | 'handovers' | 'lifecycle';

/** What a file in this folder says of its kind. */
export interface EntryKindDefinition<Kind extends string = string, Schema extends z.ZodType = z.ZodType> {
  readonly kind: Kind;
  readonly version: number;
  readonly label: string;
  readonly group: EntryGroup;
  /** Statuses in which it may be appended through `POST entries`; lifecycle steps have calls of their own. */
  readonly recordableIn: readonly SessionStatus[];
  /** Which permission recording it asks for, where that is not its group's. */
  readonly recordedUnder?: Operation;
  /** Which permission its corrections ask for, where that is not its group's. */
  readonly correctedUnder?: Operation;
  readonly data: Schema;
  /** One plain line for the log, table and text export; no author, no time. */
  summarize(data: z.output<Schema>): string;
}

/** Declares a kind. The registry is the only list; everything else asks the definition. */
export function defineEntryKind<Kind extends string, Schema extends z.ZodType>(
  definition: EntryKindDefinition<Kind, Schema>,
): EntryKindDefinition<Kind, Schema> {
  return definition;
}

export const duringSession: readonly SessionStatus[] = ['in-progress', 'ended'];
export const fromPlanning: readonly SessionStatus[] = ['planned', 'in-progress', 'ended'];

/** Lifecycle steps are written by their own calls, never through `POST entries`. */
export const byItsOwnCall: readonly SessionStatus[] = [];

export function readOperation(group: EntryGroup): Operation {
  return group === 'lifecycle' ? 'session.read' : `${group}.read`;
}

/** Null for lifecycle steps: their calls ask for their own permission. */
export function writeOperation({
  group,
  recordedUnder,
}: Pick<EntryKindDefinition, 'group' | 'recordedUnder'>): Operation | null {
  return group === 'lifecycle' ? null : (recordedUnder ?? `${group}.write`);
}

/** Null for what is never corrected: steps of the session and corrections themselves. */
export function correctOperation({
  group,
  correctedUnder,
}: Pick<EntryKindDefinition, 'group' | 'correctedUnder'>): Operation | null {
  return group === 'lifecycle' ? null : (correctedUnder ?? `${group}.correct`);
}

export const reasonSchema = typedText(500);
export const entryIdSchema = uuidSchema;
