import type { Pins, Plan, PlanPatch } from '@tandem/domain';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Login } from '../auth/login.ts';
import type { ClinicScope } from '../db/clinic-scope.ts';
import { memberships, patients, protocols, rooms } from '../db/schema.ts';
import { refused } from '../refusal-error.ts';

/** Every id in a plan belongs to this clinic. @throws RefusalError 404 naming the field; foreign and unknown alike */
export async function requirePlanParts(scope: ClinicScope, plan: PlanPatch): Promise<void> {
  await requireRow(scope, patients, patients.clinicId, patients.id, plan.patientId, 'patientId');
  await requireRow(scope, protocols, protocols.clinicId, protocols.id, plan.protocolId, 'protocolId');
  await requireRow(scope, rooms, rooms.clinicId, rooms.id, plan.roomId, 'roomId');
  await requireRoomInUse(scope, plan.roomId);
  for (const [index, member] of (plan.people ?? []).entries()) {
    const [row] = await scope.tx
      .select({ roles: memberships.roles })
      .from(memberships)
      .where(
        and(
          scope.own(memberships.clinicId),
          eq(memberships.personId, member.personId),
          isNull(memberships.disabledAt),
        ),
      );
    if (row === undefined) throw refused('not-found', { field: `people[${index}].personId` });
    if (!row.roles.includes(member.role)) {
      throw refused('invalid', {
        field: `people[${index}].role`,
        detail: 'This person does not have this role here.',
      });
    }
  }
}

async function requireRoomInUse(scope: ClinicScope, id: string | undefined): Promise<void> {
  if (id === undefined) return;
  const [room] = await scope.tx
    .select({ retiredAt: rooms.retiredAt })
    .from(rooms)
    .where(and(scope.own(rooms.clinicId), eq(rooms.id, id)));
  if (room === undefined || room.retiredAt === null) return;
  throw refused('invalid', {
    field: 'roomId',
    detail: 'This room was retired. Nothing was stored. Choose another room.',
  });
}

async function requireRow(
  scope: ClinicScope,
  table: PgTable,
  clinicId: PgColumn,
  idColumn: PgColumn,
  id: string | undefined,
  field: string,
): Promise<void> {
  if (id === undefined) return;
  const rows = await scope.tx
    .select({ id: idColumn })
    .from(table)
    .where(and(scope.own(clinicId), eq(idColumn, id)));
  if (rows.length === 0) throw refused('not-found', { field });
}

/**
 * What the start pins: identity, allergies, weight, protocol version and team as they are now. Whoever starts
 * a session is on its team.
 * @param starter null: nobody but the people of the plan
 */
export async function pinsOf(scope: ClinicScope, starter: Starter | null, plan: Plan): Promise<Pins> {
  const [patient] = await scope.tx
    .select()
    .from(patients)
    .where(and(scope.own(patients.clinicId), eq(patients.id, plan.patientId)));
  const [protocol] = await scope.tx
    .select()
    .from(protocols)
    .where(and(scope.own(protocols.clinicId), eq(protocols.id, plan.protocolId)));
  if (patient === undefined || protocol === undefined) throw refused('not-found');
  const { id, familyName, givenName, birthDate, sex, mrn, allergies } = patient;
  return {
    patient: { id, familyName, givenName, birthDate, sex, mrn, allergies },
    weightKg: plan.weightKg ?? null,
    protocol: { id: protocol.id, name: protocol.name, data: protocol.data },
    team: await teamOf(scope, starter, plan),
  };
}

type Starter = Pick<Login, 'personId' | 'role'>;

async function teamOf(scope: ClinicScope, starter: Starter | null, plan: Plan): Promise<Pins['team']> {
  const people = plan.people ?? [];
  const isThere = starter === null || people.some((member) => member.personId === starter.personId);
  const all = isThere ? people : [...people, { personId: starter.personId, role: starter.role }];
  const names = await scope.tx
    .select({ personId: memberships.personId, name: memberships.name })
    .from(memberships)
    .where(
      and(
        scope.own(memberships.clinicId),
        inArray(
          memberships.personId,
          all.map((member) => member.personId),
        ),
      ),
    );
  return all.map((member) => ({
    ...member,
    name: names.find((row) => row.personId === member.personId)?.name ?? '',
  }));
}
