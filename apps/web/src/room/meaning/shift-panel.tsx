import { Textarea } from '@mantine/core';
import { firstIssue, type Shift, shiftSchema } from '@tandem/domain';
import { useState } from 'react';
import { meaningWords } from '../../words/meaning-words.ts';
import { PanelForm } from '../panels/panel-form.tsx';
import classes from '../panels/panels.module.css';
import { useRoom } from '../room-context.ts';
import type { Refilled } from './refilled.ts';
import { lateOf, useWhen } from './use-when.ts';
import { WhenField } from './when-field.tsx';

const text = meaningWords.shift;

/** How the story turned, at its minute. */
export function ShiftPanel({ prefill }: { prefill: Refilled<Shift> | null }) {
  const { record, setTask } = useRoom();
  const when = useWhen(prefill === null ? null : Date.parse(prefill.happenedAt));
  const [sides, setSides] = useState<Shift>(prefill?.data ?? { from: '', to: '' });
  const [problem, setProblem] = useState<string | null>(null);

  function save(): void {
    const [from, to] = [sides.from.trim(), sides.to.trim()];
    const startMs = when.startMs();
    const parsed = shiftSchema.safeParse({ from, to });
    const wrong =
      from === '' || to === ''
        ? text.needed
        : startMs === null
          ? meaningWords.badTime
          : parsed.success
            ? when.check(startMs)
            : firstIssue(parsed.error).sentence.replace(' Nothing was stored.', '');
    setProblem(wrong);
    if (wrong !== null || startMs === null || !parsed.success) return;
    record({ kind: 'shift', data: parsed.data, happenedAtMs: startMs, line: '', ...lateOf(when) });
    setTask({ type: 'line' });
  }

  const side = (name: keyof Shift) => (
    <Textarea
      label={text[name]}
      rows={2}
      maxLength={500}
      value={sides[name]}
      onChange={(event) => {
        const { value } = event.currentTarget;
        setSides((now) => ({ ...now, [name]: value }));
      }}
    />
  );
  return (
    <PanelForm title={text.title} problem={problem} onRecord={save}>
      <div className={classes.halves}>
        {side('from')}
        {side('to')}
      </div>
      <div className={classes.beside}>
        <WhenField when={when} label={meaningWords.time} />
      </div>
    </PanelForm>
  );
}
