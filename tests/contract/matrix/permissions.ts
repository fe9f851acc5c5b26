import { type Role, roles, type SessionStatus, sessionStatuses } from '@tandem/domain';
import { harbor } from '../../support/fixtures.ts';
import { type Answer, ask, mayDo } from './ask.ts';
import { nameOf, type RouteCase } from './cases.ts';
import { FULL, type Tally, watched } from './tally.ts';
import type { World } from './world.ts';

interface Cell {
  readonly role: Role;
  readonly status: SessionStatus | undefined;
  readonly expected: 'done' | 403 | 409;
}

/** One case under every role and in every state of its session: done, 403 or 409, exactly as the table says. */
export async function tryEveryRole(world: World, one: RouteCase, tally: Tally): Promise<void> {
  const states = statesOf(one, tally.cells);
  const cells = roles.flatMap((role) =>
    states.map((status): Cell => ({ role, status, expected: expectedOf(one, role, status) })),
  );
  const isDone = (cell: Cell) => cell.expected === 'done';
  tally.cells += cells.length;
  await attempt(
    world,
    one,
    cells.filter((cell) => !isDone(cell)),
    false,
    tally,
  );
  await attempt(world, one, cells.filter(isDone), !one.route.startsWith('GET '), tally);
}

/** In the short run a state that the case is for, and another one, taken in turn. */
function statesOf({ effectiveIn }: RouteCase, at: number): readonly (SessionStatus | undefined)[] {
  if (effectiveIn === undefined) return [undefined];
  if (FULL) return sessionStatuses;
  const others = sessionStatuses.filter((status) => !effectiveIn.includes(status));
  return [...new Set([effectiveIn[at % effectiveIn.length], others[at % others.length] ?? effectiveIn[0]])];
}

function expectedOf(one: RouteCase, role: Role, status: SessionStatus | undefined): Cell['expected'] {
  const effective = status === undefined || one.effectiveIn?.includes(status) === true;
  // A session that takes no more entries says so before it is asked whose entry is corrected.
  if (!effective && one.relation === 'any' && mayDo({ guard: one.guard }, role)) return 409;
  if (!mayDo(one, role, status)) return 403;
  return effective ? 'done' : 409;
}

async function attempt(
  world: World,
  one: RouteCase,
  cells: readonly Cell[],
  mayStore: boolean,
  tally: Tally,
): Promise<void> {
  const calls = await Promise.all(cells.map((cell) => callFor(world, one, cell)));
  await watched(world, nameOf(one), tally, mayStore, async () => {
    const answers = await Promise.all(
      cells.map(({ role }, at) => ask(world, one, role, calls[at] as (typeof calls)[number])),
    );
    for (const [at, { role, status, expected }] of cells.entries()) {
      const wrong = problemOf(one, expected, answers[at] as Answer);
      if (wrong === null) continue;
      tally.wrong.push(
        `${[nameOf(one), role, ...(status === undefined ? [] : [status])].join(', ')}: ${wrong}`,
      );
    }
  });
}

const ofRole = ['role-may-not', 'not-yours'];

function problemOf(one: RouteCase, expected: Cell['expected'], answer: Answer): string | null {
  const { status, code, leaks } = answer;
  if (leaks.length > 0) return `tells ${leaks[0]} of the other clinic`;
  const wanted = expected === 'done' ? (one.answers === undefined ? [200, 201] : [one.answers]) : [expected];
  const byRole = code !== undefined && ofRole.includes(code);
  return wanted.includes(status) && byRole === (expected === 403)
    ? null
    : `${status} ${code ?? ''} instead of ${expected}`;
}

/** What consumes its target gets one of its own, so that the next role finds the state that it asks about. */
async function callFor(world: World, one: RouteCase, { role, status, expected }: Cell) {
  const fresh = one.consumes === true && expected === 'done';
  const session =
    fresh && status !== undefined
      ? await world.newSession(status, one.kind !== undefined)
      : world.sessions[status ?? 'planned'];
  const call = one.make({ world, role, session });
  if (one.endsLogin) {
    // Hashing a password is the slowest thing here: the login that the sign-in case has just made is taken first.
    const cookie = world.spareLogins.get(role) ?? (await world.api.signIn(harbor.emails[role])).cookie;
    return { ...call, cookie };
  }
  return fresh && one.target === 'protocol' ? { ...call, id: await world.newProtocol() } : call;
}
