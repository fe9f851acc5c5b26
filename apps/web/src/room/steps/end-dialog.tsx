import { TextInput } from '@mantine/core';
import { answersOf, type Disposition, dischargeOf, dispositions, type Leaving } from '@tandem/domain';
import { useState } from 'react';
import { SafetyOpen } from '../../course/safety-open.tsx';
import { serverNowMs } from '../../data/clock.ts';
import { sentenceOf } from '../../data/failure.ts';
import { useStep } from '../../data/use-step.ts';
import { Button } from '../../ui/button.tsx';
import { Actions, Dialog } from '../../ui/dialog.tsx';
import form from '../../ui/form.module.css';
import { Sentence } from '../../ui/page.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { goingHomeWords } from '../../words/going-home-words.ts';
import { words } from '../../words/in-room.ts';
import { stepWords } from '../../words/step-words.ts';
import { useRoom, wasGiven } from '../room-context.ts';
import classes from './end-dialog.module.css';

const text = goingHomeWords.end;
const options = Object.entries(dispositions).map(([value, label]) => ({
  value: value as Disposition,
  label,
}));
const fields = [
  ['with', 120],
  ['phone', 40],
  ['told', 500],
  ['reason', 500],
] as const satisfies readonly (readonly [keyof Leaving, number])[];

/**
 * Nothing is chosen beforehand: how a session ended is a statement, not a default. After a dose it names what is
 * missing for going home and asks how they leave; it never stands in the way.
 */
export function EndDialog({ onClose }: { onClose(): void }) {
  const room = useRoom();
  const { session, view, setTask } = room;
  const [disposition, setDisposition] = useState<Disposition | null>(null);
  const [leaving, setLeaving] = useState<Leaving>(() => {
    const escort = answersOf(view.expected).get('escort-here');
    return {
      ...(escort?.person !== undefined && { with: escort.person }),
      ...(escort?.phone !== undefined && { phone: escort.phone }),
    };
  });
  const [unmet] = useState(() =>
    wasGiven(room) ? dischargeOf(view.expected, serverNowMs()).items.filter(({ met }) => !met) : [],
  );
  const runs = unmet.some(({ key }) => key === 'infusion-stopped');
  const end = useStep(session.id, onClose);

  function toPanel(): void {
    onClose();
    setTask({ type: 'panel', panel: 'discharge', prefill: null });
  }

  function told(): Leaving | undefined {
    const said = Object.entries(leaving)
      .map(([key, value]) => [key, (value ?? '').trim()])
      .filter(([, value]) => value !== '');
    return said.length === 0 ? undefined : (Object.fromEntries(said) as Leaving);
  }

  return (
    <Dialog title={stepWords.endTitle} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const said = unmet.length === 0 ? undefined : told();
          if (disposition !== null)
            end.mutate({ step: 'end', body: { disposition, ...(said !== undefined && { leaving: said }) } });
        }}
      >
        <SafetyOpen patientId={session.patient?.id} />
        {runs && <p className={classes.runs}>{text.runs}</p>}
        {unmet.length > 0 && (
          <section className={classes.missing}>
            <p>{text.missing}</p>
            <ul>
              {unmet.map(({ key, statement }) => (
                <li key={key}>
                  <button type="button" className={classes.link} onClick={toPanel}>
                    {statement}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
        <RadioGroup
          label={stepWords.how}
          wide
          value={disposition}
          options={options}
          onChange={setDisposition}
        />
        {unmet.length > 0 && (
          <fieldset className={classes.leaving}>
            <legend className={form.legend}>{text.leaving}</legend>
            <p className={form.hint}>{text.optional}</p>
            {fields.map(([key, maxLength]) => (
              <TextInput
                key={key}
                label={text[key]}
                autoComplete="off"
                maxLength={maxLength}
                value={leaving[key] ?? ''}
                onChange={(event) => setLeaving({ ...leaving, [key]: event.currentTarget.value })}
              />
            ))}
          </fieldset>
        )}
        <p className={form.hint} style={{ marginTop: 12 }}>
          {stepWords.endHint}
        </p>
        {end.error !== null && <Sentence>{sentenceOf(end.error)}</Sentence>}
        <Actions>
          <Button onClick={onClose}>{words.steps.back}</Button>
          <Button type="submit" look="main" disabled={disposition === null || end.isPending}>
            {words.steps.end}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}
