import type { Rng } from '@tandem/scenarios';
import { MAX_CLIENT_FRAME_BYTES } from '@tandem/wire';
import { frame } from './raw-socket.ts';

const odd = [
  null,
  true,
  -1,
  1.5,
  1e308,
  '',
  '\u0000',
  '\ud800',
  [],
  {},
  { type: 'subscribe' },
  'x'.repeat(300),
];
const types = [
  'subscribe',
  'unsubscribe',
  'subscribe-board',
  'unsubscribe-board',
  'presence',
  'fly',
  '__proto__',
];
const keys = ['type', 'sessionId', 'after', 'writing', 'pending', '__proto__', 'constructor', 'x'];

const randomBytes = (rng: Rng, most: number) =>
  Buffer.from(Array.from({ length: rng.int(0, most) }, () => rng.int(0, 255)));

/** A frame that means something, or nearly. */
function message(rng: Rng, session: string): string {
  const value: Record<string, unknown> = { type: rng.pick(types) };
  if (rng.chance(0.7)) value.sessionId = rng.chance(0.7) ? session : rng.uuid();
  if (rng.chance(0.6)) value.after = rng.int(0, 50);
  if (rng.chance(0.3)) value.writing = rng.pick([null, 'dose', 'note', 'nothing']);
  if (rng.chance(0.3)) value.pending = rng.int(-1, 100_001);
  if (rng.chance(0.3))
    Object.defineProperty(value, rng.pick(keys), { value: rng.pick(odd), enumerable: true });
  return JSON.stringify(value);
}

function damaged(rng: Rng, text: string): Buffer {
  const bytes = Buffer.from(text);
  for (let change = rng.int(1, 4); change > 0 && bytes.length > 0; change -= 1) {
    bytes[rng.int(0, bytes.length - 1)] = rng.int(0, 255);
  }
  return bytes.subarray(0, rng.chance(0.3) ? rng.int(0, bytes.length) : bytes.length);
}

/** One random frame: mostly such that the socket survives it, so that the ones behind it are reached too. */
export function fuzzFrame(rng: Rng, session: string): Buffer {
  const kind = rng.next();
  if (kind < 0.45) return frame(message(rng, session));
  if (kind < 0.7) return frame(damaged(rng, message(rng, session)).toString('latin1'));
  if (kind < 0.8) return frame(message(rng, session), { opcode: rng.pick([2, 9, 10]) });
  if (kind < 0.85) return frame(damaged(rng, message(rng, session)));
  if (kind < 0.88) return frame('['.repeat(rng.int(1, MAX_CLIENT_FRAME_BYTES)));
  if (kind < 0.91) return frame(' '.repeat(rng.int(MAX_CLIENT_FRAME_BYTES - 1, 70_000)));
  if (kind < 0.97) {
    const shape = { opcode: rng.int(0, 15), fin: rng.chance(0.5), rsv: rng.int(0, 7), mask: rng.chance(0.7) };
    return frame(randomBytes(rng, 200), shape);
  }
  if (kind < 0.99)
    return frame(randomBytes(rng, 50), { claimed: BigInt(rng.int(0, 2 ** 31)) << BigInt(rng.int(0, 32)) });
  return randomBytes(rng, 400);
}
