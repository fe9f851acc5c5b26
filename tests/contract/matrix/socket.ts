import type { Role } from '@tandem/domain';
import type { DownFrame } from '@tandem/wire';
import { LiveReader } from '../../support/live.ts';
import type { World } from './world.ts';

/** A live socket under a role, past its hello; or the status with which the upgrade was refused. */
export async function connect(world: World, role: Role): Promise<LiveReader | number> {
  const socket = world.api.socket(world.callers[role]);
  const refused = new Promise<number>((resolve) => {
    socket.on('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0);
      socket.terminate();
    });
  });
  const reader = new LiveReader(socket);
  return Promise.race([refused, reader.hello().then(() => reader)]);
}

/** The first frame after `from` about this session (null: about none) that is an error or of type `wanted`. */
export function answer(
  reader: LiveReader,
  from: number,
  wanted: DownFrame['type'] | null,
  sessionId: string | null,
): Promise<DownFrame> {
  return reader.until(() =>
    reader.frames
      .slice(from)
      .find(
        (frame) =>
          (frame.type === 'error' || frame.type === wanted) &&
          (sessionId === null || ('sessionId' in frame && frame.sessionId === sessionId)),
      ),
  );
}

/** Everything said before is answered once this is: the server takes the frames of one socket in order. */
export async function settled(world: World, reader: LiveReader): Promise<void> {
  const { id } = world.sessions.ended;
  const from = reader.frames.length;
  reader.send({ type: 'subscribe', sessionId: id, after: 0 });
  await answer(reader, from, 'current', id);
  reader.send({ type: 'unsubscribe', sessionId: id });
}
