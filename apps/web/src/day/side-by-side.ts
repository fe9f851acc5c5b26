import { overlap, type Span } from './day-grid.ts';

export interface Lane {
  /** From 0, left to right. */
  readonly lane: number;
  /** How many share the width. */
  readonly lanes: number;
}

/**
 * A lane for each span, in the order given: what overlaps stands side by side, and only what hangs together
 * shares the width.
 */
export function sideBySide(spans: readonly Span[]): Lane[] {
  const inOrder = spans
    .map((span, index) => ({ span, index }))
    .sort((a, b) => a.span.fromMs - b.span.fromMs || b.span.toMs - a.span.toMs);
  const lanes: Lane[] = [];
  let cluster: { readonly index: number; readonly lane: number }[] = [];
  let ends: number[] = [];
  const close = () => {
    for (const { index, lane } of cluster) lanes[index] = { lane, lanes: ends.length };
    cluster = [];
    ends = [];
  };
  for (const { span, index } of inOrder) {
    if (span.fromMs >= Math.max(...ends)) close();
    const free = ends.findIndex((end) => end <= span.fromMs);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = span.toMs;
    cluster.push({ index, lane });
  }
  close();
  return lanes;
}

export interface Placed extends Lane {
  /** In the narrow strips at the right edge, `lane` counted from there. */
  readonly isAside: boolean;
  /** How many strips it leaves free at the right edge. */
  readonly strips: number;
}

/**
 * What stands takes the width; what was cancelled makes way where they overlap, into strips at the right edge.
 * Half a column for a session that will not be would cut the names of those that will.
 */
export function placed(blocks: readonly { readonly span: Span; readonly isCancelled: boolean }[]): Placed[] {
  const standing = blocks.filter(({ isCancelled }) => !isCancelled);
  const isAside = blocks.map(
    ({ span, isCancelled }) => isCancelled && standing.some((other) => overlap(other.span, span)),
  );
  const asideLanes = sideBySide(blocks.filter((_, at) => isAside[at]).map(({ span }) => span));
  const lanes = sideBySide(blocks.filter((_, at) => !isAside[at]).map(({ span }) => span));
  const asides: { readonly span: Span; readonly lanes: number }[] = [];
  const found = blocks.map(({ span }, at) => {
    const lane = (isAside[at] ? asideLanes : lanes).shift() ?? { lane: 0, lanes: 1 };
    if (isAside[at]) asides.push({ span, lanes: lane.lanes });
    return { ...lane, span, isAside: isAside[at] === true };
  });
  return found.map(({ span, ...place }) => ({
    ...place,
    strips: Math.max(0, ...asides.filter((aside) => overlap(aside.span, span)).map((aside) => aside.lanes)),
  }));
}
