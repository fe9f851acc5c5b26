import type { DrugKey, RouteKey } from '../drugs/catalog.ts';
import { HOUR_MS, studyAdministrations } from '../session/administrations.ts';
import type { SessionState } from '../session/state.ts';

/** An amount delivered evenly from one moment to another; all at once where both are the same. */
export interface Intake {
  readonly drug: DrugKey;
  readonly route: RouteKey;
  readonly fromMs: number;
  readonly toMs: number;
  /** What was delivered between them. Whole unless it was cut off in the middle. */
  readonly micrograms: number;
}

/** Ketamine and esketamine that had been delivered at `untilMs`, oldest first, as the log stands now. */
export function intakesOf(state: SessionState, untilMs: number): Intake[] {
  return studyAdministrations(state, untilMs)
    .flatMap((given): Intake[] => {
      const { drug, route, startMs, micrograms } = given;
      if (given.shape === 'dose')
        return [{ drug, route, fromMs: startMs, toMs: given.endMs ?? startMs, micrograms }];
      return given.segments
        .filter(({ microgramsPerHour }) => microgramsPerHour > 0)
        .map(({ fromMs, toMs, microgramsPerHour }) => ({
          ...{ drug, route, fromMs, toMs },
          micrograms: (microgramsPerHour * (toMs - fromMs)) / HOUR_MS,
        }));
    })
    .flatMap((intake) => deliveredUntil(intake, untilMs));
}

/** The part of it that lies before `untilMs`: nothing of what is still to come has been given. */
function deliveredUntil(intake: Intake, untilMs: number): Intake[] {
  const { fromMs, toMs, micrograms } = intake;
  if (fromMs > untilMs) return [];
  if (toMs <= untilMs) return [intake];
  const part = (untilMs - fromMs) / (toMs - fromMs);
  return part === 0 ? [] : [{ ...intake, toMs: untilMs, micrograms: micrograms * part }];
}
