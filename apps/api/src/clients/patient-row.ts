import type { NewPatient } from '@tandem/wire';

/** A client as they are added, as their row: what was not said is null or empty. */
export function patientRow(body: NewPatient) {
  return {
    id: body.id,
    familyName: body.familyName,
    givenName: body.givenName,
    birthDate: body.birthDate,
    sex: body.sex,
    mrn: body.mrn ?? null,
    allergies: body.allergies,
    medicines: body.medicines ?? [],
    contacts: (body.contacts ?? []) as Record<string, string>[],
    language: body.language ?? null,
  };
}
