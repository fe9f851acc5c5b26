import type { Notice } from '../rules/notice.ts';

interface Raised {
  readonly raised: number;
  /** Of them, with a Seen of a physician or nurse. */
  readonly seen: number;
}

/** Notices of a session that is over, Low left out. */
export interface NoticeFigures {
  readonly high: Raised;
  readonly medium: Raised;
  /** Without a value back in range and without an outcome. */
  readonly open: number;
  /** Of each that was seen: whole milliseconds from raised to the first Seen of a physician or nurse. */
  readonly seenMs: readonly number[];
}

/** How many were raised and seen, and how soon. */
export function noticeFigures(notices: readonly Notice[]): NoticeFigures {
  const raised = notices.filter(({ priority }) => priority !== 'low');
  const count = (priority: Notice['priority']): Raised => {
    const own = raised.filter((notice) => notice.priority === priority);
    return { raised: own.length, seen: own.filter((notice) => firstSeen(notice) !== null).length };
  };
  return {
    high: count('high'),
    medium: count('medium'),
    open: raised.filter(({ settled, supersededBy }) => settled === null && supersededBy === null).length,
    seenMs: raised.flatMap((notice) => {
      const at = firstSeen(notice);
      return at === null ? [] : [Math.max(0, Date.parse(at) - notice.sinceMs)];
    }),
  };
}

/** Recording what raised it shows that somebody knew; Seen says that they looked, so that alone is timed. */
function firstSeen({ seen }: Notice): string | null {
  return seen.find(({ by }) => by.role === 'physician' || by.role === 'nurse')?.at ?? null;
}
