import type { ExportPurpose } from '@tandem/domain';
import { may } from '@tandem/domain';
import { type Seal, type SessionRecord, sessionRecord } from '@tandem/records';
import type { Session } from '@tandem/wire';
import type { Login } from '../auth/login.ts';
import type { ClinicScope } from '../db/clinic-scope.ts';
import { readSealed } from '../log/read-sealed.ts';
import { serveTo } from '../log/serve.ts';
import { refused } from '../refusal-error.ts';
import { requireReadable } from '../sessions/access.ts';
import { readTextTemplates, type TextTemplates } from './text-templates.ts';

/** A session as a copy of it is made from, and what its chain can be checked with. */
export interface ExportedSession {
  readonly record: SessionRecord;
  readonly seals: readonly Seal[];
  readonly templates: TextTemplates;
}

/**
 * Reads it as this login may read it: what their role may not see stays in its envelope.
 * @throws RefusalError 404 for a session that is not there, 403 for a role that may not
 */
export async function recordOf(
  scope: ClinicScope,
  login: Login,
  sessionId: string,
  context: { readonly epoch: string; readonly nowMs: number; readonly purpose: ExportPurpose | null },
): Promise<ExportedSession> {
  const session = await requireReadable(scope, login, sessionId);
  if (!may(login.role, 'session.export', session.status)) throw refused('role-may-not');
  const read = await readSealed(scope, sessionId);
  if (read === null || session.patient === null || session.protocol === null) throw refused('not-found');
  const entries = await serveTo(scope, login.role, session.status, read.entries);
  const record = sessionRecord({
    clinic: { id: login.clinicId, name: login.clinicName, timeZone: login.timeZone },
    client: session.patient,
    session: sessionOf(session),
    team: session.people.map(({ personId: id, name, role }) => ({ id, name, role })),
    protocol: session.protocol,
    entries,
    head: read.head,
    epoch: context.epoch,
    exportedAt: new Date(context.nowMs).toISOString(),
    exportedBy: login.author,
    purpose: context.purpose,
  });
  return { record, seals: read.seals, templates: await readTextTemplates(scope) };
}

function sessionOf(session: Session): SessionRecord['session'] {
  const { id, status, origin, plannedAt, startedAt, endedAt, room, setting, disposition, series } = session;
  return {
    id,
    status,
    origin,
    plannedAt,
    startedAt,
    endedAt,
    room: room?.name ?? null,
    setting,
    disposition,
    series,
  };
}
