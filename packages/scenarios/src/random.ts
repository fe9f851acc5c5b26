/**
 * Seeded randomness. Everything in this package comes from a seed, so that a demo clinic, a failing test and
 * a benchmark can be made again byte for byte.
 */
export interface Rng {
  /** A number from 0 up to but not including 1. */
  next(): number;
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number;
  /** A number from `min` up to `max`. */
  between(min: number, max: number): number;
  /** True with probability `p`. */
  chance(p: number): boolean;
  /** @throws RangeError on an empty list */
  pick<T>(list: readonly T[]): T;
  /** A new list in another order. */
  shuffled<T>(list: readonly T[]): T[];
  /** A UUID of version 4 shape (RFC 9562); unique as far as the seed is. */
  uuid(): string;
}

/** A generator of its own for these words and numbers: adding one elsewhere never moves this one. */
export function rngOf(...seeds: readonly (string | number)[]): Rng {
  const next32 = sfc32(seeds.join('|'));
  const next = () => next32() / 2 ** 32;
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    int,
    between: (min, max) => min + next() * (max - min),
    chance: (p) => next() < p,
    pick: (list) => {
      if (list.length === 0) throw new RangeError('nothing to pick from');
      return list[int(0, list.length - 1)] as (typeof list)[number];
    },
    shuffled: (list) => {
      const copy = [...list];
      for (let at = copy.length - 1; at > 0; at -= 1) {
        const other = int(0, at);
        [copy[at], copy[other]] = [copy[other] as (typeof list)[number], copy[at] as (typeof list)[number]];
      }
      return copy;
    },
    uuid: () => uuidOf(next32(), next32(), next32(), next32()),
  };
}

/** Small fast counter generator (Doty-Humphrey's sfc32): 128 bits of state, whole 32-bit numbers. */
function sfc32(seed: string): () => number {
  const fill = splitmix32(hash32(seed));
  let [a, b, c] = [fill(), fill(), fill()];
  let counter = 1;
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  // The first outputs still resemble the seed; neighbouring seeds must not give neighbouring sessions.
  for (let round = 0; round < 12; round += 1) next();
  return next;
}

function splitmix32(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return mixed ^ (mixed >>> 15);
  };
}

/** FNV-1a over UTF-16 units. */
function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash;
}

const hex8 = (value: number) => value.toString(16).padStart(8, '0');

function uuidOf(a: number, b: number, c: number, d: number): string {
  const middle = hex8(((b & 0xffff0fff) | 0x4000) >>> 0);
  const variant = hex8(((c & 0x3fffffff) | 0x80000000) >>> 0);
  return `${hex8(a)}-${middle.slice(0, 4)}-${middle.slice(4)}-${variant.slice(0, 4)}-${variant.slice(4)}${hex8(d)}`;
}
