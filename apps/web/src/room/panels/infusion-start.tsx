import { TextInput } from '@mantine/core';
import {
  AHEAD_TOLERANCE_MS,
  type DataOf,
  type DrugKey,
  doseFindings,
  drugKeys,
  drugLabel,
  drugRow,
  firstIssue,
  formatRate,
  infusionStartSchema,
  microgramsFromMg,
  weightGrams,
} from '@tandem/domain';
import { useState } from 'react';
import { useNow } from '../../data/clock.ts';
import type { OpenVial } from '../../data/medicine-calls.ts';
import { clockOf, lastAtClock, readClock } from '../../data/zone.ts';
import { Choice } from '../../ui/choice.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { words } from '../../words/in-room.ts';
import { medicineWords } from '../../words/medicine-words.ts';
import { HoldButton } from '../composer/hold-button.tsx';
import { lateBy } from '../composer/line-checks.ts';
import { useRoom } from '../room-context.ts';
import { planWords, readPlan, type TypedPlan } from './infusion-plan.ts';
import { MedicineFrame } from './medicine-frame.tsx';
import { asksSecond, type Given, givenOptions, OrderFields, useOrder } from './order-fields.tsx';
import classes from './panels.module.css';
import { SecondPerson } from './second-person.tsx';
import { VialOfDrug } from './vial-choice.tsx';

const text = medicineWords.infusion;
type Typed = TypedPlan & {
  readonly drug: DrugKey;
  readonly drugName: string;
  readonly lot: string;
  readonly site: string;
  readonly vialId: string;
  readonly began: string;
  readonly lateReason: string;
};
const fresh: Typed = {
  ...{ drug: 'ketamine', drugName: '', amount: '', unit: 'mg', minutes: '', rate: '', concentration: '' },
  ...{ lot: '', site: '', vialId: '', began: '', lateReason: '' },
} as const;

function typedOf(data: DataOf<'infusion-start'>): Typed {
  const said = (value: string | number | undefined) => (value === undefined ? '' : String(value));
  return {
    ...fresh,
    drug: data.drug,
    drugName: said(data.drugName),
    amount: said(data.plannedMg),
    rate: said(data.rateMgPerHour),
    concentration: said(data.concentrationMgPerMl),
    lot: said(data.lot),
    site: said(data.site),
    vialId: said(data.vialId),
  };
}

/** What stands on the label goes with the vial; it can still be typed over. */
const drawnFrom = ({ id, lot, concentrationMgPerMl }: OpenVial) => ({
  vialId: id,
  lot,
  concentration: String(concentrationMgPerMl),
});

/** Amount and minutes make a rate; the rate is what is stored. Read back in words, then held: Enter records nothing. */
export function InfusionStart({ prefill }: { prefill: DataOf<'infusion-start'> | null }) {
  const { view, setTask, zone, clientName, record } = useRoom();
  const [typed, setTyped] = useState<Typed>(prefill === null ? fresh : typedOf(prefill));
  const [given, setGiven] = useState<Given>(prefill?.state ?? 'about-to-give');
  const [problem, setProblem] = useState<string | null>(null);
  const [second, setSecond] = useState(false);
  const order = useOrder();
  const now = useNow(10_000);
  const grams = weightGrams(view.expected);
  const set = (more: Partial<Typed>) => {
    setProblem(null);
    setTyped((before) => ({ ...before, ...more }));
  };
  const plan = readPlan(typed, grams);
  const clock = readClock(typed.began);
  const beganMs =
    given === 'about-to-give' || typed.began.trim() === '' || clock === null
      ? null
      : lastAtClock(clock.hours, clock.minutes, now + AHEAD_TOLERANCE_MS, zone);
  const late = beganMs !== null && lateBy(beganMs, now, view.confirmed) !== null;
  const name = { drug: typed.drug, ...(typed.drug === 'other' ? { drugName: typed.drugName.trim() } : {}) };
  const findings =
    typeof plan === 'string'
      ? []
      : doseFindings(view.expected, {
          ...name,
          route: 'iv',
          micrograms: plan.plannedMg === null ? 0 : microgramsFromMg(plan.plannedMg),
          atMs: beganMs ?? now,
        });

  function dataOf(approvalId?: string) {
    if (typeof plan === 'string') return plan;
    if (given === 'already-given' && typed.began.trim() !== '' && beganMs === null)
      return words.correct.badTime;
    if (late && typed.lateReason.trim() === '') return text.lateNeeded;
    const filled = (value: string) => (value.trim() === '' ? undefined : value.trim());
    const all = {
      ...name,
      ...order.data,
      infusionId: crypto.randomUUID(),
      state: given,
      rateMgPerHour: plan.rateMgPerHour,
      plannedMg: plan.plannedMg ?? undefined,
      concentrationMgPerMl: plan.concentrationMgPerMl ?? undefined,
      lot: filled(typed.lot),
      site: filled(typed.site),
      vialId: filled(typed.vialId),
      approvalId,
    };
    const parsed = infusionStartSchema.safeParse(
      Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)),
    );
    return parsed.success
      ? parsed.data
      : firstIssue(parsed.error).sentence.replace(' Nothing was stored.', '');
  }

  function confirm(approvalId?: string): void {
    const data = dataOf(approvalId);
    const missing = typeof data === 'string' ? data : order.missing(findings, given);
    setProblem(missing);
    if (typeof data === 'string' || missing !== null) return;
    if (approvalId === undefined && asksSecond(view.expected, findings, given)) {
      setSecond(true);
      return;
    }
    record({
      kind: 'infusion-start',
      data,
      happenedAtMs: beganMs ?? null,
      line: '',
      ...(late ? { lateReason: typed.lateReason.trim() } : {}),
    });
    setTask({ type: 'line' });
  }

  const field = (key: keyof Typed & string, label: string, decimal: boolean, className = classes.short) => (
    <TextInput
      className={className ?? ''}
      label={label}
      autoComplete="off"
      maxLength={80}
      {...(decimal ? { inputMode: 'decimal' as const } : {})}
      value={typed[key]}
      onChange={(event) => set({ [key]: event.currentTarget.value })}
    />
  );
  const computed = typeof plan === 'string' || typed.rate.trim() !== '' ? null : String(plan.rateMgPerHour);
  return (
    <MedicineFrame
      title={text.startTitle}
      beside={
        <Segmented<Given> label={words.dose.state} value={given} options={givenOptions} onChange={setGiven} />
      }
      standing={
        typeof plan === 'string' ? null : (
          <>
            {drugLabel(name)} <b>{formatRate(plan.rateMgPerHour)}</b> IV {text.forClient(clientName)}{' '}
            {beganMs === null ? words.dose.now(clockOf(now, zone)) : clockOf(beganMs ?? now, zone)}
          </>
        )
      }
      problem={problem}
      answers={
        <HoldButton
          label={findings.length > 0 && given === 'about-to-give' ? words.dose.holdOutside : words.dose.hold}
          disabled={second}
          onHeld={() => confirm()}
        />
      }
    >
      <div className={classes.beside}>
        <Choice
          label={text.drug}
          value={typed.drug}
          options={drugKeys.map((value) => ({ value, label: drugRow(value).label }))}
          onChange={(drug) => set({ drug, vialId: '' })}
        />
        {typed.drug === 'other' && field('drugName', text.drugName, false)}
        {field('amount', text.amount, true)}
        <Segmented
          label={text.unit}
          value={typed.unit}
          options={[
            { value: 'mg', label: 'mg' },
            { value: 'mg/kg', label: 'mg/kg' },
          ]}
          onChange={(unit) => set({ unit })}
        />
        {field('minutes', text.over, true)}
        <TextInput
          className={classes.short ?? ''}
          label={text.rate}
          inputMode="decimal"
          autoComplete="off"
          placeholder={computed ?? ''}
          value={typed.rate}
          onChange={(event) => set({ rate: event.currentTarget.value })}
        />
      </div>
      <p className={classes.hint} aria-live="polite">
        {typeof plan === 'string' ? (typed.amount === '' ? text.hint : plan) : planWords(plan, grams)}
      </p>
      <div className={classes.beside}>
        <VialOfDrug
          drug={typed.drug}
          value={typed.vialId}
          onChoose={(vial) => set(vial === null ? { vialId: '' } : drawnFrom(vial))}
        />
        {field('concentration', text.concentration, true)}
        {field('lot', text.lot, false)}
        {field('site', text.site, false)}
        {given === 'already-given' && field('began', text.began, false)}
        {late && field('lateReason', words.line.whyLate, false, classes.wide)}
      </div>
      <OrderFields order={order} findings={given === 'about-to-give' ? findings : []} />
      {second && typeof plan !== 'string' && (
        <SecondPerson
          drug={typed.drug}
          amountMg={plan.rateMgPerHour}
          route="iv"
          what={`${drugLabel(name)} infusion at ${formatRate(plan.rateMgPerHour)}`}
          onApproved={(approvalId) => confirm(approvalId)}
          onCancel={() => setSecond(false)}
        />
      )}
    </MedicineFrame>
  );
}
