import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import type { Caller, TestApi } from './api.ts';
import { harbor } from './fixtures.ts';

/** Turns on that a clinic shows sessions to their team alone; off again with `on` false. */
export async function setTeamOnly(api: TestApi, on: boolean): Promise<void> {
  const reply = await (await api.as('admin')).call('PATCH', '/api/clinic', { teamOnly: on });
  if (reply.status !== 200) throw new Error(`team only: ${reply.status}`);
}

/** A session with this team, planned by the physician. @returns its id */
export async function sessionOf(
  planner: Caller,
  team: readonly { readonly personId: string; readonly role: string }[],
  more: object = {},
): Promise<string> {
  const id = randomUUID();
  const reply = await planner.post('/api/sessions', {
    id,
    patientId: harbor.patientIds[0],
    protocolId: harbor.protocolId,
    plannedAt: new Date().toISOString(),
    roomId: harbor.roomId,
    people: team,
    ...more,
  });
  if (reply.status !== 201) throw new Error(`plan: ${reply.status} ${JSON.stringify(reply.body)}`);
  return id;
}

/** As if an hour and a bit had gone by: by the clock of the database, which nobody else sets. */
export async function endOpenings(api: TestApi): Promise<void> {
  const admin = postgres(api.db.adminUrl, { max: 1 });
  await admin`update tandem.break_glass set opened_at = opened_at - interval '61 minutes', ends_at = ends_at - interval '61 minutes'`;
  await admin.end();
}
