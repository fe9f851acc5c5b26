import { type DrugKey, drugRow, type RouteKey } from '../drugs/catalog.ts';
import { standing } from '../session/select.ts';
import type { SessionState } from '../session/state.ts';
import { microgramsFromMg } from '../units.ts';

const MINUTE = 60_000;

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
  return standing(state, 'dose')
    .filter(({ data }) => drugRow(data.drug).studyDrug)
    .flatMap(({ data, happenedAt }) => {
      const fromMs = Date.parse(happenedAt);
      const toMs = fromMs + (data.durationMinutes ?? 0) * MINUTE;
      const micrograms = microgramsFromMg(data.amountMg);
      return deliveredUntil({ drug: data.drug, route: data.route, fromMs, toMs, micrograms }, untilMs);
    });
}

/** The part of it that lies before `untilMs`: nothing of what is still to come has been given. */
function deliveredUntil(intake: Intake, untilMs: number): Intake[] {
  const { fromMs, toMs, micrograms } = intake;
  if (fromMs > untilMs) return [];
  if (toMs <= untilMs) return [intake];
  const part = (untilMs - fromMs) / (toMs - fromMs);
  return part === 0 ? [] : [{ ...intake, toMs: untilMs, micrograms: micrograms * part }];
}
