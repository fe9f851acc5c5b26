import { MAX_CLIENT_FRAME_BYTES } from '@tandem/wire';
import { frame, PING } from './raw-socket.ts';

const bytes = (...values: number[]) => Buffer.from(values);
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
const deep = Math.floor(MAX_CLIENT_FRAME_BYTES / 2) - 20;

/** Breaks the protocol: the server closes with this code. */
export const broken: readonly (readonly [what: string, sent: Buffer, closeCode: number])[] = [
  ['a text that is not masked', frame('{}', { mask: false }), 1002],
  ['a reserved opcode', frame('{}', { opcode: 3 }), 1002],
  ['a reserved bit', frame('{}', { rsv: 4 }), 1002],
  ['a continuation of nothing', frame('{}', { opcode: 0 }), 1002],
  ['a text inside a fragmented text', Buffer.concat([frame('{', { fin: false }), frame('}')]), 1002],
  ['a ping in fragments', frame('', { opcode: PING, fin: false }), 1002],
  ['a ping of 126 bytes', frame('x'.repeat(126), { opcode: PING }), 1002],
  ['a close with half a code', frame(bytes(3), { opcode: 8 }), 1002],
  ['a close with a code that nobody may send', frame(bytes(3, 0xee), { opcode: 8 }), 1002],
  ['invalid UTF-8', frame(bytes(0x22, 0xc3, 0x28, 0x22)), 1007],
  ['an overlong UTF-8 slash', frame(bytes(0x22, 0xc0, 0xaf, 0x22)), 1007],
  ['a surrogate in UTF-8', frame(bytes(0x22, 0xed, 0xa0, 0x80, 0x22)), 1007],
  ['a frame over 16 KiB', frame(' '.repeat(MAX_CLIENT_FRAME_BYTES + 1)), 1009],
  ['a frame that says it is 2^62 bytes', frame('{}', { claimed: 2n ** 62n }), 1009],
  [
    'fragments that are over 16 KiB together',
    Buffer.concat([
      frame(' '.repeat(MAX_CLIENT_FRAME_BYTES), { fin: false }),
      frame(' ', { opcode: 0, fin: true }),
    ]),
    1009,
  ],
];

/** Says nothing that means anything: an error frame, and the socket goes on. */
export const meaningless: readonly (readonly [what: string, text: string])[] = [
  ['nothing', ''],
  ['half an object', '{"type":"subscribe"'],
  ['arrays in arrays', nested(deep)],
  ['an object full of arrays', `{"type":${nested(deep)}}`],
  ['objects in objects', `${'{"a":'.repeat(2_000)}1${'}'.repeat(2_000)}`],
  ['another prototype', '{"__proto__":{"type":"subscribe-board"}}'],
  ['a type that every object has', '{"type":"__proto__"}'],
  ['a type that every function has', '{"type":"constructor"}'],
  ['a type that is no text', '{"type":{"toString":null}}'],
  ['a polluting key beside a type', '{"type":"subscribe-board","__proto__":{"polluted":true}}'],
  ['a number that is none', '{"type":"subscribe","sessionId":"x","after":NaN}'],
  ['a cursor beyond numbers', `{"type":"subscribe","sessionId":"${'0'.repeat(36)}","after":1e999}`],
  ['half a surrogate', '{"type":"subscribe","sessionId":"\\ud800","after":0}'],
  ['a null byte', '{"type":"subscribe\\u0000"}'],
];
