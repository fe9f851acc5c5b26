import { TextInput } from '@mantine/core';
import { firstIssue, type VitalSigns, vitalSign, vitalSignsSchema } from '@tandem/domain';
import { useState } from 'react';
import { serverNowMs } from '../../data/clock.ts';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { panelWords } from '../../words/panel-words.ts';
import { useRoom } from '../room-context.ts';
import { missingSigns, type SetSign, setSigns } from './missing-signs.ts';
import { PanelForm, Suggestions } from './panel-form.tsx';
import classes from './panels.module.css';

const text = panelWords.notTaken;
type Missing = NonNullable<VitalSigns['notMeasured']>[number];
type Outcome = NonNullable<Missing['outcome']>;
const outcomes: readonly Outcome[] = ['refused', 'deferred', 'unable'];

/** Why there is no reading: it answers the slot as a set does, and is never mistaken for a normal one. */
export function NotTakenPanel({ prefill }: { prefill: VitalSigns | null }) {
  const { view, setTask, record } = useRoom();
  const before = prefill?.notMeasured?.[0];
  const [signs, choose] = useState<readonly SetSign[]>(() =>
    prefill === null ? missingSigns(view.expected, serverNowMs()) : signsOf(prefill),
  );
  const [outcome, setOutcome] = useState<Outcome | null>(before?.outcome ?? null);
  const [minutes, setMinutes] = useState(String(before?.deferredMinutes ?? 5));
  const [reason, setReason] = useState(before?.reason ?? '');
  const [problem, setProblem] = useState<string | null>(null);

  function dataOf(): VitalSigns | string {
    if (signs.length === 0) return text.signNeeded;
    if (outcome === null) return text.whatNeeded;
    if (outcome === 'deferred' && !isMinutes(minutes)) return text.badMinutes;
    if (reason.trim() === '') return text.reasonNeeded;
    const deferred = outcome === 'deferred' ? { deferredMinutes: Number(minutes) } : {};
    const notMeasured = setSigns
      .filter((sign) => signs.includes(sign))
      .map((sign) => ({ sign, reason: reason.trim(), outcome, ...deferred }));
    const parsed = vitalSignsSchema.safeParse({ notMeasured });
    return parsed.success ? parsed.data : firstIssue(parsed.error).sentence;
  }

  function save(): void {
    const data = dataOf();
    if (typeof data === 'string') {
      setProblem(data);
      return;
    }
    record({ kind: 'vital-signs', data, happenedAtMs: null, line: '' });
    setTask({ type: 'line' });
  }

  return (
    <PanelForm title={text.title} standing={text.answers} problem={problem} onRecord={save}>
      <fieldset className={classes.item}>
        <legend className={classes.label}>{text.signs}</legend>
        <div className={classes.checks}>
          {setSigns.map((sign) => (
            <label key={sign} className={classes.check}>
              <input
                type="checkbox"
                checked={signs.includes(sign)}
                onChange={(event) =>
                  choose(event.currentTarget.checked ? [...signs, sign] : signs.filter((one) => one !== sign))
                }
              />
              <span>{sign === 'bloodPressure' ? 'BP' : vitalSign(sign).short}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className={classes.beside}>
        <RadioGroup
          label={text.what}
          options={outcomes.map((value) => ({ value, label: text.outcomes[value] }))}
          value={outcome}
          onChange={setOutcome}
        />
        {outcome === 'deferred' && (
          <TextInput
            className={classes.short ?? ''}
            label={text.minutes}
            inputMode="numeric"
            autoComplete="off"
            value={minutes}
            onChange={(event) => setMinutes(event.currentTarget.value)}
          />
        )}
        {outcome === 'unable' && <p className={classes.hint}>{text.unableHint}</p>}
      </div>
      <div>
        <TextInput
          label={text.reason}
          autoComplete="off"
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Suggestions label={text.reason} words={text.reasons} value={reason} onChoose={setReason} />
      </div>
    </PanelForm>
  );
}

function isMinutes(typed: string): boolean {
  return /^\s*\d{1,3}\s*$/.test(typed) && Number(typed) >= 1 && Number(typed) <= 240;
}

function signsOf({ notMeasured = [] }: VitalSigns): SetSign[] {
  return setSigns.filter((sign) => notMeasured.some((one) => one.sign === sign));
}
