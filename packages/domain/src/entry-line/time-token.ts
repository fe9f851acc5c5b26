import type { LineContext } from './reading.ts';

export interface TimedLine {
  readonly rest: string;
  readonly happenedAtMs: number | null;
}

/** Takes `@10:40` or `-4m` out of a line, wherever it stands alone. The first one counts. */
export function takeTime(line: string, context: LineContext): TimedLine {
  const clock = /(?:^|\s)@([01]?\d|2[0-3])[:.]([0-5]\d)(?=\s|$)/.exec(line);
  if (clock !== null) {
    const happenedAtMs = context.atClock(Number(clock[1]), Number(clock[2]));
    return { rest: without(line, clock), happenedAtMs };
  }
  const ago = /(?:^|\s)-(\d{1,3})\s?m(?:in)?(?=\s|$)/.exec(line);
  if (ago !== null)
    return { rest: without(line, ago), happenedAtMs: context.nowMs - Number(ago[1]) * 60_000 };
  return { rest: line.trim(), happenedAtMs: null };
}

/** Only the blanks around the token go: the rest of a note stays as it was typed. */
function without(line: string, match: RegExpExecArray): string {
  const before = line.slice(0, match.index).trimEnd();
  const after = line.slice(match.index + match[0].length).trimStart();
  return (before === '' || after === '' ? before + after : `${before} ${after}`).trim();
}
