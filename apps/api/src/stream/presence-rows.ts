import type { Role } from '@tandem/domain';
import type { PresentPerson, Writing } from '@tandem/wire';
import { and, eq, gt, inArray, lt, or, sql } from 'drizzle-orm';
import type { ClinicScope } from '../db/clinic-scope.ts';
import { memberships, presence } from '../db/schema.ts';

export interface PresenceRow {
  readonly sessionId: string;
  readonly socketId: string;
  readonly personId: string;
  readonly role: Role;
  readonly writing: Writing | null;
  readonly pending: number;
  /** Since the person's last sign of use, by this process's monotonic clock. */
  readonly idleMs: number;
}

/** Two heartbeats may be late; then the process that held the socket is taken for gone. */
const ALIVE = sql`clock_timestamp() - interval '25 seconds'`;

/** Writes rows of one clinic with a fresh heartbeat, and sweeps those of processes that are gone. */
export async function writePresence(scope: ClinicScope, rows: readonly PresenceRow[]): Promise<void> {
  await scope.tx
    .insert(presence)
    .values(
      rows.map(({ idleMs, ...row }) => ({
        ...row,
        clinicId: scope.clinicId,
        activeAt: sql`clock_timestamp() - ${Math.round(idleMs)} * interval '1 millisecond'`,
        aliveAt: sql`clock_timestamp()`,
      })),
    )
    .onConflictDoUpdate({
      target: [presence.clinicId, presence.sessionId, presence.socketId],
      set: {
        writing: sql`excluded.writing`,
        pending: sql`excluded.pending`,
        // The same moment told again differs by the time of the statement: not a sign of use.
        activeAt: sql`case when excluded.active_at > ${presence.activeAt} + interval '1 second'
          then excluded.active_at else ${presence.activeAt} end`,
        aliveAt: sql`excluded.alive_at`,
      },
    });
  await scope.tx.delete(presence).where(and(scope.own(presence.clinicId), lt(presence.aliveAt, ALIVE)));
}

export async function deletePresence(
  scope: ClinicScope,
  rows: readonly Pick<PresenceRow, 'sessionId' | 'socketId'>[],
): Promise<void> {
  const these = rows.map((row) =>
    and(eq(presence.sessionId, row.sessionId), eq(presence.socketId, row.socketId)),
  );
  await scope.tx.delete(presence).where(and(scope.own(presence.clinicId), or(...these)));
}

/** Who is here, by session: one line per person and role, however many screens they have. */
export async function peopleHere(
  scope: ClinicScope,
  sessionIds: string[],
): Promise<Map<string, PresentPerson[]>> {
  const rows = await scope.tx
    .select({
      sessionId: presence.sessionId,
      id: presence.personId,
      role: presence.role,
      writing: presence.writing,
      pending: presence.pending,
      activeAt: presence.activeAt,
      name: memberships.name,
    })
    .from(presence)
    .innerJoin(
      memberships,
      and(eq(memberships.clinicId, presence.clinicId), eq(memberships.personId, presence.personId)),
    )
    .where(
      and(scope.own(presence.clinicId), inArray(presence.sessionId, sessionIds), gt(presence.aliveAt, ALIVE)),
    )
    .orderBy(memberships.name, presence.role, presence.socketId);
  const people = new Map<string, PresentPerson[]>();
  for (const { sessionId, activeAt, ...row } of rows) {
    const here = people.get(sessionId) ?? [];
    people.set(sessionId, here);
    const lastSeenAt = activeAt.toISOString();
    const same = here.find((person) => person.id === row.id && person.role === row.role);
    if (same === undefined) here.push({ ...row, lastSeenAt });
    else {
      same.writing ??= row.writing;
      same.pending += row.pending;
      if (lastSeenAt > same.lastSeenAt) same.lastSeenAt = lastSeenAt;
    }
  }
  return people;
}
