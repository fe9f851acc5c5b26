import { randomUUID } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';
import { checkRows } from '@tandem/domain';
import type { CardSaid } from './card-said.ts';

/** What the pictures of the cards are taken of, beside the demo's own sessions. */
export interface CardSessions {
  /** Runs, with everything before the first dose settled, a first set of vital signs and words of the client. */
  readonly running: string;
  /** Not begun, nothing settled. */
  readonly planned: string;
  readonly patientId: string;
}

/** Of one client of the language, made over HTTP as the demo physician. */
export async function makeCardSessions(
  api: APIRequestContext,
  url: string,
  said: CardSaid,
): Promise<CardSessions> {
  const post = async (path: string, data: object) => {
    const reply = await api.post(`${url}${path}`, { data });
    if (!reply.ok()) throw new Error(`${path}: ${await reply.text()}`);
  };
  const list = async (path: string) =>
    ((await (await api.get(`${url}${path}`)).json()) as { items: { id: string; name: string }[] }).items;
  const protocolId = (await list('/api/protocols')).find(({ name }) => name === 'IM ketamine')?.id;
  const patientId = randomUUID();
  await post('/api/patients', {
    id: patientId,
    ...said.client,
    birthDate: '1987-03-14',
    sex: 'female',
    allergies: { status: 'none-known', items: [] },
  });
  const plan = async () => {
    const id = randomUUID();
    const plannedAt = new Date().toISOString();
    await post('/api/sessions', { id, patientId, protocolId, plannedAt, weightKg: 68 });
    return id;
  };
  const [running, planned] = [await plan(), await plan()];
  await post(`/api/sessions/${running}/start`, { id: randomUUID() });
  const answers = checkRows
    .filter(({ list: of }) => of === 'gate')
    .map(({ key, asks }) => ({
      item: key,
      result: 'fulfilled',
      ...(asks === 'weight' && { weightKg: 68 }),
    }));
  const entry = (kind: string, data: object) => ({
    id: randomUUID(),
    kind,
    happenedAt: new Date().toISOString(),
    data,
  });
  await post(`/api/sessions/${running}/entries`, {
    entries: [
      entry('checklist', { answers }),
      entry('vital-signs', { systolic: 124, diastolic: 78, heartRate: 72, spo2: 98, moaas: 5 }),
      entry('phase', { phase: 'settling' }),
    ],
  });
  return { running, planned, patientId };
}
