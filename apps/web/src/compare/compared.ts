import {
  adverseEventLabel,
  type Entry,
  fold,
  type ReportFacts,
  reportFacts,
  type SessionState,
  standing,
  weightGrams,
} from '@tandem/domain';
import { type Picture, pictureOf } from '../clients/picture-data.ts';

/** One value of a sign at a minute from the first dose. */
export interface SignPoint {
  readonly minute: number;
  readonly value: number;
}

/** A session that is over, as it is laid beside others; minutes count from its first ketamine dose, or its start. */
export interface Compared {
  readonly picture: Picture;
  readonly heartRate: readonly SignPoint[];
  readonly spo2: readonly SignPoint[];
  readonly facts: ReportFacts;
  readonly weightGrams: number | null;
  readonly doseMinutes: readonly number[];
  readonly highestMinute: number | null;
  /** Systolic, highest after the first dose less the one before it; null without either. */
  readonly rise: { readonly mmHg: number; readonly percent: number } | null;
  readonly worstEvent: { readonly term: string; readonly grade: number } | null;
  /** From zero to the end of the session. */
  readonly lastedMinutes: number | null;
}

/** @throws RangeError when entries are missing in between */
export function comparedOf(sessionId: string, entries: readonly Entry[], plannedAt: string): Compared {
  const state = fold(sessionId, entries);
  const picture = pictureOf(sessionId, entries, plannedAt);
  const facts = reportFacts(state, Date.parse(state.endedAt ?? plannedAt));
  const zeroMs = zeroOf(state, picture, plannedAt);
  const minuteOf = (at: string) => Math.round((Date.parse(at) - zeroMs) / 60_000);
  const { baseline, highest } = facts.pressure;
  return {
    picture,
    heartRate: points(state, 'heartRate', minuteOf),
    spo2: points(state, 'spo2', minuteOf),
    facts,
    weightGrams: weightGrams(state),
    doseMinutes: picture.doses.map(({ minute }) => minute),
    highestMinute: highest?.at == null ? null : minuteOf(highest.at),
    rise:
      baseline === null || highest === null
        ? null
        : {
            mmHg: highest.systolic - baseline.systolic,
            percent: Math.round(((highest.systolic - baseline.systolic) / baseline.systolic) * 100),
          },
    worstEvent: worstEvent(state),
    lastedMinutes: state.endedAt === null ? null : minuteOf(state.endedAt),
  };
}

function zeroOf(state: SessionState, { zero, doses }: Picture, plannedAt: string): number {
  const first =
    zero === 'first-dose' ? standing(state, 'dose').find(({ id }) => id === doses[0]?.id) : undefined;
  return Date.parse(first?.happenedAt ?? state.startedAt ?? plannedAt);
}

function points(
  state: SessionState,
  sign: 'heartRate' | 'spo2',
  minuteOf: (at: string) => number,
): SignPoint[] {
  return standing(state, 'vital-signs').flatMap(({ data, happenedAt }) => {
    const value = data[sign];
    return value === undefined ? [] : [{ minute: minuteOf(happenedAt), value }];
  });
}

function worstEvent(state: SessionState): Compared['worstEvent'] {
  const worst = standing(state, 'adverse-event').toSorted((a, b) => b.data.grade - a.data.grade)[0];
  return worst === undefined ? null : { term: adverseEventLabel(worst.data.term), grade: worst.data.grade };
}

export const MOST_COMPARED = 6;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Ids as they stand in the address: each once, six at most; what is no id is left out. */
export function idsIn(ids: string | undefined): string[] {
  const all = (ids ?? '').split('.').filter((id) => ID.test(id));
  return [...new Set(all)].slice(0, MOST_COMPARED);
}
