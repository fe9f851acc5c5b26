import type { DownFrame, UpFrame } from '@tandem/wire';
import { WebSocket } from 'ws';

/** How a server's sockets are spoken to: frames as they are, or as events of socket.io. */
export type Dialect = 'plain' | 'socket.io';

export interface LineEvents {
  open(): void;
  /** @param bytes of its text */
  frame(frame: DownFrame, bytes: number): void;
  closed(): void;
}
export interface Line {
  send(frame: UpFrame): void;
  close(): void;
}

/** One raw socket to a server. socket.io is spoken by hand, so that its client's cost is not in the load generator's. */
export function openLine(
  origin: string,
  headers: Readonly<Record<string, string>>,
  dialect: Dialect,
  on: LineEvents,
): Line {
  const plain = dialect === 'plain';
  const path = plain ? '/api/live' : '/socket.io/?EIO=4&transport=websocket';
  const socket = new WebSocket(`${origin.replace('http', 'ws')}${path}`, {
    perMessageDeflate: false,
    origin,
    headers,
  });
  socket.on('error', () => {});
  socket.on('close', () => on.closed());
  if (plain) {
    socket.on('open', () => on.open());
    socket.on('message', (data: Buffer) => on.frame(JSON.parse(data.toString()) as DownFrame, data.length));
  } else {
    socket.on('message', (data: Buffer) => {
      const text = data.toString();
      // Engine.io 4: 0 open, 2 ping, 3 pong, 4 message; in a message socket.io: 0 connect, 2 event.
      if (text.startsWith('42')) on.frame((JSON.parse(text.slice(2)) as [string, DownFrame])[1], data.length);
      else if (text.startsWith('40')) on.open();
      else if (text.startsWith('0')) socket.send('40');
      else if (text === '2') socket.send('3');
    });
  }
  return {
    send: (frame) => socket.send(plain ? JSON.stringify(frame) : `42${JSON.stringify(['frame', frame])}`),
    close: () => socket.terminate(),
  };
}
