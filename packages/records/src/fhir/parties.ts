import type { SessionStatus } from '@tandem/domain';
import { roleLabels } from '@tandem/domain';
import { isInvented } from '../session-record.ts';
import { concept, localSystem, systems } from './codes.ts';
import { type FhirContext, type Resource, some, urn } from './context.ts';

/** Invented people and sessions are marked as test data wherever they arrive. */
export const testTag = { system: systems.actReason, code: 'HTEST', display: 'test health data' } as const;

export function patient({ record, clinicSystem }: FhirContext): Resource {
  const { id, familyName, givenName, birthDate, sex, mrn } = record.client;
  return {
    resourceType: 'Patient',
    id,
    ...(isInvented(record) ? { meta: { tag: [testTag] } } : {}),
    identifier: [
      { system: clinicSystem('client'), value: id },
      ...(mrn === null
        ? []
        : [{ type: concept(systems.identifierType, 'MR'), system: clinicSystem('mrn'), value: mrn }]),
    ],
    name: [{ use: 'official', family: familyName, given: [givenName] }],
    gender: sex,
    birthDate,
    managingOrganization: { reference: urn(record.clinic.id) },
  };
}

export function organization({ record, clinicSystem }: FhirContext): Resource {
  const { id, name } = record.clinic;
  return {
    resourceType: 'Organization',
    id,
    identifier: [{ system: clinicSystem('clinic'), value: id }],
    name,
  };
}

/** One for each person, whatever roles they acted under. */
export function practitioners({ record, clinicSystem }: FhirContext): Resource[] {
  const named = [...(record.course?.people ?? []), ...record.people];
  const byId = new Map(named.map((person) => [person.id, person]));
  return [...byId.values()].map(({ id, name }) => ({
    resourceType: 'Practitioner',
    id,
    identifier: [{ system: clinicSystem('person'), value: id }],
    name: [{ text: name }],
  }));
}

const statuses: Readonly<Record<SessionStatus, string>> = {
  planned: 'planned',
  'in-progress': 'in-progress',
  ended: 'finished',
  signed: 'finished',
  cancelled: 'cancelled',
};

/** The session: an ambulatory visit. */
export function encounter({ record, clinicSystem, time, subject, practitioner }: FhirContext): Resource {
  const { session, team, clinic, protocol } = record;
  const { id, status, startedAt, endedAt, room, disposition, series } = session;
  return {
    resourceType: 'Encounter',
    id,
    identifier: [{ system: clinicSystem('session'), value: id }],
    status: statuses[status],
    class: { system: systems.actCode, code: 'AMB', display: 'ambulatory' },
    type: [
      {
        text: `Ketamine-assisted psychotherapy${series === null ? '' : `, session ${series.number} of ${series.of}`}`,
      },
    ],
    subject,
    ...some(
      'participant',
      team.map((person) => ({
        type: [{ ...concept(localSystem('role'), person.role), text: roleLabels[person.role] }],
        individual: practitioner(person),
      })),
    ),
    ...(startedAt === null
      ? {}
      : {
          period: {
            start: time.offset(startedAt),
            ...(endedAt === null ? {} : { end: time.offset(endedAt) }),
          },
        }),
    reasonCode: [
      {
        text: `Protocol ${protocol.name}${protocol.version === null ? '' : `, version ${protocol.version}`}`,
      },
    ],
    ...(disposition === null
      ? {}
      : { hospitalization: { dischargeDisposition: concept(localSystem('disposition'), disposition) } }),
    ...(room === null ? {} : { location: [{ location: { display: room } }] }),
    serviceProvider: { reference: urn(clinic.id), display: clinic.name },
  };
}
