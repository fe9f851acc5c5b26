import {
  type Author,
  type CourseCommand,
  formatInstant,
  type Measure,
  type MeasureAnswer,
  measures,
  rangeOf,
  SAFETY_ITEM,
} from '@tandem/domain';
import { type Rng, rngOf } from '../random.ts';
import type { ClinicSession } from './types.ts';

/** One call of the writer in a course, like `Step` in a session. */
export interface CourseStep {
  readonly atMs: number;
  readonly actor: Author;
  readonly command: CourseCommand;
}

/** What a client filled in over one series: none of it says anything of a real medicine. */
export interface SeriesMeasures {
  readonly courseId: string;
  readonly steps: readonly CourseStep[];
}

const MINUTE_MS = 60_000;
const filledIn = measures.filter(({ key }) => ['phq-9', 'gad-7', 'shame-check-in'].includes(key));
/** On the clinic's tablet, before the session begins. */
const BEFORE_MS = 25 * MINUTE_MS;

/**
 * PHQ-9, GAD-7 and shame check-in before each session of one series; most clients get better, some stay as they are.
 * Nobody ever answers item 9 with more than "not at all": that would open a task in a made-up clinic.
 * @param sessions of one client and series, oldest first; at least one
 */
export function seriesMeasures(seriesId: string, sessions: readonly ClinicSession[]): SeriesMeasures {
  const rng = rngOf('measures', seriesId);
  const courseId = rng.uuid();
  const first = sessions[0] as ClinicSession;
  const { patientId, people } = first.input;
  const openedMs = Date.parse(first.input.plannedAt) - BEFORE_MS;
  // How heavy it is at first, and how much of that is left with each session.
  let weight = rng.between(0.5, 0.85);
  const kept = rng.chance(0.75) ? rng.between(0.72, 0.92) : rng.between(0.95, 1.03);
  const filled = sessions.map(({ input }): CourseStep => {
    const atMs = Date.parse(input.plannedAt) - BEFORE_MS + MINUTE_MS;
    const happenedAt = formatInstant(atMs);
    const entries = filledIn.map((measure) => ({
      id: rng.uuid(),
      kind: 'measure' as const,
      happenedAt,
      data: {
        instrument: measure.key,
        version: measure.version,
        answers: answersOf(measure, weight, rng),
        filledBy: 'client' as const,
        timing: 'before' as const,
        sessionId: input.sessionId,
      },
    }));
    weight = Math.min(0.95, weight * kept);
    return { atMs, actor: input.people.therapist, command: { type: 'course-append', entries } };
  });
  const open: CourseStep = {
    atMs: openedMs,
    actor: people.therapist,
    command: { type: 'open-course', id: courseId, patientId, seriesId },
  };
  return { courseId, steps: [open, ...filled] };
}

/** @param weight 0 is nothing at all, 1 the most that can be answered */
function answersOf(measure: Measure, weight: number, rng: Rng): MeasureAnswer[] {
  return measure.items.map((item) => {
    const { key, reverse } = item;
    if (measure.key === 'phq-9' && key === SAFETY_ITEM) return { item: key, value: 0 };
    const { least, most } = rangeOf(item);
    const share = Math.min(1, Math.max(0, weight + rng.between(-0.2, 0.2)));
    const part = reverse === true ? 1 - share : share;
    return { item: key, value: Math.round(least + part * (most - least)) };
  });
}
