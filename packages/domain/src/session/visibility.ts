import { type Entry, readOperation } from '../entries/entry-kind.ts';
import { entryKindOf } from '../entries/registry.ts';
import { may } from '../permissions.ts';
import type { Role } from '../roles.ts';
import type { SessionStatus } from './status.ts';

/**
 * May this role read an entry of `kind`? For a correction pass the original's kind as `targetKind`: an
 * amended note is as private as the note. An unknown kind is withheld from everyone but clinicians.
 */
export function mayReadEntry(role: Role, kind: string, status: SessionStatus, targetKind?: string): boolean {
  const definition = entryKindOf(targetKind ?? kind);
  return may(role, definition === undefined ? 'notes.read' : readOperation(definition.group), status);
}

/** The same envelope without its content, so that seq, hash and completeness hold (reliability.md 5). */
export function withhold(entry: Entry): Entry {
  const { lateReason, ...context } = entry.context ?? {};
  return { ...entry, data: null, withheld: true, context: entry.context === null ? null : context };
}
