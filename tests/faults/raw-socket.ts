import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { until } from './screen.ts';

export const TEXT = 1;
export const PING = 9;
const CLOSE = 8;
const PONG = 10;

/** A frame as RFC 6455 5.2 describes it, and every way to make it wrong. */
export interface FrameShape {
  readonly opcode?: number;
  readonly fin?: boolean;
  readonly rsv?: number;
  readonly mask?: boolean;
  /** What the header says, where that is not what follows. */
  readonly claimed?: bigint;
}

export function frame(payload: Uint8Array | string, shape: FrameShape = {}): Buffer {
  const { opcode = TEXT, fin = true, rsv = 0, mask = true } = shape;
  const body = Buffer.from(payload as Uint8Array);
  const length = shape.claimed ?? BigInt(body.length);
  const head = [(fin ? 0x80 : 0) | ((rsv & 7) << 4) | (opcode & 15)];
  const maskBit = mask ? 0x80 : 0;
  if (length < 126n) head.push(maskBit | Number(length));
  else if (length < 65_536n) head.push(maskBit | 126, Number(length >> 8n), Number(length & 255n));
  else {
    head.push(maskBit | 127);
    for (let shift = 56n; shift >= 0n; shift -= 8n) head.push(Number((length >> shift) & 255n));
  }
  if (!mask) return Buffer.concat([Buffer.from(head), body]);
  const key = randomBytes(4);
  return Buffer.concat([Buffer.from(head), key, body.map((byte, at) => byte ^ (key[at % 4] as number))]);
}

/** A socket that sends whatever bytes it is given, and reads what the server answers. */
export class RawSocket {
  readonly texts: string[] = [];
  pongs = 0;
  /** Code of the server's close frame. */
  closeCode: number | null = null;
  gone = false;
  private unread = Buffer.alloc(0);
  private open = false;

  private constructor(readonly socket: Socket) {
    socket.on('data', (bytes) => {
      this.unread = Buffer.concat([this.unread, bytes]);
      this.read();
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      this.gone = true;
    });
  }

  static async open(address: string, origin: string, cookie: string): Promise<RawSocket> {
    const { hostname, port } = new URL(address);
    const raw = new RawSocket(connect(Number(port), hostname));
    raw.send(
      `GET /api/live HTTP/1.1\r\nHost: ${hostname}:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\nSec-WebSocket-Version: 13\r\n` +
        `Origin: ${origin}\r\nCookie: ${cookie}\r\n\r\n`,
    );
    await until('hello', () => raw.texts.length > 0 || raw.gone);
    if (raw.gone) throw new Error('the socket was refused');
    return raw;
  }

  send(bytes: Uint8Array | string): void {
    this.socket.write(bytes);
  }

  private read(): void {
    if (!this.open) {
      const end = this.unread.indexOf('\r\n\r\n');
      if (end < 0) return;
      this.open = true;
      this.unread = this.unread.subarray(end + 4);
    }
    for (;;) {
      const next = firstFrame(this.unread);
      if (next === null) return;
      this.unread = this.unread.subarray(next.size);
      if (next.opcode === CLOSE && next.payload.length >= 2) this.closeCode = next.payload.readUInt16BE();
      else if (next.opcode === PONG) this.pongs += 1;
      else if (next.opcode === TEXT) this.texts.push(next.payload.toString());
    }
  }
}

/** A server's frame: never masked. Null while it is not there in full. */
function firstFrame(bytes: Buffer): { opcode: number; payload: Buffer; size: number } | null {
  if (bytes.length < 2) return null;
  const short = (bytes[1] as number) & 0x7f;
  const start = short === 126 ? 4 : short === 127 ? 10 : 2;
  if (bytes.length < start) return null;
  const length =
    short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short;
  const size = start + length;
  if (bytes.length < size) return null;
  return { opcode: (bytes[0] as number) & 15, payload: bytes.subarray(start, size), size };
}
