import { addClinic, addPerson } from '@tandem/api/auth/people.ts';
import { type ClinicScope, clinicScopes } from '@tandem/api/db/clinic-scope.ts';
import { connect, type RoleUrls } from '@tandem/api/db/connect.ts';
import { patients, protocols, rooms } from '@tandem/api/db/schema.ts';
import { exampleProtocols } from '@tandem/api/example-protocols.ts';
import type { Author, Role } from '@tandem/domain';
import { type ClinicYearInput, clinicYear, rngOf } from '@tandem/scenarios';

const UNTIL_MS = Date.parse('2026-11-24T16:30:00Z');
const TEAMS = 2;

/** A clinic with everything that the sessions of a synthetic year refer to, and the year itself as an input. */
export async function addYear(urls: RoleUrls, seed: number, sessions: number) {
  const rng = rngOf('bench-year', seed);
  const database = connect(urls);
  try {
    const inClinic = clinicScopes(database);
    const clinicId = rng.uuid();
    await addClinic(inClinic, { id: clinicId, name: 'Year', timeZone: 'UTC', demo: true });
    const team = async (role: Role): Promise<Author[]> => {
      const people: Author[] = [];
      for (let at = 1; at <= TEAMS; at += 1) {
        const name = `${role} ${at}`;
        const person = {
          email: `${role}.${at}@year-${seed}.test`,
          name,
          roles: [role],
          passwordHash: 'nobody signs in here',
        };
        people.push({ id: await addPerson(database.auth, inClinic, clinicId, person), name, role });
      }
      return people;
    };
    const input: ClinicYearInput = {
      seed,
      untilMs: UNTIL_MS,
      timeZone: 'UTC',
      sessions,
      rooms: [rng.uuid(), rng.uuid(), rng.uuid()],
      physicians: await team('physician'),
      therapists: await team('therapist'),
      nurses: await team('nurse'),
      protocols: exampleProtocols.map((protocol) => ({ id: rng.uuid(), ...protocol })),
    };
    await inClinic(clinicId, (scope) => addRows(scope, input));
    return { clinicId, input };
  } finally {
    await database.close();
  }
}

async function addRows(scope: ClinicScope, input: ClinicYearInput): Promise<void> {
  const { tx, clinicId } = scope;
  const createdBy = (input.physicians[0] as Author).id;
  await tx.insert(rooms).values(input.rooms.map((id, at) => ({ clinicId, id, name: `Room ${at + 1}` })));
  await tx
    .insert(protocols)
    .values(input.protocols.map((row) => ({ ...row, clinicId, version: 1, createdBy })));
  await addClients(scope, input);
}

/** The clients of a year, for a clinic that has its rooms and protocols. */
export async function addClients({ tx, clinicId }: ClinicScope, input: ClinicYearInput): Promise<void> {
  const createdBy = (input.physicians[0] as Author).id;
  await tx.insert(patients).values(
    clinicYear(input).clients.map(
      ({ id, familyName, givenName, birthDate, sex, mrn, allergies, medicines }) => ({
        ...{ clinicId, id, familyName, givenName, birthDate, sex, mrn, allergies, createdBy },
        medicines: [...medicines],
      }),
    ),
  );
}
