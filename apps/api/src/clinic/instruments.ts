import { type InstrumentDefinition, type Measure, measureFrom, sameJson } from '@tandem/domain';
import type { Instrument, NewInstrument } from '@tandem/wire';
import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { recordAct } from '../audit/record.ts';
import type { Login } from '../auth/login.ts';
import type { ClinicScope } from '../db/clinic-scope.ts';
import { clinics, instruments, memberships } from '../db/schema.ts';
import { refused } from '../refusal-error.ts';

/** Every version of what the clinic brought along, also what is no longer offered. */
export async function keptInstruments(scope: ClinicScope): Promise<Instrument[]> {
  const rows = await scope.tx
    .select({
      id: instruments.id,
      definition: instruments.definition,
      addedAt: instruments.addedAt,
      addedBy: memberships.name,
      retiredAt: instruments.retiredAt,
    })
    .from(instruments)
    .leftJoin(
      memberships,
      and(eq(memberships.clinicId, instruments.clinicId), eq(memberships.personId, instruments.addedBy)),
    )
    .where(scope.own(instruments.clinicId))
    .orderBy(
      sql`lower(${instruments.definition} ->> 'name')`,
      asc(instruments.key),
      asc(instruments.version),
    );
  return rows.map(({ addedAt, retiredAt, ...row }) => ({
    ...row,
    addedAt: addedAt.toISOString(),
    retiredAt: retiredAt?.toISOString() ?? null,
  }));
}

/** The same as the course reads them: each answer by its own version. */
export async function clinicMeasures(scope: ClinicScope): Promise<Measure[]> {
  return (await keptInstruments(scope)).map((one) => measureFrom(definitionOf(one)));
}

const definitionOf = ({ definition }: Instrument) => definition as InstrumentDefinition;

/**
 * A new one, or a new version of one that is there. Sent again it is the same one.
 * @throws RefusalError when its version is not above those that are there, or another one has its name
 */
export async function addInstrument(
  scope: ClinicScope,
  login: Login,
  { id, definition }: NewInstrument,
): Promise<{ readonly instrument: Instrument; readonly isNew: boolean }> {
  await oneAtATime(scope);
  const all = await keptInstruments(scope);
  const known = all.find((one) => one.id === id);
  if (known !== undefined) {
    if (!sameJson(known.definition, definition)) throw refused('entry-id-reused', { field: 'id' });
    return { instrument: known, isNew: false };
  }
  requireNewVersion(all.map(definitionOf), definition);
  requireFreeName(all.map(definitionOf), definition);
  const { key, version } = definition;
  await scope.tx
    .insert(instruments)
    .values({ clinicId: login.clinicId, id, key, version, definition, addedBy: login.personId });
  await recordAct(scope, login, { action: 'instrument.add', targetId: id, detail: { version } });
  const instrument = (await keptInstruments(scope)).find((one) => one.id === id) as Instrument;
  return { instrument, isNew: true };
}

/** No longer offered, or offered again; its answers stay as they are. @throws RefusalError 404 */
export async function retireInstrument(
  scope: ClinicScope,
  login: Login,
  id: string,
  isRetired: boolean,
): Promise<Instrument> {
  const changed = await scope.tx
    .update(instruments)
    .set(
      isRetired
        ? { retiredAt: sql`clock_timestamp()`, retiredBy: login.personId }
        : { retiredAt: null, retiredBy: null },
    )
    .where(
      and(
        scope.own(instruments.clinicId),
        eq(instruments.id, id),
        isRetired ? isNull(instruments.retiredAt) : isNotNull(instruments.retiredAt),
      ),
    )
    .returning({ id: instruments.id });
  const found = (await keptInstruments(scope)).find((one) => one.id === id);
  if (found === undefined) throw refused('not-found');
  if (changed.length > 0)
    await recordAct(scope, login, {
      action: isRetired ? 'instrument.retire' : 'instrument.restore',
      targetId: id,
    });
  return found;
}

/** Two people at once: versions and names are looked at one after the other. */
async function oneAtATime(scope: ClinicScope): Promise<void> {
  await scope.tx.select({ id: clinics.id }).from(clinics).where(scope.own(clinics.id)).for('update');
}

/** INS-2: what is there may have been answered to, so it stays as it is. */
function requireNewVersion(all: readonly InstrumentDefinition[], { key, version }: InstrumentDefinition) {
  const newest = Math.max(0, ...all.filter((one) => one.key === key).map((one) => one.version));
  if (version > newest) return;
  throw refused('invalid', {
    field: 'definition.version',
    detail: `definition.version must be above ${newest}: version ${newest} of ${key} is here and stays as it is. Nothing was stored.`,
  });
}

function requireFreeName(all: readonly InstrumentDefinition[], { key, name }: InstrumentDefinition): void {
  const plain = (text: string) => text.trim().toLocaleLowerCase('en');
  if (!all.some((one) => one.key !== key && plain(one.name) === plain(name))) return;
  throw refused('invalid', {
    field: 'definition.name',
    detail:
      'definition.name is taken: another questionnaire has it. Nothing was stored. Choose one that tells them apart.',
  });
}
