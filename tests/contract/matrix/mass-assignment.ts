import { roles } from '@tandem/domain';
import { ask, mayDo } from './ask.ts';
import { nameOf, type RouteCase } from './cases.ts';
import { type Tally, watched } from './tally.ts';
import type { World } from './world.ts';

/** What only the server sets. */
const servers = {
  role: 'admin',
  clinicId: '00000000-0000-4000-8000-000000000000',
  seq: 1,
  recordedAt: '2020-01-01T00:00:00.000Z',
  authorId: '00000000-0000-4000-8000-000000000000',
  signed: true,
};

export const serversFields = Object.keys(servers);

/** A body that is valid but for one field too many, at every depth: 400 that names the field, nothing stored. */
export async function addServersFields(world: World, one: RouteCase, tally: Tally): Promise<void> {
  const role = roles.find((each) => mayDo(one, each));
  const session = world.sessions[one.effectiveIn?.[0] ?? 'planned'];
  if (role === undefined) throw new Error(`nobody may call ${nameOf(one)}`);
  const at = { world, role, session };
  const places = objectsIn(one.make(at).body, []);
  await watched(world, nameOf(one), tally, false, async () => {
    const tries = places.flatMap(({ steps, keys }) =>
      Object.entries(servers)
        .filter(([key]) => !keys.includes(key))
        .map(async ([key, value]) => {
          const { body, ...call } = one.make(at);
          const answer = await ask(world, one, role, { ...call, body: withKey(body, steps, key, value) });
          tally.cells += 1;
          const named = answer.field?.split('.').at(-1) === key;
          if (answer.status === 400 && answer.code === 'invalid' && named) return;
          const where = [...steps, key].join('.');
          tally.wrong.push(`${nameOf(one)}, ${where}: ${answer.status} ${answer.code} ${answer.field}`);
        }),
    );
    await Promise.all(tries);
  });
}

interface Place {
  readonly steps: readonly string[];
  readonly keys: readonly string[];
}

/** Every object in a body, by the way to it. */
function objectsIn(value: unknown, steps: readonly string[]): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, child]) => objectsIn(child, [...steps, key]));
  return Array.isArray(value) ? inner : [{ steps, keys: Object.keys(value) }, ...inner];
}

function withKey(body: unknown, steps: readonly string[], key: string, value: unknown): unknown {
  const copy = structuredClone(body);
  let place = copy as Record<string, unknown>;
  for (const step of steps) place = place[step] as Record<string, unknown>;
  place[key] = value;
  return copy;
}
