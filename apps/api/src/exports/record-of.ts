import type { ExportPurpose } from '@tandem/domain';
import { may } from '@tandem/domain';
import { type CourseInput, type Seal, type SessionRecord, sessionRecord } from '@tandem/records';
import type { Session } from '@tandem/wire';
import type { Login } from '../auth/login.ts';
import { clinicMeasures } from '../clinic/instruments.ts';
import { coursesOf } from '../courses/read.ts';
import type { ClinicScope } from '../db/clinic-scope.ts';
import { readEntries } from '../log/read.ts';
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
    courses: await coursesFor(scope, login, session),
  });
  return { record, seals: read.seals, templates: await readTextTemplates(scope) };
}

/**
 * What happened between the client's sessions: in the series of this one, and what was written for none. Whoever reads
 * a session of the client may read that (TEA-5).
 */
async function coursesFor(
  scope: ClinicScope,
  login: Login,
  { patient, seriesId }: Session,
): Promise<CourseInput[]> {
  if (patient === null || !may(login.role, 'course.read')) return [];
  const all = await coursesOf(scope, patient.id);
  const theirs = all.filter((course) => course.seriesId === null || course.seriesId === seriesId);
  const ownMeasures = await clinicMeasures(scope);
  const read: CourseInput[] = [];
  for (const { id } of theirs) {
    const log = await readEntries(scope, id, { after: 0, limit: 10_000 });
    read.push({ id, entries: log?.entries ?? [], ownMeasures });
  }
  return read;
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
