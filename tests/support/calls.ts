import { randomUUID } from 'node:crypto';
import type { Role } from '@tandem/domain';
import { type FixtureClinic, harbor } from './fixtures.ts';

export interface Reply<T = Record<string, unknown>> {
  readonly status: number;
  readonly body: T;
  readonly headers: Record<string, unknown>;
}

/** A person signed in over HTTP. */
export interface Caller {
  readonly cookie: string;
  readonly personId: string;
  call<T = Record<string, unknown>>(
    method: string,
    url: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Reply<T>>;
  get<T = Record<string, unknown>>(url: string): Promise<Reply<T>>;
  post<T = Record<string, unknown>>(url: string, body: unknown): Promise<Reply<T>>;
}

/** A planned session; `started` starts it too. */
export async function planSession(
  caller: Caller,
  options: {
    started?: boolean;
    clinic?: FixtureClinic;
    client?: 0 | 1;
    /** Another client than those two. */
    patient?: string;
    people?: { personId: string; role: Role }[];
  } = {},
): Promise<string> {
  const { started = true, clinic = harbor, client = 0, people, patient } = options;
  const id = randomUUID();
  const planned = await caller.post('/api/sessions', {
    id,
    patientId: patient ?? clinic.patientIds[client],
    protocolId: clinic.protocolId,
    plannedAt: new Date().toISOString(),
    weightKg: 68,
    roomId: clinic.roomId,
    ...(people === undefined ? {} : { people }),
  });
  if (planned.status !== 201) throw new Error(`plan: ${planned.status} ${JSON.stringify(planned.body)}`);
  if (started) {
    const reply = await caller.post(`/api/sessions/${id}/start`, { id: randomUUID() });
    if (reply.status !== 201) throw new Error(`start: ${reply.status} ${JSON.stringify(reply.body)}`);
  }
  return id;
}

export async function endSession(caller: Caller, id: string): Promise<void> {
  const reply = await caller.post(`/api/sessions/${id}/end`, { id: randomUUID(), disposition: 'completed' });
  if (reply.status !== 201) throw new Error(`end: ${reply.status} ${JSON.stringify(reply.body)}`);
}

export interface EntryBody {
  readonly id: string;
  readonly kind: string;
  readonly happenedAt: string;
  readonly data: Record<string, unknown>;
  readonly context?: Record<string, unknown>;
}

export function entry(kind: string, data: Record<string, unknown>, more: Partial<EntryBody> = {}): EntryBody {
  return { id: randomUUID(), kind, happenedAt: new Date().toISOString(), data, ...more };
}

export const vitals = (systolic = 148, diastolic = 92) =>
  entry('vital-signs', { systolic, diastolic, heartRate: 88, spo2: 97 });
export const note = (text = 'Breath slowing.') => entry('note', { text, category: 'noticed' });
/** Given already: no gate, no hold and no ceiling stands before it. */
export const dose = (amountMg = 40) =>
  entry('dose', { state: 'already-given', drug: 'ketamine', route: 'im', amountMg });
