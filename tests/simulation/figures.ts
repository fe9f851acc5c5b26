/** Everything that can go wrong here. A run that never injects one of them proves nothing about it. */
export const faultKinds = [
  'request lost',
  'request doubled',
  'reply lost after commit',
  'line cut',
  'line half-open',
  'line stalled',
  'line slow',
  'api crashed',
  'api frozen',
  'request lost in crash',
  'reply lost in crash',
  'hint lost',
  'database away',
  'database slow',
  'server clock jumped',
  'device clock wrong',
  'device clock jumped',
  'device slept',
  'page reloaded',
  'second tab',
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** Sums over sessions; a few of them are maxima. */
export interface Figures {
  sessions: number;
  signed: number;
  entries: number;
  recorded: number;
  refused: number;
  /** Told "refused", and in the log all the same: a late copy of the request was taken. */
  refusedYetStored: number;
  frames: number;
  virtualMs: number;
  /** Longest time that a screen said `current` while it was behind, over a line without delay. */
  longestBehindPromptMs: number;
  /** The same where the last `current` was long on its way. */
  longestBehindLateMs: number;
  readonly faults: Record<FaultKind, number>;
}

export function noFigures(): Figures {
  const faults = Object.fromEntries(faultKinds.map((kind) => [kind, 0])) as Record<FaultKind, number>;
  return {
    sessions: 0,
    signed: 0,
    entries: 0,
    recorded: 0,
    refused: 0,
    refusedYetStored: 0,
    frames: 0,
    virtualMs: 0,
    longestBehindPromptMs: 0,
    longestBehindLateMs: 0,
    faults,
  };
}

export function addFigures(sum: Figures, one: Figures): void {
  for (const key of ['sessions', 'signed', 'entries', 'recorded', 'refused', 'refusedYetStored'] as const)
    sum[key] += one[key];
  sum.frames += one.frames;
  sum.virtualMs += one.virtualMs;
  sum.longestBehindPromptMs = Math.max(sum.longestBehindPromptMs, one.longestBehindPromptMs);
  sum.longestBehindLateMs = Math.max(sum.longestBehindLateMs, one.longestBehindLateMs);
  for (const kind of faultKinds) sum.faults[kind] += one.faults[kind];
}

const inSeconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;

/** @param tookMs real milliseconds, for the speed; none when they do not matter */
export function figureLines(sum: Figures, tookMs?: number): string[] {
  const hours = (sum.virtualMs / 3_600_000).toFixed(1);
  const speed =
    tookMs === undefined ? [] : [`${Math.round((sum.sessions / tookMs) * 60_000)} sessions a minute`];
  return [
    [`${sum.sessions} sessions`, `${sum.signed} signed`, `${hours} virtual hours`, ...speed].join(', '),
    `${sum.recorded} recorded, ${sum.entries} entries in the logs, ${sum.refused} refused with a sentence, ` +
      `${sum.refusedYetStored} of these stored by a late copy, ${sum.frames} frames`,
    `longest that a screen said current while behind: ${inSeconds(sum.longestBehindPromptMs)}, ` +
      `${inSeconds(sum.longestBehindLateMs)} over a line with delay`,
    `faults: ${faultKinds.map((kind) => `${kind} ${sum.faults[kind]}`).join(', ')}`,
  ];
}
