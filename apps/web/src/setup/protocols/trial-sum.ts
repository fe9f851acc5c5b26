import type { ProtocolTrialReply } from '@tandem/wire';

type Item = ProtocolTrialReply['items'][number];

/** What a trial came to, over all sessions tried so far. */
export interface TrialSum {
  readonly sessions: number;
  readonly own: Item['own'];
  readonly draft: Item['draft'];
  /** Graded events: before how many a notice was raised. */
  readonly events: { readonly all: number; readonly own: number; readonly draft: number };
  /** How many sessions would have had another number of notices. */
  readonly differ: number;
  /** Those that differ most, at most ten. */
  readonly differing: readonly Item[];
}

const MOST = 10;

export function trialSum(items: readonly Item[]): TrialSum {
  const sum = (of: (item: Item) => number) => items.reduce((total, item) => total + of(item), 0);
  const events = items.flatMap((item) => item.events);
  const apart = ({ own, draft }: Item) => Math.abs(draft.high + draft.medium - own.high - own.medium);
  const differing = items.filter((item) => apart(item) > 0).sort((a, b) => apart(b) - apart(a));
  return {
    sessions: items.length,
    own: { high: sum(({ own }) => own.high), medium: sum(({ own }) => own.medium) },
    draft: { high: sum(({ draft }) => draft.high), medium: sum(({ draft }) => draft.medium) },
    events: {
      all: events.length,
      own: events.filter(({ warnedOwn }) => warnedOwn).length,
      draft: events.filter(({ warnedDraft }) => warnedDraft).length,
    },
    differ: differing.length,
    differing: differing.slice(0, MOST),
  };
}
