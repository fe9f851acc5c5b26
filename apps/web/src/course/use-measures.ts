import {
  findMeasure,
  type InstrumentDefinition,
  type Measure,
  measureFrom,
  measuresWith,
  newestOf,
} from '@tandem/domain';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { instrumentsQuery } from '../data/instrument-calls.ts';
import type { Filled } from './filled.ts';

export interface KnownMeasures {
  /** The newest version of each, Tandem's own first. */
  readonly newest: readonly Measure[];
  /** False: what was answered is shown, and nobody is asked any more. */
  isOffered(measure: Measure): boolean;
  /** The version that these answers were given to; undefined while the clinic's are not read yet. */
  of(filled: Filled): Measure | undefined;
}

/** What can be filled in here: what comes with Tandem, and what the clinic brought along. */
export function useMeasures(): KnownMeasures {
  const kept = useQuery(instrumentsQuery).data?.items;
  return useMemo(() => {
    const own = (kept ?? []).map(({ definition, retiredAt }) => ({
      measure: measureFrom(definition as InstrumentDefinition),
      isRetired: retiredAt !== null,
    }));
    const known = measuresWith(own.map(({ measure }) => measure));
    const retired = new Set(own.filter(({ isRetired }) => isRetired).map(({ measure }) => measure));
    return {
      newest: newestOf(known),
      isOffered: (measure) => !retired.has(measure),
      of: ({ data }) => findMeasure(known, data),
    };
  }, [kept]);
}
