import type { AuditAction } from '@tandem/domain';
import type { Sql, TransactionSql } from 'postgres';
import type { Login } from '../auth/login.ts';

/** A transaction as tandem_notes, in one clinic and for one person: row-level security shows it that person's notes. */
export interface NotesScope {
  readonly sql: TransactionSql;
  readonly clinicId: string;
  readonly personId: string;
}

export type InNotes = <T>(
  login: Pick<Login, 'clinicId' | 'personId'>,
  work: (scope: NotesScope) => Promise<T>,
) => Promise<T>;

export function notesScopes(notes: Sql): InNotes {
  return async ({ clinicId, personId }, work) => {
    const done = await notes.begin(async (sql) => {
      // For this transaction alone: the next one on this connection is somebody else's.
      await sql`
        select set_config('tandem.clinic_id', ${clinicId}, true), set_config('tandem.person_id', ${personId}, true)`;
      return { value: await work({ sql, clinicId, personId }) };
    });
    return (done as { value: Awaited<ReturnType<typeof work>> }).value;
  };
}

/** Its row in the audit, in the same transaction: ids, sizes and hashes, and never a word. */
export async function auditNote(
  { sql, clinicId }: NotesScope,
  { personId, role }: Pick<Login, 'personId' | 'role'>,
  act: {
    readonly action: Extract<AuditAction, `process-note${string}`>;
    readonly targetId: string;
    readonly detail?: object;
  },
): Promise<void> {
  const detail = act.detail === undefined ? null : JSON.stringify(act.detail);
  await sql`
    insert into tandem.audit (clinic_id, actor_id, actor_role, action, target_id, detail)
    values (${clinicId}, ${personId}, ${role}, ${act.action}, ${act.targetId}, ${detail}::text::jsonb)`;
}
