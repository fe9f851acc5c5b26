import type { PastFacts, PastNarrowing } from '@tandem/wire';
import { and, sql } from 'drizzle-orm';
import type { Login } from '../auth/login.ts';
import type { ClinicScope } from '../db/clinic-scope.ts';
import { sessionFigures as figures, patients, sessions } from '../db/schema.ts';
import { type FactRow, factsOf } from './facts.ts';
import { measureChanges } from './measure-changes.ts';
import { PHQ9 } from './phq9.ts';
import { ofFigures, ofPatient, overWhere } from './where.ts';

/** The four facts of what is filtered; a training session is in none of them. */
export async function readFacts(
  scope: ClinicScope,
  login: Login,
  filter: PastNarrowing,
  nowMs: number,
): Promise<PastFacts> {
  const where = overWhere(scope, login, filter);
  // As one value: ten thousand rows of ten columns each take the driver longer than the database.
  const [made] = await scope.tx
    .select({ rows: sql<Packed[] | null>`json_agg(${packed(login.timeZone)})` })
    .from(sessions)
    .innerJoin(patients, ofPatient)
    .leftJoin(figures, ofFigures)
    .where(and(...where));
  return factsOf((made?.rows ?? []).map(unpacked), await measureChanges(scope, where, PHQ9), nowMs);
}

type Packed = readonly [
  day: string,
  endedMs: number | null,
  lockedAt: string | null,
  toSign: boolean,
  peak: number | null,
  baseline: number | null,
  notify: number | null,
  raised: number,
  open: number,
  seenMs: readonly number[] | null,
];

function packed(timeZone: string) {
  return sql`json_build_array(
    to_char(${sessions.plannedAt} at time zone ${timeZone}, 'YYYY-MM-DD'),
    (extract(epoch from ${sessions.endedAt}) * 1000)::float8,
    ${figures.facts} -> 'lockedAt', ${sessions.status} = 'ended', ${figures.peakSystolic},
    ${figures.facts} #> '{baseline,systolic}', ${figures.notifySystolic},
    coalesce(${figures.noticesHigh} + ${figures.noticesMedium}, 0), coalesce(${figures.noticesOpen}, 0),
    ${figures.facts} #> '{notices,seenMs}')`;
}

function unpacked(row: Packed): FactRow {
  const [day, endedAt, lockedAt, toSign, peak, baseline, notify, raised, open, seenMs] = row;
  return {
    day,
    endedAt,
    lockedAt: lockedAt === null ? null : Date.parse(lockedAt),
    toSign,
    peak,
    baseline,
    notify,
    raised,
    open,
    seenMs: seenMs ?? [],
  };
}
