import {
  administrations,
  fold,
  formatInstant,
  microgramsFromMg,
  type SessionState,
  standing,
} from '@tandem/domain';
import type { Vial, VialCount } from '@tandem/wire';
import { and, asc, eq, inArray, lt, ne, sql } from 'drizzle-orm';
import type { ClinicScope } from '../db/clinic-scope.ts';
import { clinics, entries, entryPayloads, memberships, sessions, vialCounts, vials } from '../db/schema.ts';
import { readEntries } from '../log/read.ts';

type Row = typeof vials.$inferSelect;
type CountRow = typeof vialCounts.$inferSelect;

/** Up to when something counts: a dose or waste up to `untilMs`, an infusion no further than the clock. */
interface Moment {
  readonly nowMs: number;
  readonly untilMs: number;
}

/** A day of the clinic, from its first to its last millisecond. */
interface Day extends Moment {
  readonly day: string;
  readonly fromMs: number;
}

interface Use {
  readonly vialId: string;
  readonly sessionId: string;
  readonly entryId: string;
  readonly seq: number;
  readonly kind: Vial['uses'][number]['kind'];
  readonly atMs: number;
  readonly micrograms: number;
}

/** The vials of one day's register, oldest first (VIA-5). */
export async function registerOf(scope: ClinicScope, day: string | undefined): Promise<Vial[]> {
  const on = await clinicDay(scope, day);
  const rows = await scope.tx
    .select()
    .from(vials)
    .where(and(scope.own(vials.clinicId), lt(vials.openedAt, new Date(on.untilMs + 1))))
    .orderBy(asc(vials.openedAt), asc(vials.id));
  const all = await describe(scope, rows, on);
  const ofDay = ({ openedAt, uses }: Vial) =>
    [openedAt, ...uses.map(({ at }) => at)].some((at) => Date.parse(at) >= on.fromMs);
  return all.filter((vial) => vial.remainingMg !== 0 || ofDay(vial));
}

/** One vial as it stands today; null when this clinic has none of this id. */
export async function vialToday(scope: ClinicScope, id: string): Promise<Vial | null> {
  const row = await vialRow(scope, id);
  if (row === null) return null;
  const [vial] = await describe(scope, [row], await clinicDay(scope, undefined));
  return vial ?? null;
}

export async function vialRow(scope: ClinicScope, id: string): Promise<Row | null> {
  const [row] = await scope.tx
    .select()
    .from(vials)
    .where(and(scope.own(vials.clinicId), eq(vials.id, id)));
  return row ?? null;
}

/** What must be left of a vial now, in whole micrograms, by the log as it stands (VIA-1). */
export async function expectedMicrograms(scope: ClinicScope, vial: Row): Promise<number> {
  const uses = await usesOf(scope, [vial.id], { nowMs: Date.now(), untilMs: Number.POSITIVE_INFINITY });
  return vial.micrograms - sum(uses);
}

export async function countReply(scope: ClinicScope, row: CountRow): Promise<VialCount> {
  return countOf(row, await namesOf(scope, [row.countedBy, row.witnessedBy]));
}

async function clinicDay({ tx, own }: ClinicScope, asked: string | undefined): Promise<Day> {
  const day = sql`coalesce(${asked ?? null}::date, (now() at time zone ${clinics.timeZone})::date)`;
  const startOf = (date: typeof day) =>
    sql<number>`(extract(epoch from (${date})::timestamp at time zone ${clinics.timeZone}) * 1000)::float8`;
  const [found] = await tx
    .select({ day: sql<string>`(${day})::text`, fromMs: startOf(day), nextMs: startOf(sql`${day} + 1`) })
    .from(clinics)
    .where(own(clinics.id));
  if (found === undefined) throw new Error('a clinic has no row of its own');
  return { day: found.day, fromMs: found.fromMs, untilMs: found.nextMs - 1, nowMs: Date.now() };
}

async function describe(scope: ClinicScope, rows: readonly Row[], on: Day): Promise<Vial[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const uses = await usesOf(scope, ids, on);
  const counts = await lastCounts(scope, ids, on.untilMs);
  const people = [...counts.values()].flatMap(({ countedBy, witnessedBy }) => [countedBy, witnessedBy]);
  const names = await namesOf(scope, [...rows.map(({ openedBy }) => openedBy), ...people]);
  return rows.map((row) => {
    const own = uses.filter(({ vialId }) => vialId === row.id);
    const wasted = sum(own.filter(({ kind }) => kind === 'waste'));
    const given = sum(own) - wasted;
    const count = counts.get(row.id);
    return {
      id: row.id,
      drug: row.drug,
      concentrationMgPerMl: row.concentrationMgPerMl,
      lot: row.lot,
      expiresOn: row.expiresOn,
      expired: row.expiresOn < on.day,
      openedAt: row.openedAt.toISOString(),
      openedBy: names.get(row.openedBy) ?? '',
      openedMg: row.micrograms / 1000,
      givenMg: given / 1000,
      wastedMg: wasted / 1000,
      remainingMg: (row.micrograms - given - wasted) / 1000,
      lastCount: count === undefined ? null : countOf(count, names),
      uses: own.map(({ sessionId, entryId, kind, atMs, micrograms }) => ({
        sessionId,
        entryId,
        kind,
        at: formatInstant(atMs),
        amountMg: micrograms / 1000,
      })),
    };
  });
}

function countOf(row: CountRow, names: ReadonlyMap<string, string>): VialCount {
  return {
    id: row.id,
    countedMg: row.countedMicrograms / 1000,
    expectedMg: row.expectedMicrograms / 1000,
    discrepancyMg: (row.countedMicrograms - row.expectedMicrograms) / 1000,
    countedBy: names.get(row.countedBy) ?? '',
    witnessedBy: names.get(row.witnessedBy) ?? '',
    at: row.at.toISOString(),
    note: row.note,
  };
}

async function lastCounts(
  { tx, own }: ClinicScope,
  vialIds: string[],
  untilMs: number,
): Promise<ReadonlyMap<string, CountRow>> {
  const rows = await tx
    .select()
    .from(vialCounts)
    .where(
      and(
        own(vialCounts.clinicId),
        inArray(vialCounts.vialId, vialIds),
        lt(vialCounts.at, new Date(untilMs + 1)),
      ),
    )
    .orderBy(asc(vialCounts.at), asc(vialCounts.id));
  return new Map(rows.map((row) => [row.vialId, row]));
}

async function namesOf(
  { tx, own }: ClinicScope,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .select({ id: memberships.personId, name: memberships.name })
    .from(memberships)
    .where(and(own(memberships.clinicId), inArray(memberships.personId, [...new Set(ids)])));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Session by session, so that what was amended counts as amended and what was retracted does not. */
async function usesOf(scope: ClinicScope, vialIds: string[], moment: Moment): Promise<Use[]> {
  const vialId = sql`coalesce(${entryPayloads.data} ->> 'vialId', ${entryPayloads.data} -> 'data' ->> 'vialId')`;
  const named = await scope.tx
    .selectDistinct({ id: entries.streamId })
    .from(entryPayloads)
    .innerJoin(
      entries,
      and(eq(entries.clinicId, entryPayloads.clinicId), eq(entries.id, entryPayloads.entryId)),
    )
    .innerJoin(sessions, and(eq(sessions.clinicId, entries.clinicId), eq(sessions.id, entries.streamId)))
    .where(and(scope.own(entryPayloads.clinicId), inArray(vialId, vialIds), ne(sessions.origin, 'training')));
  const uses: Use[] = [];
  for (const { id } of named) {
    const page = await readEntries(scope, id, { after: 0, limit: 1_000_000 });
    if (page !== null) uses.push(...usesIn(fold(id, page.entries), id, moment));
  }
  // A session takes from more vials than those asked about.
  return uses
    .filter((use) => vialIds.includes(use.vialId))
    .sort((a, b) => a.atMs - b.atMs || a.sessionId.localeCompare(b.sessionId) || a.seq - b.seq);
}

function usesIn(state: SessionState, sessionId: string, { nowMs, untilMs }: Moment): Use[] {
  const vialOf = new Map(
    [...standing(state, 'dose'), ...standing(state, 'infusion-start')].map(({ id, data }) => [
      id,
      data.vialId,
    ]),
  );
  const given = [
    // A device whose clock is a little fast gives a dose ahead of this one: it is out of the vial all the same.
    ...administrations(state, untilMs).filter(({ shape }) => shape === 'dose'),
    ...administrations(state, Math.min(nowMs, untilMs)).filter(({ shape }) => shape === 'infusion'),
  ].flatMap(({ id, seq, shape, startMs, micrograms }) => {
    const vialId = vialOf.get(id);
    const kind = shape === 'dose' ? ('dose' as const) : ('infusion-start' as const);
    return vialId === undefined
      ? []
      : [{ vialId, sessionId, entryId: id, seq, kind, atMs: startMs, micrograms }];
  });
  const wasted = standing(state, 'waste').map(({ id, seq, happenedAt, data }) => ({
    vialId: data.vialId,
    sessionId,
    entryId: id,
    seq,
    kind: 'waste' as const,
    atMs: Date.parse(happenedAt),
    micrograms: microgramsFromMg(data.amountMg),
  }));
  return [...given, ...wasted.filter(({ atMs }) => atMs <= untilMs)];
}

const sum = (uses: readonly Use[]) => uses.reduce((total, { micrograms }) => total + micrograms, 0);
