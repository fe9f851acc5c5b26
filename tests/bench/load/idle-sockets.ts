import { once } from 'node:events';
import { WebSocket } from 'ws';
import { within } from './wait.ts';

type Headers = Readonly<Record<string, string>>;

const SLICE = 200;

/** Screens that someone left open: signed in, and asking for nothing. */
export class IdleSockets {
  private readonly sockets: WebSocket[] = [];

  constructor(
    private readonly origin: string,
    /** Of each person; they take turns. */
    private readonly people: readonly Headers[],
    /** Whether the server says hello. */
    private readonly greets: boolean,
  ) {}

  /** The same people at another process. */
  at(origin: string): IdleSockets {
    return new IdleSockets(origin, this.people, this.greets);
  }

  /** @returns how many are open now */
  async open(count: number): Promise<number> {
    for (let left = count; left > 0; left -= SLICE) {
      await Promise.all(Array.from({ length: Math.min(SLICE, left) }, () => this.openOne()));
    }
    return this.sockets.length;
  }

  async close(): Promise<void> {
    const closing = this.sockets.splice(0).map(async (socket) => {
      socket.close();
      await once(socket, 'close');
    });
    await within('idle sockets close', Promise.all(closing));
  }

  private async openOne(): Promise<void> {
    const headers = { ...this.people[this.sockets.length % this.people.length], origin: this.origin };
    const address = `${this.origin.replace('http', 'ws')}/api/live`;
    const socket = new WebSocket(address, { perMessageDeflate: false, headers });
    this.sockets.push(socket);
    await within('an idle socket opens', once(socket, this.greets ? 'message' : 'open'));
  }
}
