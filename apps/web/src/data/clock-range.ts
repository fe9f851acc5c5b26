/**
 * What is known of "device minus server", in milliseconds: at least `least`, at most `most`. An answer can be late
 * but never early, so `most` is the better guess: it is wrong only by the way back.
 */
export interface ClockRange {
  readonly least: number;
  readonly most: number;
}

/**
 * A handshake: asked and heard by the device's clock, answered at `serverMs`. A range that does not meet the one
 * known means that a clock was moved: what was known before is worth nothing then.
 */
export function afterHandshake(
  known: ClockRange | null,
  askedMs: number,
  serverMs: number,
  heardMs: number,
): ClockRange {
  const seen = { least: askedMs - serverMs, most: heardMs - serverMs };
  if (known === null) return seen;
  const both = { least: Math.max(known.least, seen.least), most: Math.min(known.most, seen.most) };
  return both.least > both.most ? seen : both;
}

/**
 * A message that names a moment of the server before it was sent. One slow handshake is thereby put right by the
 * next message that comes quicker; the best of several handshakes would wait for reconnects that may not come.
 * Never below `least`: a moment in the data is worth less than a handshake.
 */
export function afterMessage(known: ClockRange, serverMs: number, heardMs: number): ClockRange {
  return { ...known, most: Math.max(known.least, Math.min(known.most, heardMs - serverMs)) };
}
