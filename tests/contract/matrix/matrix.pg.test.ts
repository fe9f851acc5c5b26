import { roles, sessionStatuses } from '@tandem/domain';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dose, entry } from '../../support/api.ts';
import { cases } from './all-cases.ts';
import { chooseForeignId } from './chosen-ids.ts';
import { type Described, gaps, messageGaps } from './coverage.ts';
import { idKinds } from './ids.ts';
import { probeId } from './isolation.ts';
import { changed, type Snapshot } from './ledger.ts';
import { addServersFields, serversFields } from './mass-assignment.ts';
import { messageCases } from './messages.ts';
import { tryEveryRole } from './permissions.ts';
import { probeMessages } from './socket-isolation.ts';
import { sayAsEveryRole } from './socket-permissions.ts';
import { FULL, type Tally } from './tally.ts';
import { makeWorld, type World } from './world.ts';

let world: World;
let before: Snapshot;
/** Per matrix, one for each test that has a part in it. */
const isolation: Tally[] = [];
const permission: Tally[] = [];
const assignment: Tally[] = [];
const partOf = (matrix: Tally[]): Tally => {
  const tally: Tally = { cells: 0, wrong: [] };
  matrix.push(tally);
  return tally;
};

beforeAll(async () => {
  world = await makeWorld();
  before = await world.ledger.read();
});
afterAll(async () => {
  const routes = new Set(cases.map((one) => one.route)).size;
  const scope = `${routes} routes + ${messageCases.length} messages`;
  const size = FULL
    ? ''
    : ' (all ids under one role, a sample under the others; two of the states; all under TANDEM_TEST_SIZE=long)';
  const came = (parts: readonly Tally[]) => {
    const sum = (count: (tally: Tally) => number) => parts.reduce((total, part) => total + count(part), 0);
    const [cells, wrong] = [sum((part) => part.cells), sum((part) => part.wrong.length)];
    return `${cells.toLocaleString('en-US')} cells, ${wrong} wrong`;
  };
  console.log(
    `isolation matrix: ${scope}, ${idKinds.length} kinds of id, ${roles.length} roles: ${came(isolation)}${size}\n` +
      `permission matrix: ${scope}, ${roles.length} roles, ${sessionStatuses.length} states: ${came(permission)}\n` +
      `mass assignment: ${serversFields.length} fields: ${came(assignment)}`,
  );
  await world.close();
});

// Thousands of calls: on a busy machine the limit of one ordinary test is not enough for them.
describe('Every route and every message of the running server', { timeout: 180_000 }, () => {
  test('[MAT-1] has a case, and every id that it takes is in it', async () => {
    const described = (await world.api.request<Described>('GET', '/api/openapi.json')).body;
    const missing = [...gaps(world.api.app.apiRoutes, described, cases), ...messageGaps(messageCases)];
    expect(missing).toEqual([]);
  });

  test('[MAT-4] lets each role do in each state of a session what the table says', async () => {
    const tally = partOf(permission);
    for (const one of cases) await tryEveryRole(world, one, tally);
    expect(tally.wrong).toEqual([]);
  });

  test('[MAT-2] answers a foreign, an unknown and a misplaced id alike, and stores nothing', async () => {
    const tally = partOf(isolation);
    for (const one of cases)
      for (const [path, use] of Object.entries(one.ids))
        if (use.use !== 'chosen') await probeId(world, one, path, use, cases, tally);
    expect(tally.wrong).toEqual([]);
  });

  test('[MAT-3] takes an id that is in use in the other clinic as if it were new', async () => {
    const tally = partOf(isolation);
    for (const one of cases)
      for (const [path, { use, kind }] of Object.entries(one.ids))
        if (use === 'chosen') await chooseForeignId(world, one, path, kind, tally);
    expect(tally.wrong).toEqual([]);
  });

  test('[MAT-5] takes no field that only the server sets, at any depth of any body', async () => {
    const tally = partOf(assignment);
    for (const one of cases) if (!one.route.startsWith('GET ')) await addServersFields(world, one, tally);
    expect(tally.wrong).toEqual([]);
  });

  test('[MAT-4] says on the live socket what the table says', async () => {
    const tally = partOf(permission);
    await sayAsEveryRole(world, messageCases, tally);
    expect(tally.wrong).toEqual([]);
  });

  test('[MAT-2] left every row of the other clinic as it was; on the live socket too', async () => {
    const tally = partOf(isolation);
    expect(changed(before.theirs, (await world.ledger.read()).theirs)).toEqual([]);
    await probeMessages(world, messageCases, tally);
    expect(tally.wrong).toEqual([]);
  });

  test('[MAT-6] takes an entry that names somebody who has left since, and its retry', async () => {
    const { callers, sessions, api } = world;
    const admin = postgres(api.db.adminUrl, { max: 1 });
    await admin`update auth.memberships set disabled_at = now() where person_id = ${callers.therapist.personId}`;
    await admin.end();
    const given = entry('dose', { ...dose().data, givenById: callers.therapist.personId });
    const send = () =>
      callers.physician.post(`/api/sessions/${sessions['in-progress'].id}/entries`, { entries: [given] });
    expect((await send()).status).toBe(201);
    expect((await send()).status).toBe(200);
  });
});
