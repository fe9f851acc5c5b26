import { TextInput } from '@mantine/core';
import {
  type DataOf,
  type DrugKey,
  doseNotGivenSchema,
  drugKeys,
  drugRow,
  firstIssue,
  ketamineGiven,
  type RouteKey,
  routeCatalog,
  routeKeys,
} from '@tandem/domain';
import { useState } from 'react';
import { outbox } from '../../data/live.ts';
import { readTypedNumber } from '../../data/typed-number.ts';
import { Choice } from '../../ui/choice.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { medicineWords } from '../../words/medicine-words.ts';
import { useRoom } from '../room-context.ts';
import { PanelForm } from './panel-form.tsx';
import classes from './panels.module.css';

const text = medicineWords.notGiven;
type NotGiven = DataOf<'dose-not-given'>;
const reasons = ['withheld', 'refused'] as const;
const routeOptions = routeKeys.map((key) => ({
  value: key,
  label: `${routeCatalog[key].label}, ${routeCatalog[key].words}`,
}));

/** A dose that was planned or offered and not given: it counts in no total and stays in the record. */
export function NotGivenPanel(props: {
  readonly prefill: Partial<NotGiven> | null;
  /** A refused dose that waits on this device: it is thrown away once this stands in its place. */
  readonly insteadOf: string | null;
}) {
  const { prefill, insteadOf } = props;
  const { view, setTask, record } = useRoom();
  const next = view.expected.plan?.plannedDoses?.[ketamineGiven(view.expected).doses];
  const before = prefill ?? next ?? null;
  const [reason, setReason] = useState<NotGiven['reason'] | null>(prefill?.reason ?? null);
  const [drug, setDrug] = useState<DrugKey>((before?.drug as DrugKey | undefined) ?? 'ketamine');
  const [drugName, setDrugName] = useState(prefill?.drugName ?? '');
  const [amount, setAmount] = useState(before?.amountMg === undefined ? '' : String(before.amountMg));
  const [route, setRoute] = useState<RouteKey | ''>((before?.route as RouteKey | undefined) ?? '');
  const [why, setWhy] = useState(prefill?.why ?? '');
  const [problem, setProblem] = useState<string | null>(null);

  function dataOf(): NotGiven | string {
    if (reason === null) return text.whichNeeded;
    const read = amount.trim() === '' ? null : readTypedNumber(amount);
    if (read !== null && 'sentence' in read) return read.sentence;
    const parsed = doseNotGivenSchema.safeParse({
      reason,
      drug,
      ...(drug === 'other' ? { drugName: drugName.trim() } : {}),
      ...(read === null ? {} : { amountMg: read.value }),
      ...(route === '' ? {} : { route }),
      ...(why.trim() === '' ? {} : { why: why.trim() }),
    });
    return parsed.success ? parsed.data : firstIssue(parsed.error).sentence;
  }

  function save(): void {
    const data = dataOf();
    if (typeof data === 'string') {
      setProblem(data);
      return;
    }
    record({ kind: 'dose-not-given', data, happenedAtMs: null, line: '' });
    if (insteadOf !== null) outbox.discard(insteadOf);
    setTask({ type: 'line' });
  }

  return (
    <PanelForm title={text.title} standing={text.standing} problem={problem} onRecord={save}>
      <RadioGroup
        label={text.which}
        options={reasons.map((value) => ({ value, label: text.reasons[value] }))}
        value={reason}
        onChange={(chosen) => {
          setReason(chosen);
          setProblem(null);
        }}
      />
      <div className={classes.beside}>
        <Choice
          label={medicineWords.infusion.drug}
          value={drug}
          options={drugKeys.map((value) => ({ value, label: drugRow(value).label }))}
          onChange={setDrug}
        />
        {drug === 'other' && (
          <TextInput
            className={classes.short ?? ''}
            label={medicineWords.infusion.drugName}
            autoComplete="off"
            maxLength={80}
            value={drugName}
            onChange={(event) => setDrugName(event.currentTarget.value)}
          />
        )}
        <TextInput
          className={classes.short ?? ''}
          label={text.amount}
          inputMode="decimal"
          autoComplete="off"
          value={amount}
          onChange={(event) => setAmount(event.currentTarget.value)}
        />
        <Choice
          label={text.route}
          value={route}
          options={[{ value: '', label: '–' }, ...routeOptions]}
          onChange={setRoute}
        />
        <TextInput
          className={classes.wide ?? ''}
          label={text.why}
          autoComplete="off"
          maxLength={500}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
      </div>
    </PanelForm>
  );
}
