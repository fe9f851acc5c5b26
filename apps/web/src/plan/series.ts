import { newSessionSchema } from '@tandem/wire';
import type { z } from 'zod';
import type { FieldProblem } from '../data/form-check.ts';
import { dayWords } from '../ui/names.ts';
import type { PlanDraft } from './plan-draft.ts';
import { datesOf, onDate, type RepeatDraft } from './repeat.ts';
import { checkedPlan } from './use-saving.ts';

/** One session of a series, ready to be sent: as often as it takes, and stored once. */
export interface SeriesStep {
  /** The session's id, made here. */
  readonly id: string;
  /** The id of the step that cancels it, should the series be undone. */
  readonly cancelId: string;
  readonly date: string;
  readonly body: z.output<typeof newSessionSchema>;
}

/** One step per date under one series id, or the first date whose plan cannot be read. */
export function seriesOf(
  draft: PlanDraft,
  repeat: RepeatDraft,
  more: object,
  zone: string,
): { readonly steps: SeriesStep[] } | { readonly problem: FieldProblem } {
  const seriesId = crypto.randomUUID();
  const steps: SeriesStep[] = [];
  for (const date of datesOf(draft.date, repeat)) {
    const id = crypto.randomUUID();
    const checked = checkedPlan(newSessionSchema, onDate(draft, date), { ...more, id, seriesId }, zone);
    if ('problem' in checked) {
      const { field, sentence } = checked.problem;
      return { problem: { field, sentence: `${dayWords(date)}: ${sentence}` } };
    }
    steps.push({ id, cancelId: crypto.randomUUID(), date, body: checked.value });
  }
  return { steps };
}
