import type { Entry } from '../entries/entry-kind.ts';
import { evolve, fold } from '../session/evolve.ts';
import { initialState, type SessionState } from '../session/state.ts';

/**
 * How a moment is shown again: as the record held it then, so that nobody is judged by what was corrected later; as it
 * is told today; or as one device is known to have had it.
 */
export type ReplayView =
  | { readonly type: 'known' }
  | { readonly type: 'happened' }
  | { readonly type: 'device'; readonly deviceId: string };

/** A device that recorded something in the session. */
export interface ReplayDevice {
  readonly deviceId: string;
  /** Everyone who recorded on it, in the order of their first entry. */
  readonly people: readonly string[];
  readonly entries: number;
}

/** A session that is over or runs, ready to be shown at any moment of it. */
export interface Replay {
  readonly entries: readonly Entry[];
  /** From the start, or the first thing recorded in the hour before it, to the end; ms since the epoch. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly devices: readonly ReplayDevice[];
  /** How many entries the record held at `atMs` (RPL-1). */
  seqAt(atMs: number): number;
  /** The fold of the first `seq` entries. */
  prefix(seq: number): SessionState;
  at(atMs: number, view: ReplayView): SessionState;
}

/** A fold is kept after so many entries: a seek folds fewer than that. */
const KEPT_EVERY = 64;
const BEFORE_START_MS = 60 * 60_000;
const ABOUT_OTHERS: readonly string[] = ['amendment', 'retraction', 'redaction'];

/** @param entries of one session, in the order of their seq and without a gap @throws RangeError when one is missing */
export function replayOf(sessionId: string, entries: readonly Entry[]): Replay {
  const kept: SessionState[] = [initialState(sessionId)];
  for (let at = 0; at < entries.length; at += KEPT_EVERY)
    kept.push(fold(sessionId, entries.slice(at, at + KEPT_EVERY), kept.at(-1)));
  const whole = kept.at(-1) as SessionState;
  const knownMs = monotone(entries);
  const happened = happenedOrder(whole);
  const told = toldUntil(sessionId, entries, happened.ids);
  let last = { of: '', state: initialState(sessionId) };

  function prefix(seq: number): SessionState {
    const from = Math.floor(seq / KEPT_EVERY);
    let state = kept[Math.min(from, kept.length - 1)] as SessionState;
    for (const entry of entries.slice(state.lastSeq, seq)) state = evolve(state, entry);
    return state;
  }

  /** What stands for one moment stands until the next entry comes in: screens compare states by identity. */
  function once(of: string, make: () => SessionState): SessionState {
    if (last.of !== of) last = { of, state: make() };
    return last.state;
  }

  const seqAt = (atMs: number) => countUpTo(knownMs, atMs);
  return {
    entries,
    ...spanOf(whole),
    devices: devicesOf(entries),
    seqAt,
    prefix,
    at(atMs, view) {
      if (view.type === 'known') {
        const seq = seqAt(atMs);
        return once(`known ${seq}`, () => prefix(seq));
      }
      if (view.type === 'happened') {
        const count = countUpTo(happened.ms, atMs);
        return once(`happened ${count}`, () => told.until(count));
      }
      const had = hadOn(entries, view.deviceId, atMs);
      return once([view.deviceId, ...had].join(' '), () => refold(sessionId, entries, had));
    },
  };
}

/** When each entry came into the record; a clock that was set back meanwhile brings none of them in earlier. */
function monotone(entries: readonly Entry[]): number[] {
  let latest = Number.NEGATIVE_INFINITY;
  return entries.map(({ recordedAt }) => {
    latest = Math.max(latest, Date.parse(recordedAt));
    return latest;
  });
}

/** How many of ascending `times` are not after `ms`. */
function countUpTo(times: readonly number[], ms: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] as number) <= ms) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Entries by when they happened as it is told today; a correction comes with what it corrects. */
function happenedOrder(whole: SessionState): { ids: string[]; ms: number[] } {
  const corrections = new Map<string, string[]>();
  const rows: { id: string; ms: number; seq: number }[] = [];
  for (const { entry, happenedAt } of whole.items) {
    const { entryId } = (entry.data ?? {}) as { entryId?: string };
    if (ABOUT_OTHERS.includes(entry.kind) && entryId !== undefined)
      corrections.set(entryId, [...(corrections.get(entryId) ?? []), entry.id]);
    else rows.push({ id: entry.id, ms: Date.parse(happenedAt), seq: entry.seq });
  }
  rows.sort((a, b) => a.ms - b.ms || a.seq - b.seq);
  const ids: string[] = [];
  const ms: number[] = [];
  for (const row of rows) {
    for (const id of [row.id, ...(corrections.get(row.id) ?? [])]) {
      ids.push(id);
      ms.push(row.ms);
    }
  }
  return { ids, ms };
}

/**
 * What a device is known to have had: what it said it knew with its last entry until then, and what was recorded on
 * it. It may have had more: between two entries nobody wrote down what was on a screen.
 */
function hadOn(entries: readonly Entry[], deviceId: string, atMs: number): Set<string> {
  const own = entries.filter(
    ({ context, recordedAt }) =>
      context?.deviceId === deviceId && Date.parse(context.composedAt ?? recordedAt) <= atMs,
  );
  const knownSeq = Math.max(0, ...own.map(({ context }) => context?.knownSeq ?? 0));
  const had = new Set(entries.slice(0, knownSeq).map(({ id }) => id));
  for (const { id } of own) had.add(id);
  return had;
}

/** The fold of some entries alone, as if no others had been. */
function refold(sessionId: string, entries: readonly Entry[], had: ReadonlySet<string>): SessionState {
  return onto(
    initialState(sessionId),
    entries.filter(({ id }) => had.has(id)),
  );
}

/** Each as if it were the next one. */
function onto(state: SessionState, entries: readonly Entry[]): SessionState {
  let folded = state;
  for (const entry of entries) folded = evolve(folded, { ...entry, seq: folded.lastSeq + 1 });
  return folded;
}

/**
 * The fold of the first `count` entries by when they happened, in the order of the log. While a replay runs on, the next
 * ones are mostly further down the log as well: those are added to what was shown last, and nothing is folded again.
 */
function toldUntil(sessionId: string, entries: readonly Entry[], ids: readonly string[]) {
  const places = new Map(entries.map(({ id }, at) => [id, at]));
  const placeOf = (id: string) => places.get(id) as number;
  const furthest = (count: number) =>
    ids.slice(0, count).reduce((most, id) => Math.max(most, placeOf(id)), -1);
  let last = { count: 0, place: -1, state: initialState(sessionId) };
  return {
    until(count: number): SessionState {
      const more = ids.slice(last.count, count).map(placeOf);
      const isOn = count >= last.count && more.every((place, at) => place > (more[at - 1] ?? last.place));
      const state = isOn
        ? onto(
            last.state,
            more.map((place) => entries[place] as Entry),
          )
        : refold(sessionId, entries, new Set(ids.slice(0, count)));
      last = { count, place: isOn ? (more.at(-1) ?? last.place) : furthest(count), state };
      return state;
    },
  };
}

function devicesOf(entries: readonly Entry[]): ReplayDevice[] {
  const found = new Map<string, { people: Set<string>; entries: number }>();
  for (const { context, author } of entries) {
    if (context?.deviceId === undefined || context.knownSeq === undefined) continue;
    const device = found.get(context.deviceId) ?? { people: new Set(), entries: 0 };
    device.people.add(author.name);
    found.set(context.deviceId, { ...device, entries: device.entries + 1 });
  }
  return [...found].map(([deviceId, { people, entries: count }]) => ({
    deviceId,
    people: [...people],
    entries: count,
  }));
}

function spanOf(whole: SessionState): { fromMs: number; toMs: number } {
  const times: number[] = [];
  for (const { entry, happenedAt } of whole.items) {
    if (entry.kind !== 'planned' && !ABOUT_OTHERS.includes(entry.kind)) times.push(Date.parse(happenedAt));
  }
  const startMs = whole.startedAt === null ? Math.min(...times) : Date.parse(whole.startedAt);
  const fromMs = Math.min(startMs, ...times.filter((ms) => ms >= startMs - BEFORE_START_MS));
  const toMs = whole.endedAt === null ? Math.max(startMs, ...times) : Date.parse(whole.endedAt);
  return Number.isFinite(fromMs) ? { fromMs, toMs: Math.max(fromMs, toMs) } : { fromMs: 0, toMs: 0 };
}
