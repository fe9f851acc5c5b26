import type { AnyNewEntry } from '../entries/registry.ts';
import { formatInstant } from '../time.ts';
import {
  append,
  entry,
  type Given,
  given,
  MINUTE,
  physician,
  planned,
  started,
  steps,
  T0,
  uuid,
} from './given.test-support.ts';

export const HOUR = 60 * MINUTE;
export const drug = 'ketamine';
export const state = 'already-given';

/** Times are milliseconds after the base, rates and amounts whole micrograms. */
interface Change {
  readonly afterMs: number;
  readonly rate: number;
  readonly corrected: { readonly afterMs: number; readonly rate: number } | null;
  readonly retracted: boolean;
}
export interface Infusion {
  readonly startMs: number;
  readonly rate: number;
  readonly correctedRate: number | null;
  readonly changes: readonly Change[];
  readonly stopAfterMs: number | null;
  readonly stopRetracted: boolean;
  readonly retracted: boolean;
}
interface Dose {
  readonly atMs: number;
  readonly amount: number;
  readonly corrected: number | null;
  readonly retracted: boolean;
}
export interface Plot {
  readonly infusions: readonly Infusion[];
  readonly doses: readonly Dose[];
}

/** The session of a plot; corrections come last, in the order that `order` gives them. */
export function told(
  { infusions, doses }: Plot,
  { baseMs = T0, order = (all: AnyNewEntry[]) => all, endAfterMs = null as number | null } = {},
): Given {
  let n = 1000;
  const next = () => uuid(++n);
  const when = (afterMs: number) => formatInstant(baseMs + afterMs);
  const [originals, corrections]: [AnyNewEntry[], AnyNewEntry[]] = [[], []];
  const correct = (kind: 'amendment' | 'retraction', data: object) =>
    corrections.push(
      entry(kind, { reason: 'Checked.', ...data } as never, { id: next(), happenedAt: when(0) }),
    );
  for (const { atMs, amount, corrected, retracted } of doses) {
    const id = next();
    const data = { state, drug, route: 'im', amountMg: amount / 1000 } as const;
    originals.push(entry('dose', data, { id, happenedAt: when(atMs) }));
    if (retracted) correct('retraction', { entryId: id, anyGiven: false });
    else if (corrected !== null)
      correct('amendment', { entryId: id, data: { ...data, amountMg: corrected / 1000 } });
  }
  for (const one of infusions) {
    const [infusionId, id] = [next(), next()];
    const which = { infusionId, drug } as const;
    const begin = { ...which, state, rateMgPerHour: one.rate / 1000 } as const;
    originals.push(entry('infusion-start', begin, { id, happenedAt: when(one.startMs) }));
    if (one.retracted) correct('retraction', { entryId: id, anyGiven: false });
    else if (one.correctedRate !== null) {
      correct('amendment', { entryId: id, data: { ...begin, rateMgPerHour: one.correctedRate / 1000 } });
    }
    for (const change of one.changes) {
      const changeId = next();
      const data = { ...which, state, rateMgPerHour: change.rate / 1000 } as const;
      originals.push(
        entry('infusion-rate', data, { id: changeId, happenedAt: when(one.startMs + change.afterMs) }),
      );
      if (change.retracted) correct('retraction', { entryId: changeId });
      else if (change.corrected !== null) {
        correct('amendment', {
          entryId: changeId,
          data: { ...data, rateMgPerHour: change.corrected.rate / 1000 },
          correctedHappenedAt: when(one.startMs + change.corrected.afterMs),
        });
      }
    }
    if (one.stopAfterMs === null) continue;
    const stopId = next();
    originals.push(
      entry('infusion-stop', which, { id: stopId, happenedAt: when(one.startMs + one.stopAfterMs) }),
    );
    if (one.stopRetracted) correct('retraction', { entryId: stopId });
  }
  const [nowMs, late] = [baseMs + 7 * HOUR, order(corrections)];
  return given(
    { ...planned, nowMs: baseMs - HOUR },
    { ...started, nowMs: baseMs },
    ...originals.map((one) => ({ command: append(one), actor: physician, nowMs })),
    ...late.map((one) => ({ command: append(one), actor: physician, nowMs })),
    ...(endAfterMs === null
      ? []
      : [{ command: { ...steps.end, endedAt: when(endAfterMs) }, actor: physician, nowMs }]),
  );
}

/** The same by whole numbers of any size: each millisecond at its rate, halves of a microgram up, once per infusion. */
export function exact(
  { infusions, doses }: Plot,
  untilMs: number,
  sessionEndMs = Number.POSITIVE_INFINITY,
): number {
  let total = 0n;
  for (const { atMs, amount, corrected, retracted } of doses)
    if (!retracted && atMs <= untilMs) total += BigInt(corrected ?? amount);
  for (const one of infusions) {
    if (one.retracted || one.startMs > untilMs) continue;
    const stopMs =
      one.stopAfterMs === null || one.stopRetracted ? sessionEndMs : one.startMs + one.stopAfterMs;
    const endMs = Math.min(stopMs, untilMs);
    const steps = one.changes
      .filter(({ retracted }) => !retracted)
      .map(({ afterMs, rate, corrected }) => ({
        ms: one.startMs + (corrected?.afterMs ?? afterMs),
        rate: corrected?.rate ?? rate,
      }))
      .filter(({ ms }) => ms >= one.startMs);
    steps.sort((a, b) => a.ms - b.ms);
    let [area, fromMs, rate] = [0n, one.startMs, one.correctedRate ?? one.rate];
    for (const step of [...steps, { ms: endMs, rate: 0 }]) {
      const toMs = Math.max(fromMs, Math.min(step.ms, endMs));
      area += BigInt(rate) * BigInt(toMs - fromMs);
      fromMs = toMs;
      rate = step.rate;
    }
    total += (2n * area + BigInt(HOUR)) / (2n * BigInt(HOUR));
  }
  return Number(total);
}
