import { TextInput } from '@mantine/core';
import { useMe } from '../data/me.ts';
import form from '../ui/form.module.css';
import { dayWords } from '../ui/names.ts';
import { words } from '../words/list-pages.ts';
import type { PlanDraft } from './plan-draft.ts';

const text = words.plan;

/** Day, time, length and weight. */
export function WhenRow(props: {
  readonly draft: PlanDraft;
  errorAt(field: string): string | undefined;
  onChange(change: Partial<PlanDraft>): void;
}) {
  const { draft, errorAt, onChange } = props;
  const { clinic } = useMe();
  return (
    <div className={form.row}>
      <TextInput
        label={text.date}
        description={draft.date === '' ? text.clinicTime(clinic.timeZone) : dayWords(draft.date)}
        type="date"
        value={draft.date}
        onChange={(event) => onChange({ date: event.currentTarget.value })}
      />
      <TextInput
        label={text.time}
        description={text.timeHint}
        autoComplete="off"
        error={errorAt('plannedAt')}
        value={draft.time}
        onChange={(event) => onChange({ time: event.currentTarget.value })}
      />
      <TextInput
        label={text.duration}
        description={text.durationHint}
        inputMode="numeric"
        autoComplete="off"
        error={errorAt('durationMinutes')}
        value={draft.minutes}
        onChange={(event) => onChange({ minutes: event.currentTarget.value })}
      />
      <TextInput
        label={text.weight}
        description={text.weightHint}
        inputMode="decimal"
        autoComplete="off"
        error={errorAt('weightKg')}
        value={draft.weight}
        onChange={(event) => onChange({ weight: event.currentTarget.value })}
      />
    </div>
  );
}
