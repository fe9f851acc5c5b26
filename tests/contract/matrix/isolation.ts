import { type Role, roles } from '@tandem/domain';
import { type Answer, ask, mayDo } from './ask.ts';
import { nameOf, type RouteCase } from './cases.ts';
import { fieldOf, type IdUse, type Probe, probesFor, sampleOf, withIdAt } from './ids.ts';
import { FULL, type Tally, watched } from './tally.ts';
import type { World } from './world.ts';

/**
 * One case, one place where it takes an id, every id that must lead nowhere, every role: the answers to all of
 * them are one and the same, the one that the role gets for an id that does not exist.
 */
export async function probeId(
  world: World,
  one: RouteCase,
  path: string,
  use: IdUse,
  cases: readonly RouteCase[],
  tally: Tally,
): Promise<void> {
  const probes = probesFor(use.kind, world.ours, world.theirs);
  const session = world.sessions[one.effectiveIn?.[0] ?? 'planned'];
  const inFull = roles.find((role) => mayDo(one, role));
  await watched(world, nameOf(one), tally, use.use === 'kept', async () => {
    const asked = roles.flatMap((role, at) =>
      (FULL || role === inFull ? probes : sampleOf(probes, at)).map(async (probe) => {
        const call = withIdAt(one.make({ world, role, session }), path, probe.value);
        return { role, probe, answer: await ask(world, one, role, call) };
      }),
    );
    const answers = await Promise.all(asked);
    tally.cells += answers.length;
    for (const { role, probe, answer } of answers) {
      const expected = expectedOf(one, path, use, role, cases);
      const unknown = answers.find((other) => other.role === role && other.probe.origin === 'unknown');
      const wrong = problemOf(answer, expected, unknown?.answer);
      if (wrong !== null) tally.wrong.push(`${label(one, path, role, probe)}: ${wrong}`);
    }
  });
}

interface Expected {
  readonly status: 'done' | 403 | 404;
  readonly field?: string | undefined;
}

function expectedOf(
  one: RouteCase,
  path: string,
  { use }: IdUse,
  role: Role,
  cases: readonly RouteCase[],
): Expected {
  // Entries of any kind come in by one route: who may record none at all is refused before the session is looked up.
  const entersRoute = cases.some((other) => other.route === one.route && mayDo(other, role));
  if (!entersRoute) return { status: 403 };
  if (path.startsWith('path ')) return { status: 404 };
  // Whose entry it is cannot be asked of an entry that is not there.
  if (!mayDo({ guard: one.guard }, role)) return { status: 403 };
  return use === 'kept' ? { status: 'done' } : { status: 404, field: fieldOf(path) };
}

function problemOf(answer: Answer, expected: Expected, unknown: Answer | undefined): string | null {
  const said = `${answer.status} ${answer.code ?? ''} ${answer.field ?? ''}`.trim();
  if (answer.leaks.length > 0) return `tells ${answer.leaks[0]} of the other clinic`;
  if (expected.status === 'done') return answer.status < 300 ? null : `answers ${said} where any id will do`;
  const code = expected.status === 403 ? 'role-may-not' : 'not-found';
  if (answer.status !== expected.status || answer.code !== code)
    return `answers ${said} instead of ${expected.status} ${code}`;
  if (expected.field !== undefined && answer.field !== expected.field)
    return `names ${answer.field} instead of ${expected.field}`;
  return answer.told === unknown?.told ? null : `differs from the answer for an unknown id: ${answer.told}`;
}

function label(one: RouteCase, path: string, role: Role, probe: Probe): string {
  return `${nameOf(one)}, ${path}, ${probe.origin}, ${role}`;
}
