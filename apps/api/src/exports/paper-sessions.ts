import type { RouteKey } from '@tandem/domain';
import type { PaperSession } from '@tandem/records';
import type { Session } from '@tandem/wire';
import { and, inArray } from 'drizzle-orm';
import type { Login } from '../auth/login.ts';
import type { ClinicScope } from '../db/clinic-scope.ts';
import { protocols } from '../db/schema.ts';
import { refused } from '../refusal-error.ts';
import { searchSessions } from '../sessions/search.ts';

/** Sessions of one day: no clinic has more rooms than that, and a printer no more paper. */
const MOST = 100;

interface DayOnPaper {
  /** By when they are planned. */
  readonly forms: readonly { readonly id: string; readonly session: PaperSession }[];
  /** How many of the day are not shown to this person. */
  readonly leftOut: number;
}

/**
 * What is planned or runs on a day, as this login may read it: where only the room of a session is shown to them, its
 * form would have no name, and is left out.
 * @param date `YYYY-MM-DD` in the clinic's zone
 * @throws RefusalError 400 for a day with more sessions than are printed at once
 */
export async function paperSessions(scope: ClinicScope, login: Login, date: string): Promise<DayOnPaper> {
  const filter = { status: ['planned', 'in-progress'] as const, from: date, to: date, limit: MOST };
  const found = await searchSessions(scope, login, { ...filter, status: [...filter.status] }, login.timeZone);
  if (found.nextCursor !== null)
    throw refused('invalid', {
      field: 'date',
      detail: 'date has more than 100 sessions. Nothing was made. Print them from the export of each.',
    });
  const shown = found.items.filter(isShown).toReversed();
  const plans = await plansOf(scope, shown);
  return {
    forms: shown.map((session) => ({ id: session.id, session: paperSession(session, plans) })),
    leftOut: found.items.length - shown.length,
  };
}

type Shown = Session & {
  readonly patient: NonNullable<Session['patient']>;
  readonly protocol: NonNullable<Session['protocol']>;
};
const isShown = (session: Session): session is Shown => session.patient !== null && session.protocol !== null;

type Plans = ReadonlyMap<string, PaperSession['protocol']['plan']>;

async function plansOf(scope: ClinicScope, sessions: readonly Shown[]): Promise<Plans> {
  const ids = [...new Set(sessions.map(({ protocol }) => protocol.id))];
  if (ids.length === 0) return new Map();
  const rows = await scope.tx
    .select({ id: protocols.id, data: protocols.data })
    .from(protocols)
    .where(and(scope.own(protocols.clinicId), inArray(protocols.id, ids)));
  return new Map(rows.map(({ id, data }) => [id, data]));
}

function paperSession(session: Shown, plans: Plans): PaperSession {
  const { patient, protocol, origin, plannedAt, room, people, weightKg, plannedDoses } = session;
  const plan = plans.get(protocol.id);
  if (plan === undefined) throw new Error('a session names a protocol that is not there');
  return {
    client: patient,
    origin,
    plannedAt,
    room: room?.name ?? null,
    team: people.map(({ name, role }) => ({ name, role })),
    weightKg,
    protocol: { name: protocol.name, version: protocol.version, confirmed: protocol.confirmed, plan },
    plannedDoses: plannedDoses.map(({ drug, route, amountMg }) => ({
      drug,
      route: route as RouteKey,
      amountMg,
    })),
  };
}
