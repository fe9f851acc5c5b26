import { whenCut } from './cut-line.ts';
import type { SocketLike } from './socket-states.ts';

/** A WebSocket to this page's own server. */
export function openSocket(): SocketLike {
  const socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/api/live`);
  const like: SocketLike = {
    send: (text) => socket.send(text),
    close: () => socket.close(),
    onmessage: null,
    onclose: null,
  };
  socket.onmessage = (event) => like.onmessage?.(event);
  socket.onclose = (event) => like.onclose?.(event);
  whenCut(() => {
    socket.close();
    like.onclose?.({ code: 0 });
  });
  return like;
}
