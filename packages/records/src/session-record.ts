import {
  type Allergies,
  type Author,
  closedKind,
  type Disposition,
  type Entry,
  type ExportPurpose,
  fold,
  type Instant,
  type Role,
  type SessionOrigin,
  type SessionState,
  type SessionStatus,
} from '@tandem/domain';
import { type CourseInput, type CourseRecord, courseRecord } from './course/course-record.ts';
import { type ShownEntry, shownEntries } from './shown-entries.ts';

/** Whoever is named in a record, under one role each. */
export interface RecordPerson {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/** Where the chain stood: seq and hash (lower-case hex) of the last entry. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
}

/** What the server knows of a session when a copy of it leaves. */
export interface RecordInput {
  readonly clinic: { readonly id: string; readonly name: string; readonly timeZone: string };
  readonly client: {
    readonly id: string;
    readonly familyName: string;
    readonly givenName: string;
    /** `YYYY-MM-DD`. */
    readonly birthDate: string;
    readonly sex: 'female' | 'male' | 'other' | 'unknown';
    readonly mrn: string | null;
    readonly allergies: Allergies;
  };
  readonly session: {
    readonly id: string;
    readonly status: SessionStatus;
    readonly origin: SessionOrigin;
    readonly plannedAt: Instant;
    readonly startedAt: Instant | null;
    readonly endedAt: Instant | null;
    readonly room: string | null;
    readonly setting: string;
    readonly disposition: Disposition | null;
    /** "Session 3 of 6"; null without a series. */
    readonly series: { readonly number: number; readonly of: number } | null;
  };
  /** The team of the session; authors of entries come beside them. */
  readonly team: readonly RecordPerson[];
  readonly protocol: { readonly id: string; readonly name: string; readonly version: number | null };
  /** All of them in seq order, as they are served to `exportedBy`: withheld and removed ones in their envelopes. */
  readonly entries: readonly Entry[];
  readonly head: ChainHead;
  readonly epoch: string;
  readonly exportedAt: Instant;
  readonly exportedBy: Author;
  readonly purpose: ExportPurpose | null;
  /** What happened between the client's sessions, as `exportedBy` may read it. */
  readonly courses?: readonly CourseInput[];
}

/**
 * One session as every format writes it. Which version of an entry stands, and which is removed or entered in error,
 * is settled here once, so that no two formats tell different sessions.
 */
export interface SessionRecord extends RecordInput {
  readonly state: SessionState;
  /** By when it happened, then seq; corrections stand with what they correct. */
  readonly shown: readonly ShownEntry[];
  readonly people: readonly RecordPerson[];
  /** Entries in the log that this copy does not show: kept from this role, and removed for good. */
  readonly hidden: { readonly withheld: number; readonly removed: number };
  /** Null when nothing was written between the sessions. */
  readonly course: CourseRecord | null;
}

/**
 * Folds the entries and settles what stands. Identity is what was pinned at the start, so that a later change of the
 * client's row never changes a signed report.
 */
export function sessionRecord(input: RecordInput): SessionRecord {
  const state = fold(input.session.id, input.entries);
  const shown = shownEntries(state);
  const { pins } = state;
  return {
    ...input,
    ...(pins === null
      ? {}
      : {
          client: pins.patient,
          protocol: {
            ...pins.protocol,
            version: pins.protocol.id === input.protocol.id ? input.protocol.version : null,
          },
        }),
    state,
    shown,
    people: peopleOf(input, shown),
    hidden: {
      withheld: input.entries.filter(({ withheld }) => withheld === true).length,
      removed: shown.filter(({ standing }) => standing === 'removed').length,
    },
    course: courseRecord(input.courses ?? []),
  };
}

function peopleOf({ team, entries }: RecordInput, shown: readonly ShownEntry[]): RecordPerson[] {
  const found = new Map<string, RecordPerson>();
  const all = [...team, ...entries.map(({ author }) => author), ...shown.map(({ recorder }) => recorder)];
  for (const { id, name, role } of all) {
    const key = `${id} ${role}`;
    if (!found.has(key)) found.set(key, { id, name, role });
  }
  return [...found.values()];
}

/** Training and demo sessions are told from real ones on every copy. */
export function isInvented({ session }: Pick<RecordInput, 'session'>): boolean {
  return session.origin === 'training' || session.origin === 'demo';
}

/** What a copy leaves out, said so. */
export function hiddenWords({ hidden: { withheld, removed } }: Pick<SessionRecord, 'hidden'>): string[] {
  const entries = (count: number) => (count === 1 ? '1 entry' : `${count} entries`);
  return [
    ...(withheld === 0 ? [] : [`Not shown to the role this copy was made for: ${entries(withheld)}.`]),
    ...(removed === 0 ? [] : [`Text removed at its author's request: ${entries(removed)}.`]),
  ];
}

/** What a lead said who closed a record that nobody is left to sign; null for one that was signed, or is still open. */
export function closedWithout({ closed }: Pick<SessionState, 'closed'>): string | null {
  return closed === null ? null : closedKind.summarize(closed);
}
