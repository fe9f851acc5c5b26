import type { Server } from 'node:http';
import type { UpFrame } from '@tandem/wire';
import { Server as SocketIo } from 'socket.io';
import { WebSocketServer } from 'ws';
import type { FloorSession } from './store.ts';

type SessionOf = (id: string) => FloorSession;

const current = ({ id, seq }: FloorSession) => ({ type: 'current', sessionId: id, lastSeq: seq });

/** Screens over plain ws: a frame is written as text once and sent to each. */
export function plainScreens(server: Server, sessionOf: SessionOf): void {
  new WebSocketServer({ server, path: '/api/live', perMessageDeflate: false }).on('connection', (socket) => {
    socket.on('message', (data) => {
      const frame = JSON.parse(data.toString()) as UpFrame;
      if (frame.type !== 'subscribe') return;
      const session = sessionOf(frame.sessionId);
      const screen = { send: (text: string) => socket.send(text) };
      session.screens.add(screen);
      socket.on('close', () => session.screens.delete(screen));
      socket.send(JSON.stringify(current(session)));
    });
  });
}

/** The same over socket.io, as its guide says: a room for each session, an event for each frame. */
export function socketIoScreens(server: Server, sessionOf: SessionOf): void {
  const io = new SocketIo(server, { transports: ['websocket'], serveClient: false });
  io.on('connection', (socket) => {
    socket.on('frame', (frame: UpFrame) => {
      if (frame.type !== 'subscribe') return;
      const session = sessionOf(frame.sessionId);
      void socket.join(session.id);
      session.emit = (told) => io.to(session.id).emit('frame', told);
      socket.emit('frame', current(session));
    });
  });
}
