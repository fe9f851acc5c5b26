import { may, type Role, roles, type SessionStatus, sessionStatuses } from '@tandem/domain';
import type { DownFrame } from '@tandem/wire';
import type { LiveReader } from '../../support/live.ts';
import { mayDo } from './ask.ts';
import type { MessageCase } from './cases.ts';
import { answer, connect, settled } from './socket.ts';
import { type Tally, watched } from './tally.ts';
import type { World } from './world.ts';

/** Every message under every role, and in every state of the session that it names. */
export async function sayAsEveryRole(
  world: World,
  cases: readonly MessageCase[],
  tally: Tally,
): Promise<void> {
  await watched(world, 'the live socket', tally, true, async () => {
    await Promise.all(roles.map((role) => sayAll(world, cases, role, tally)));
  });
}

async function sayAll(world: World, cases: readonly MessageCase[], role: Role, tally: Tally): Promise<void> {
  const reader = await connect(world, role);
  const mayOpen = may(role, 'session.read');
  if (mayOpen ? typeof reader === 'number' : reader !== 403)
    tally.wrong.push(
      `the live socket, ${role}: the upgrade ${mayOpen ? `answers ${reader}` : 'is not refused with 403'}`,
    );
  for (const one of cases) {
    const states = 'sessionId' in one.ids ? sessionStatuses : [undefined];
    tally.cells += states.length;
    if (typeof reader === 'number') continue;
    const from = reader.frames.length;
    for (const status of states) reader.send(one.make(world.sessions[status ?? 'planned'].id));
    for (const status of states) {
      const wrong = await problemOf(world, one, role, status, reader, from);
      if (wrong === null) continue;
      tally.wrong.push(
        `${[one.message, role, ...(status === undefined ? [] : [status])].join(', ')}: ${wrong}`,
      );
    }
  }
  if (typeof reader !== 'number') reader.socket.terminate();
}

async function problemOf(
  world: World,
  one: MessageCase,
  role: Role,
  status: SessionStatus | undefined,
  reader: LiveReader,
  from: number,
): Promise<string | null> {
  const sessionId = status === undefined ? null : world.sessions[status].id;
  if (one.answeredBy === null) {
    await settled(world, reader);
    const errors = reader.frames.slice(from).filter((frame) => frame.type === 'error');
    return errors.length === 0 ? null : JSON.stringify(errors);
  }
  const frame = await answer(reader, from, one.answeredBy, sessionId);
  if (!mayDo(one, role, status)) {
    // A role that may not follow a session is not followed by its presence either.
    const code = one.message === 'presence' ? 'invalid' : 'role-may-not';
    return frame.type === 'error' && frame.code === code
      ? null
      : `${JSON.stringify(frame)} instead of ${code}`;
  }
  if (frame.type !== one.answeredBy) return `${JSON.stringify(frame)} instead of ${one.answeredBy}`;
  return frame.type === 'board' ? boardProblem(world, role, frame) : null;
}

/** Exactly our sessions in progress, with values for those alone who may read one. */
function boardProblem(
  world: World,
  role: Role,
  { sessions }: Extract<DownFrame, { type: 'board' }>,
): string | null {
  if (!sessions.some(({ sessionId }) => sessionId === world.sessions['in-progress'].id))
    return 'the board leaves out a session in progress';
  const values = sessions.some(({ lastVitals, pressures }) => lastVitals !== null || pressures.length > 0);
  const expected = may(role, 'session.read', 'in-progress');
  return values === expected ? null : `the board ${expected ? 'has no' : 'has'} values`;
}
