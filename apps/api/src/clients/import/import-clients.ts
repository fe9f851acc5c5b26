import { canonicalJson } from '@tandem/domain';
import { stableUuid } from '@tandem/records';
import { type ClientImport, newPatientSchema } from '@tandem/wire';
import { sql } from 'drizzle-orm';
import { recordActs } from '../../audit/record.ts';
import type { Login } from '../../auth/login.ts';
import type { ClinicScope } from '../../db/clinic-scope.ts';
import { patients } from '../../db/schema.ts';
import { patientRow } from '../patient-row.ts';
import { type ImportPlan, type PersonHere, planImport } from './plan-import.ts';
import type { ReadRow } from './read-file.ts';

/** Rows of one INSERT: PostgreSQL takes 65,535 values in one statement. */
const AT_ONCE = 1_000;

/**
 * What becomes of each row; unless it is a dry run, those that are new are added, all of them or none (the caller's
 * transaction). Who is there already is skipped, so that a file can be imported again after it was mended (IMP-5).
 */
export async function importClients(
  scope: ClinicScope,
  login: Login,
  { id: importId, dryRun }: ClientImport,
  rows: readonly ReadRow[],
): Promise<ImportPlan> {
  if (!dryRun) await oneAtATime(scope);
  const plan = planImport(rows, await peopleHere(scope), dryRun, (client) =>
    stableUuid('client import', scope.clinicId, importId, canonicalJson(client)),
  );
  // The same schema as one client's: what a row is read as can be nothing that the form would refuse.
  const added = plan.adds.map((client) => patientRow(newPatientSchema.parse(client)));
  for (let from = 0; from < added.length; from += AT_ONCE) {
    const some = added.slice(from, from + AT_ONCE);
    const common = { clinicId: login.clinicId, createdBy: login.personId };
    await scope.tx.insert(patients).values(some.map((row) => ({ ...row, ...common })));
    await recordActs(
      scope,
      login,
      some.map(({ id }) => ({ action: 'patient.create', targetId: id, detail: { import: importId } })),
    );
  }
  return plan;
}

/** Until the commit: of two files with the same people the second finds those of the first. */
async function oneAtATime({ tx, clinicId }: ClinicScope): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`clients of ${clinicId}`}, 0))`);
}

function peopleHere(scope: ClinicScope): Promise<PersonHere[]> {
  return scope.tx
    .select({
      id: patients.id,
      familyName: patients.familyName,
      givenName: patients.givenName,
      birthDate: patients.birthDate,
      mrn: patients.mrn,
    })
    .from(patients)
    .where(scope.own(patients.clinicId))
    .orderBy(patients.createdAt, patients.id);
}
