import { randomUUID } from 'node:crypto';
import type { Step } from '@tandem/scenarios';
import { and, asc, eq } from 'drizzle-orm';
import { memberships, sessionPeople, sessions } from '../db/schema.ts';
import type { DemoDay } from './day.ts';
import { holdVisit, type Wanted } from './visit.ts';

/** How many records wait for a signature: enough to show the list, few enough to read it. */
const FEW = 5;
const MOST = 8;
const HOUR_MS = 3_600_000;

/** Sessions that ended earlier today, for a list that has become short. */
function earlier(nowMs: number): Wanted[] {
  const endedAgo = (hours: number) => (steps: readonly Step[]) =>
    nowMs - hours * HOUR_MS - (steps.find(({ command }) => command.type === 'end')?.atMs ?? 0);
  const until = 'ended';
  return [
    {
      ...{ at: 5, kind: 'late-entry', room: 2, until, plannedMs: endedAgo(2.3) },
      physician: 'physician.three@harbor.test',
      therapist: 'therapist.three@harbor.test',
      nurse: 'nurse.two@harbor.test',
    },
    {
      ...{ at: 6, kind: 'emergence-distress', room: 1, until, plannedMs: endedAgo(5.6) },
      physician: 'physician.two@harbor.test',
      therapist: 'therapist@harbor.test',
      nurse: 'nurse@harbor.test',
    },
  ];
}

/** Keeps the list "to sign" between its bounds: the oldest are signed, or some that have just ended are added. */
export async function keepWaiting(day: DemoDay): Promise<void> {
  const { services, clinic, nowMs } = day;
  const waiting = await services.inClinic(clinic.id, ({ tx }) =>
    tx
      .select({ id: sessions.id })
      .from(sessions)
      .where(and(eq(sessions.status, 'ended'), eq(sessions.origin, 'demo')))
      .orderBy(asc(sessions.endedAt)),
  );
  if (waiting.length <= FEW) for (const wanted of earlier(nowMs)) await holdVisit(day, wanted);
  for (const { id } of waiting.slice(0, Math.max(0, waiting.length - MOST))) await signBoth(day, id);
}

/** By those who were in the room; who has signed already is told so, and nothing is written. */
async function signBoth({ services, clinic }: DemoDay, sessionId: string): Promise<void> {
  const team = await services.inClinic(clinic.id, ({ tx }) =>
    tx
      .select({ id: sessionPeople.personId, name: memberships.name, role: sessionPeople.role })
      .from(sessionPeople)
      .innerJoin(memberships, eq(memberships.personId, sessionPeople.personId))
      .where(eq(sessionPeople.sessionId, sessionId)),
  );
  for (const role of ['physician', 'therapist'] as const) {
    const actor = team.find((member) => member.role === role);
    if (actor === undefined) continue;
    const command = { type: 'sign', id: randomUUID(), meaning: 'I have reviewed this record.' } as const;
    await services.writer.append({ clinicId: clinic.id, streamId: sessionId, actor, command });
  }
}
