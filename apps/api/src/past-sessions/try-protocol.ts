import { fold, type ProtocolPlan, protocolTrial } from '@tandem/domain';
import { type ProtocolTrialReply, TRIED_AT_ONCE } from '@tandem/wire';
import { and, count, desc, eq, inArray, isNotNull, ne } from 'drizzle-orm';
import type { Login } from '../auth/login.ts';
import type { ClinicScope } from '../db/clinic-scope.ts';
import { sessionFigures as figures, patients, protocols, sessions } from '../db/schema.ts';
import { readEntries } from '../log/read.ts';
import { ofFigures, ofPatient, pastWhere } from './where.ts';

/** Entries of one session that are read at once. */
const PAGE = 2_000;

/**
 * Runs a draft over some past sessions of the protocol of this name, newest first; training sessions are left out.
 * Only those that this person may open, and nothing is stored (TRY-2).
 */
export async function tryProtocol(
  scope: ClinicScope,
  login: Login,
  { name, data, from }: { readonly name: string; readonly data: ProtocolPlan; readonly from: number },
): Promise<ProtocolTrialReply> {
  const ofName = scope.tx
    .select({ id: protocols.id })
    .from(protocols)
    .where(and(scope.own(protocols.clinicId), eq(protocols.name, name)));
  const where = and(
    ...pastWhere(scope, login, { status: ['ended', 'signed'] }, login.timeZone),
    inArray(sessions.protocolId, ofName),
    isNotNull(sessions.startedAt),
    ne(sessions.origin, 'training'),
  );
  const listed = () =>
    scope.tx
      .select({ id: sessions.id, at: sessions.plannedAt })
      .from(sessions)
      .innerJoin(patients, ofPatient)
      .leftJoin(figures, ofFigures)
      .where(where);
  const [all] = await scope.tx
    .select({ total: count() })
    .from(sessions)
    .innerJoin(patients, ofPatient)
    .leftJoin(figures, ofFigures)
    .where(where);
  const rows = await listed()
    .orderBy(desc(sessions.plannedAt), desc(sessions.id))
    .offset(from)
    .limit(TRIED_AT_ONCE);
  const items: ProtocolTrialReply['items'] = [];
  for (const { id, at } of rows) {
    const trial = protocolTrial(fold(id, await wholeLog(scope, id)), data);
    if (trial !== null) items.push({ id, at: at.toISOString(), ...trial, events: [...trial.events] });
  }
  const total = all?.total ?? 0;
  const reached = from + rows.length;
  return { items, total, next: rows.length < TRIED_AT_ONCE || reached >= total ? null : reached };
}

async function wholeLog(scope: ClinicScope, sessionId: string) {
  const all = [];
  for (;;) {
    const page = await readEntries(scope, sessionId, { after: all.length, limit: PAGE });
    all.push(...(page?.entries ?? []));
    if (page === null || page.entries.length === 0 || all.length >= page.lastSeq) return all;
  }
}
