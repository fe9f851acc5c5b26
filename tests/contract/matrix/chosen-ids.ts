import { roles } from '@tandem/domain';
import { ask, mayDo } from './ask.ts';
import { nameOf, type RouteCase } from './cases.ts';
import { type IdKind, withIdAt } from './ids.ts';
import { type Tally, watched } from './tally.ts';
import type { World } from './world.ts';

/** An id that the sender makes up: one in use at the other clinic is as good as one that nobody has. */
export async function chooseForeignId(
  world: World,
  one: RouteCase,
  path: string,
  kind: IdKind,
  tally: Tally,
): Promise<void> {
  const status = one.effectiveIn?.[0] ?? 'planned';
  const allowed = roles.filter((role) => mayDo(one, role, status));
  const calls = await Promise.all(
    allowed.map(async (role) => {
      const session = one.consumes
        ? await world.newSession(status, one.kind !== undefined)
        : world.sessions[status];
      return withIdAt(one.make({ world, role, session }), path, world.takeForeign(kind));
    }),
  );
  await watched(world, nameOf(one), tally, true, async () => {
    const asked = allowed.map(async (role, at) => {
      const answer = await ask(world, one, role, calls[at] as (typeof calls)[number]);
      tally.cells += 1;
      const taken = one.answers === undefined ? [200, 201] : [one.answers];
      if (taken.includes(answer.status) && answer.leaks.length === 0) return;
      const said = `${answer.status} ${answer.code ?? ''} ${answer.leaks.join(' ')}`;
      tally.wrong.push(`${nameOf(one)}, ${path} in use at the other clinic, ${role}: ${said}`);
    });
    await Promise.all(asked);
  });
}
