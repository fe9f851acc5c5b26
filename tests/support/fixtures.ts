import { addClinic, addPerson, hashPassword } from '@tandem/api/auth/people.ts';
import { Pins } from '@tandem/api/auth/pins.ts';
import { clinicScopes } from '@tandem/api/db/clinic-scope.ts';
import type { Database } from '@tandem/api/db/connect.ts';
import { patients, protocols, rooms } from '@tandem/api/db/schema.ts';
import { exampleProtocols } from '@tandem/api/example-protocols.ts';

import type { Role } from '@tandem/domain';

/** Two small clinics that every test database begins with: one person per role, two clients, a room, a protocol. */
export const PASSWORD = 'correct horse battery';
/** Everyone's. */
export const PIN = '730251';

const fixedId = (part: string, clinic: number, at: number) =>
  `${part}0000${clinic}-0000-4000-8000-${String(at).padStart(12, '0')}`;

export interface FixtureClinic {
  readonly number: number;
  readonly id: string;
  readonly name: string;
  readonly roomId: string;
  readonly protocolId: string;
  readonly patientIds: readonly [string, string];
  readonly emails: Readonly<Record<Role, string>>;
}

function clinicOf(number: number, name: string): FixtureClinic {
  const domain = `${name.toLowerCase()}.test`;
  const email = (role: Role) => `${role}@${domain}`;
  return {
    number,
    id: fixedId('ccc', number, 1),
    name,
    roomId: fixedId('aaa', number, 1),
    protocolId: fixedId('bbb', number, 1),
    patientIds: [fixedId('ddd', number, 1), fixedId('ddd', number, 2)],
    emails: {
      physician: email('physician'),
      nurse: email('nurse'),
      therapist: email('therapist'),
      lead: email('lead'),
      admin: email('admin'),
    },
  };
}

export const harbor = clinicOf(1, 'Harbor');
export const cedar = clinicOf(2, 'Cedar');
/** At both clinics nobody; at Harbor physician and lead at once. */
export const twoRolesEmail = 'both@harbor.test';

const names: Record<Role, string> = {
  physician: 'Dr Amara Okafor',
  nurse: 'Tunde Mensah',
  therapist: 'Jonas Lindqvist',
  lead: 'Ruth Feldmann',
  admin: 'Sam Ortiz',
};

export async function seedFixtures(database: Database): Promise<void> {
  const inClinic = clinicScopes(database);
  const pins = new Pins(database.auth);
  const passwordHash = await hashPassword(PASSWORD);
  for (const clinic of [harbor, cedar]) {
    await addClinic(inClinic, {
      id: clinic.id,
      name: clinic.name,
      timeZone: 'America/New_York',
      // Invented people: nobody of them is asked for a second factor.
      demo: true,
    });
    let physicianId = '';
    for (const [role, email] of Object.entries(clinic.emails) as [Role, string][]) {
      const person = { email, name: `${names[role]} of ${clinic.name}`, roles: [role], passwordHash };
      const id = await addPerson(database.auth, inClinic, clinic.id, person);
      await pins.set(id, PIN);
      if (role === 'physician') physicianId = id;
    }
    if (clinic === harbor) {
      const both = {
        email: twoRolesEmail,
        name: 'Dr Ines Carvalho',
        roles: ['physician', 'lead'] as const,
        passwordHash,
      };
      await addPerson(database.auth, inClinic, clinic.id, both);
    }
    await inClinic(clinic.id, async ({ tx }) => {
      await tx.insert(rooms).values({ clinicId: clinic.id, id: clinic.roomId, name: 'Room 1' });
      const [example] = exampleProtocols;
      if (example === undefined) throw new Error('there is no example protocol');
      await tx.insert(protocols).values({
        clinicId: clinic.id,
        id: clinic.protocolId,
        version: 1,
        createdBy: physicianId,
        ...example,
      });
      await tx.insert(patients).values(
        clinic.patientIds.map((id, at) => ({
          clinicId: clinic.id,
          id,
          familyName: `${clinic.name}-Rivera`,
          givenName: at === 0 ? 'Maya' : 'Ana',
          birthDate: '1987-03-14',
          sex: 'female' as const,
          mrn: `${clinic.name}-00${at + 1}`,
          allergies: { status: 'none-known' as const, items: [] },
          createdBy: physicianId,
        })),
      );
    });
  }
}
