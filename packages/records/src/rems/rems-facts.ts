import { type SessionState, standing, studyAdministrations } from '@tandem/domain';

const MINUTE = 60_000;

/** The three pressures of the form as "124/78", by the same windows as the rule before going home (DCH-9). */
export function pressuresOf(state: SessionState): {
  readonly before: string | null;
  readonly about40: string | null;
  readonly last: string | null;
} {
  const [first] = studyAdministrations(state, Number.POSITIVE_INFINITY);
  if (first === undefined) return { before: null, about40: null, last: null };
  const taken = standing(state, 'vital-signs').flatMap(({ data, happenedAt }) =>
    data.systolic === undefined
      ? []
      : [
          {
            minute: (Date.parse(happenedAt) - first.startMs) / MINUTE,
            words: `${data.systolic}/${data.diastolic}`,
          },
        ],
  );
  const nearest40 = taken
    .filter(({ minute }) => minute >= 30 && minute <= 60)
    .sort((a, b) => Math.abs(a.minute - 40) - Math.abs(b.minute - 40))[0];
  return {
    before: taken.findLast(({ minute }) => minute <= 0)?.words ?? null,
    about40: nearest40?.words ?? null,
    last: taken.findLast(({ minute }) => minute >= 90)?.words ?? null,
  };
}

/** Yes when it was seen, no when MOAA/S was scored after the dose and always 5; otherwise nobody knows. */
export function sedation(state: SessionState): boolean | null {
  const [first] = studyAdministrations(state, Number.POSITIVE_INFINITY);
  const events = standing(state, 'adverse-event').some(({ data }) =>
    ['sedation_excess', 'loss_of_consciousness'].includes(data.term),
  );
  if (events) return true;
  if (first === undefined) return null;
  const scores = standing(state, 'vital-signs').flatMap(({ data, happenedAt }) =>
    data.moaas !== undefined && Date.parse(happenedAt) >= first.startMs ? [data.moaas] : [],
  );
  return scores.length === 0 ? null : scores.some((score) => score < 5);
}
