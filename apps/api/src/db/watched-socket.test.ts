import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { watchedSocket } from './watched-socket.ts';

let server: Server;
afterEach(() => server.close());

/** A server that answers the first `answers` messages and then nothing. */
async function listen(answers: number): Promise<Socket> {
  server = createServer((peer) => {
    let left = answers;
    peer.on('data', () => {
      left -= 1;
      if (left >= 0) peer.write('answer');
    });
    peer.on('error', () => {});
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return watchedSocket({ host: '127.0.0.1', port }, 200);
}

test('[DBS-1] a question without an answer ends the connection', async () => {
  const socket = await listen(1);
  socket.write('a');
  await once(socket, 'data');
  socket.write('b');
  const [error] = await once(socket, 'error');
  expect((error as Error).message).toContain('did not answer');
});

test('[DBS-2] a connection that is not asked anything may be silent', async () => {
  const socket = await listen(1);
  socket.write('a');
  await once(socket, 'data');
  // Nothing happens here, which only time can show: more than twice the limit of 200 ms.
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(socket.destroyed).toBe(false);
  socket.destroy();
});

test('[DBS-3] of several questions one was answered, and then nothing: the connection ends as well', async () => {
  const socket = Object.assign(await listen(1), { isAwaited: () => true });
  socket.write('a');
  await once(socket, 'data');
  const [error] = await once(socket, 'error');
  expect((error as Error).message).toContain('did not answer');
});
