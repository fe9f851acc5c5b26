import { createHash } from 'node:crypto';
import type { Login } from '../auth/login.ts';
import type { ClinicScope } from '../db/clinic-scope.ts';
import { patients } from '../db/schema.ts';

/** Whom every drill of a clinic treats: nobody, and name and number say so. */
const nobody = {
  familyName: 'Training',
  givenName: 'Robin',
  birthDate: '1990-01-01',
  sex: 'other' as const,
  mrn: 'DRILL',
  allergies: { status: 'none-known' as const, items: [] },
};

/** The clinic's own, always the same one: one drill runs at a time because one client is in one session at a time. */
export function drillClientId(clinicId: string): string {
  const hex = createHash('sha256').update(`drill client:${clinicId}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Makes sure of the client that drills treat. @returns its id */
export async function drillClient(scope: ClinicScope, login: Login): Promise<string> {
  const { clinicId } = scope;
  const id = drillClientId(clinicId);
  await scope.tx
    .insert(patients)
    .values({ clinicId, id, ...nobody, createdBy: login.personId })
    .onConflictDoNothing();
  return id;
}
