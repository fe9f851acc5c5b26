import type { LineContext } from './reading.ts';

export interface TimedLine {
  readonly rest: string;
  readonly happenedAtMs: number | null;
  /** As it was typed, for a line that is suggested instead; empty when there is none. */
  readonly token: string;
}

/** Takes `@10:40` or `-4m` out of a line, wherever it stands alone. The first one counts. */
export function takeTime(line: string, context: LineContext): TimedLine {
  const clock = /(?:^|\s)@([01]?\d|2[0-3])[:.]([0-5]\d)(?=\s|$)/.exec(line);
  if (clock !== null) {
    const happenedAtMs = context.atClock(Number(clock[1]), Number(clock[2]));
    return { rest: without(line, clock), happenedAtMs, token: clock[0].trim() };
  }
  const ago = /(?:^|\s)-(\d{1,3})\s?m(?:in)?(?=\s|$)/.exec(line);
  if (ago !== null) {
    const happenedAtMs = context.nowMs - Number(ago[1]) * 60_000;
    return { rest: without(line, ago), happenedAtMs, token: ago[0].trim() };
  }
  return { rest: line.trim(), happenedAtMs: null, token: '' };
}

/** Only the blanks around the token go: the rest of a note stays as it was typed. */
function without(line: string, match: RegExpExecArray): string {
  const before = line.slice(0, match.index).trimEnd();
  const after = line.slice(match.index + match[0].length).trimStart();
  return (before === '' || after === '' ? before + after : `${before} ${after}`).trim();
}
