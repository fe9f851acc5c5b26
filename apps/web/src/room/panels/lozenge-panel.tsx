import { TextInput } from '@mantine/core';
import { formatMg, type LozengeEnd, lozengeEnds, microgramsFromMg } from '@tandem/domain';
import { useState } from 'react';
import { clockOf } from '../../data/zone.ts';
import { Choice } from '../../ui/choice.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { medicineWords } from '../../words/medicine-words.ts';
import { openLozenges } from '../open-lozenges.ts';
import { useRoom } from '../room-context.ts';
import { PanelForm } from './panel-form.tsx';
import classes from './panels.module.css';

const text = medicineWords.lozenge;
const ends = Object.keys(lozengeEnds) as LozengeEnd[];

/** What became of a lozenge, put into its dose: what is absorbed depends on it. */
export function LozengePanel() {
  const { view, setTask, zone, record } = useRoom();
  const open = openLozenges(view.confirmed);
  const [id, setId] = useState(open.at(-1)?.id ?? '');
  const [minutes, setMinutes] = useState('');
  const [end, setEnd] = useState<LozengeEnd | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const dose = open.find((one) => one.id === id);

  function save(): void {
    const held = Number(minutes);
    const valid = /^\d{1,3}$/.test(minutes.trim()) && held <= 120;
    const missing =
      dose === undefined ? text.none : !valid ? text.badMinutes : end === null ? text.end : null;
    setProblem(missing);
    if (missing !== null || dose === undefined || end === null) return;
    record({
      kind: 'amendment',
      data: {
        entryId: dose.id,
        data: { ...dose.data, heldMinutes: held, lozenge: end },
        reason: text.finished,
        basedOnSeq: dose.item.lastChangeSeq,
      },
      happenedAtMs: null,
      line: '',
    });
    setTask({ type: 'line' });
  }

  return (
    <PanelForm title={text.title} problem={problem} onRecord={save}>
      <div className={classes.beside}>
        {open.length > 1 && (
          <Choice
            label={text.which}
            value={id}
            options={open.map((one) => ({
              value: one.id,
              label: `${clockOf(Date.parse(one.happenedAt), zone)}, ${formatMg(microgramsFromMg(one.data.amountMg))}`,
            }))}
            onChange={setId}
          />
        )}
        <TextInput
          className={classes.short ?? ''}
          label={text.held}
          inputMode="numeric"
          autoComplete="off"
          value={minutes}
          onChange={(event) => setMinutes(event.currentTarget.value)}
        />
        <RadioGroup
          label={text.became}
          options={ends.map((value) => ({ value, label: text.ends[value] }))}
          value={end}
          onChange={setEnd}
        />
      </div>
    </PanelForm>
  );
}
