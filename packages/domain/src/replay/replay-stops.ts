import { entryKindOf } from '../entries/registry.ts';
import type { NoticePriority } from '../rules/notice.ts';
import { noticesOf } from '../rules/notices.ts';
import type { Replay, ReplayView } from './replay.ts';

/** A moment that a replay is taken to. */
export interface ReplayStop {
  readonly type: 'dose' | 'notice' | 'note' | 'entry';
  readonly atMs: number;
  /** Of a notice. */
  readonly priority?: NoticePriority;
}

const MINUTE = 60_000;

/**
 * Doses, notes and every other entry at the moment they come onto the screen in this view, and notices when they were
 * first shown, in the order of time. Notices are those of the record as it was known then, also those that a later
 * correction took away.
 */
export function replayStops(replay: Replay, view: ReplayView): ReplayStop[] {
  const whole = replay.prefix(replay.entries.length);
  const stops: ReplayStop[] = [];
  for (const { entry, happenedAt } of whole.items) {
    const atMs = Date.parse(view.type === 'happened' ? happenedAt : entry.recordedAt);
    stops.push({ type: typeOf(entry.kind), atMs });
  }
  for (const notice of noticeStops(replay)) stops.push(notice);
  return stops.sort((a, b) => a.atMs - b.atMs);
}

function typeOf(kind: string): ReplayStop['type'] {
  if (kind === 'dose' || kind === 'infusion-start') return 'dose';
  return entryKindOf(kind)?.group === 'notes' ? 'note' : 'entry';
}

/** Looked for at each entry and each minute between start and end: by a value, or by the clock. */
function noticeStops(replay: Replay): ReplayStop[] {
  const { entries, fromMs, toMs } = replay;
  const moments = new Set(entries.map(({ recordedAt }) => Date.parse(recordedAt)).filter((ms) => ms <= toMs));
  for (let ms = Math.ceil(fromMs / MINUTE) * MINUTE; ms <= toMs; ms += MINUTE) moments.add(ms);
  const known = new Set<string>();
  const stops: ReplayStop[] = [];
  for (const atMs of [...moments].sort((a, b) => a - b)) {
    for (const { id, shown, priority } of noticesOf(replay.at(atMs, { type: 'known' }), atMs)) {
      if (!shown || known.has(id)) continue;
      known.add(id);
      stops.push({ type: 'notice', atMs, priority });
    }
  }
  return stops;
}

/** The next stop of a type after a moment, or the last before it; null when there is none. */
export function stopFrom(
  stops: readonly ReplayStop[],
  atMs: number,
  direction: 'next' | 'previous',
  types: readonly ReplayStop['type'][],
): ReplayStop | null {
  const wanted = stops.filter(({ type }) => types.includes(type));
  return direction === 'next'
    ? (wanted.find((stop) => stop.atMs > atMs) ?? null)
    : (wanted.findLast((stop) => stop.atMs < atMs) ?? null);
}
