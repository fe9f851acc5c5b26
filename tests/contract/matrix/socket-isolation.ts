import { type Role, roles } from '@tandem/domain';
import type { LiveReader } from '../../support/live.ts';
import { leaksIn, withoutIds } from './ask.ts';
import type { MessageCase } from './cases.ts';
import { probesFor } from './ids.ts';
import { answer, connect, settled } from './socket.ts';
import { type Tally, watched } from './tally.ts';
import type { World } from './world.ts';

/** Every message that names a session, under every role: what is not there and what is not ours sound the same. */
export async function probeMessages(
  world: World,
  cases: readonly MessageCase[],
  tally: Tally,
): Promise<void> {
  const readers: LiveReader[] = [];
  await watched(world, 'the live socket', tally, true, async () => {
    const perRole = roles.map(async (role) => {
      const reader = await connect(world, role);
      if (typeof reader === 'number') return countRefused(cases, reader, role, world, tally);
      readers.push(reader);
      for (const one of cases) if ('sessionId' in one.ids) await probe(world, one, role, reader, tally);
      reader.send({ type: 'subscribe-board' });
      await answer(reader, 0, 'board', null);
    });
    await Promise.all(perRole);
  });
  // Nothing that happens there afterwards reaches a socket that asked for it here.
  await world.writeThere();
  for (const reader of readers) {
    await settled(world, reader);
    reader.socket.terminate();
    const sent = reader.frames.flatMap((frame) => (frame.type === 'error' ? [frame.sessionId ?? ''] : []));
    const leaks = leaksIn(world, JSON.stringify(reader.frames), sent);
    if (leaks.length > 0) tally.wrong.push(`the live socket tells ${leaks[0]} of the other clinic`);
  }
}

async function probe(
  world: World,
  one: MessageCase,
  role: Role,
  reader: LiveReader,
  tally: Tally,
): Promise<void> {
  const from = reader.frames.length;
  const probes = probesFor('session', world.ours, world.theirs);
  for (const { value } of probes) reader.send(one.make(value));
  await settled(world, reader);
  const told = new Set<string>();
  for (const { value, origin } of probes) {
    tally.cells += 1;
    const where = `${one.message}, ${origin}, ${role}`;
    if (one.refusedWith === undefined) {
      const named = reader.frames
        .slice(from)
        .some((frame) => 'sessionId' in frame && frame.sessionId === value);
      if (named) tally.wrong.push(`${where}: is answered`);
      continue;
    }
    const frame = await answer(reader, from, one.answeredBy, value);
    if (frame.type !== 'error' || frame.code !== one.refusedWith)
      tally.wrong.push(`${where}: ${JSON.stringify(frame)} instead of ${one.refusedWith}`);
    told.add(withoutIds(JSON.stringify(frame)));
  }
  if (told.size > 1) tally.wrong.push(`${one.message}, ${role}: ${[...told].join(' or ')}`);
}

function countRefused(
  cases: readonly MessageCase[],
  status: number,
  role: Role,
  world: World,
  tally: Tally,
): void {
  const messages = cases.filter((one) => 'sessionId' in one.ids).length;
  tally.cells += messages * probesFor('session', world.ours, world.theirs).length;
  if (status !== 403) tally.wrong.push(`the live socket, ${role}: the upgrade answers ${status}`);
}
