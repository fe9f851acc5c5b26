import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { checkRows } from '@tandem/domain';
import { type Client, line } from './people.ts';

export interface MadeSession {
  readonly id: string;
  readonly patientId: string;
  readonly client: Client;
}

/**
 * A planned session of a new client, made over HTTP as the person of this page: for tests that are about something
 * else than planning, which costs a browser many seconds.
 */
export async function makeSession(page: Page, protocol?: string): Promise<MadeSession> {
  const client = { familyName: `Rivera${Date.now().toString(36)}`, givenName: 'Maya' };
  const [patientId, id] = [randomUUID(), randomUUID()];
  const { items } = (await read(page, '/api/protocols')) as { items: { id: string; name: string }[] };
  const protocolId = protocol ?? items.find(({ name }) => name === 'IM ketamine')?.id;
  const allergies = { status: 'none-known', items: [] };
  await write(page, '/api/patients', {
    id: patientId,
    ...client,
    birthDate: '1987-03-14',
    sex: 'female',
    allergies,
  });
  await write(page, '/api/sessions', {
    id,
    patientId,
    protocolId,
    plannedAt: new Date().toISOString(),
    weightKg: 68,
  });
  return { id, patientId, client };
}

/** Puts the demo therapist on the team, whose part is then to be signed as well. */
export async function planTherapist(page: Page, { id }: MadeSession): Promise<void> {
  const { items } = (await read(page, '/api/people')) as { items: { id: string; name: string }[] };
  const personId = items.find(({ name }) => name === 'Jonas Lindqvist')?.id;
  const data = { id: randomUUID(), people: [{ personId, role: 'therapist' }] };
  const reply = await page.request.patch(`${process.env.TANDEM_URL}/api/sessions/${id}`, { data });
  if (!reply.ok()) throw new Error(await reply.text());
}

/** Entries as a device sends them, over HTTP. */
export async function recordOverHttp(
  page: Page,
  { id }: Pick<MadeSession, 'id'>,
  ...drafts: { kind: string; data: object; happenedAt?: string }[]
): Promise<void> {
  const happenedAt = new Date().toISOString();
  const entries = drafts.map((draft) => ({ id: randomUUID(), happenedAt, ...draft }));
  await write(page, `/api/sessions/${id}/entries`, { entries });
}

/** Just now, or as it says: a start that is entered later has a reason. */
export async function startSession(page: Page, { id }: MadeSession, startedAt?: string): Promise<void> {
  const earlier = startedAt === undefined ? {} : { startedAt, reason: 'Entered afterwards.' };
  await write(page, `/api/sessions/${id}/start`, { id: randomUUID(), ...earlier });
}

/** A session of a new client that has just begun. */
export async function makeRunningSession(page: Page): Promise<MadeSession> {
  const session = await makeSession(page);
  await startSession(page, session);
  return session;
}

/** What is still running shows its notices in every other room: a test that raises one ends its session. */
export async function endSession(page: Page, { id }: Pick<MadeSession, 'id'>): Promise<void> {
  await write(page, `/api/sessions/${id}/end`, { id: randomUUID(), disposition: 'stopped-early' });
}

/** A vial of 500 mg ketamine, opened over HTTP; its id. */
export async function openVial(page: Page, lot: string): Promise<string> {
  const id = randomUUID();
  const label = { drug: 'ketamine', concentrationMgPerMl: 50, lot, expiresOn: '2099-12-31' };
  await write(page, '/api/vials', { id, ...label, amountMg: 500 });
  return id;
}

/** Every row before the first dose answered with yes, over HTTP: for tests that are about the dose. */
export async function answerGate(
  page: Page,
  { id }: Pick<MadeSession, 'id'>,
  but: readonly string[] = [],
  atMs = Date.now(),
): Promise<void> {
  const answers = checkRows
    .filter(({ list, key }) => list === 'gate' && !but.includes(key))
    .map(({ key, asks }) => ({
      item: key,
      result: 'fulfilled',
      ...(asks === 'weight' ? { weightKg: 68 } : {}),
    }));
  const happenedAt = new Date(atMs).toISOString();
  await write(page, `/api/sessions/${id}/entries`, {
    entries: [{ id: randomUUID(), kind: 'checklist', happenedAt, data: { answers } }],
  });
}

/** Straight into the room, without the way over Today. */
export async function enterRoom(page: Page, { id }: MadeSession): Promise<void> {
  await page.goto(`${process.env.TANDEM_URL}/s/${id}`);
  await line(page).waitFor();
}

/** The room of a running session of its own, ready to type. */
export async function enterRunningRoom(page: Page): Promise<void> {
  const session = await makeSession(page);
  await startSession(page, session);
  await answerGate(page, session);
  await enterRoom(page, session);
  await expect(line(page)).toBeFocused();
}

async function read(page: Page, path: string): Promise<unknown> {
  const reply = await page.request.get(`${process.env.TANDEM_URL}${path}`);
  if (!reply.ok()) throw new Error(`${path}: ${await reply.text()}`);
  return reply.json();
}

async function write(page: Page, path: string, data: object): Promise<void> {
  const reply = await page.request.post(`${process.env.TANDEM_URL}${path}`, { data });
  if (!reply.ok()) throw new Error(`${path}: ${await reply.text()}`);
}
