import { connect, type Socket } from 'node:net';

export interface RawReply {
  /** Null: the server ended the connection, or said nothing in time. */
  readonly status: number | null;
  /** Of a refusal. */
  readonly code: string | undefined;
}

const NONE: RawReply = { status: null, code: undefined };

/** A connection that sends whatever bytes it is given, and opens anew where the server has ended it. */
export class RawHttp {
  private socket: Socket | null = null;
  private text = '';
  private heard: () => void = () => {};

  constructor(private readonly address: string) {}

  /** @param silenceMs how long the answer may take; after that the connection is given up */
  ask(bytes: Buffer, silenceMs: number): Promise<RawReply> {
    const socket = this.open();
    this.text = '';
    return new Promise((resolve) => {
      const settle = (reply: RawReply) => {
        clearTimeout(late);
        this.heard = () => {};
        resolve(reply);
      };
      const late = setTimeout(() => {
        this.close();
        settle(NONE);
      }, silenceMs);
      this.heard = () => {
        const reply = firstReply(this.text);
        if (reply !== null) {
          // Another request would meet the end of it.
          if (/^connection: close/im.test(this.text)) this.close();
          settle(reply);
        } else if (socket !== this.socket) settle(NONE);
      };
      socket.write(bytes);
    });
  }

  close(): void {
    this.socket?.destroy();
    this.socket = null;
  }

  private open(): Socket {
    if (this.socket !== null) return this.socket;
    const { hostname, port } = new URL(this.address);
    const socket = connect(Number(port), hostname);
    this.socket = socket;
    socket.on('data', (part) => {
      if (socket !== this.socket) return;
      this.text += part.toString('latin1');
      this.heard();
    });
    const over = () => {
      if (socket !== this.socket) return;
      this.socket = null;
      socket.destroy();
      this.heard();
    };
    // Cut by the server in the middle of what is still being sent.
    socket.on('error', over).on('end', over).on('close', over);
    return socket;
  }
}

/** Null while it is not there in full. */
function firstReply(text: string): RawReply | null {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const head = text.slice(0, end).toLowerCase();
  const body = text.slice(end + 4);
  const length = Number(/content-length: (\d+)/.exec(head)?.[1] ?? 0);
  const whole = head.includes('transfer-encoding: chunked')
    ? body.endsWith('0\r\n\r\n')
    : body.length >= length;
  if (!whole) return null;
  return { status: Number(head.slice(9, 12)), code: /"code":"([a-z-]+)"/.exec(body)?.[1] };
}
