import { formatMg, formatMgPerKg, formatRate, microgramsFromMg } from '@tandem/domain';
import { readTypedNumber } from '../../data/typed-number.ts';
import { medicineWords } from '../../words/medicine-words.ts';

const text = medicineWords.infusion;

/** As typed. */
export interface TypedPlan {
  readonly amount: string;
  readonly unit: 'mg' | 'mg/kg';
  readonly minutes: string;
  /** Empty: from amount and minutes. */
  readonly rate: string;
  readonly concentration: string;
}

export interface InfusionPlan {
  readonly plannedMg: number | null;
  readonly rateMgPerHour: number;
  readonly concentrationMgPerMl: number | null;
}

/** What the fields say, or the sentence that says what to write. Amounts to the microgram, rates to 0.001 mg/h. */
export function readPlan(typed: TypedPlan, grams: number | null): InfusionPlan | string {
  const [amount, minutes, rate, concentration] = [
    typed.amount,
    typed.minutes,
    typed.rate,
    typed.concentration,
  ].map((field) => (field.trim() === '' ? null : readTypedNumber(field)));
  for (const [name, read] of [
    [text.amount, amount],
    [text.over, minutes],
    [text.rate, rate],
    [text.concentration, concentration],
  ] as const)
    if (read != null && 'sentence' in read) return `${name}: ${read.sentence}`;
  const numberIn = (read: typeof amount) => (read != null && 'value' in read ? read.value : null);
  const given = numberIn(amount);
  if (given !== null && typed.unit === 'mg/kg' && grams === null) return text.weightNeeded;
  const micrograms =
    given === null ? null : Math.round(typed.unit === 'mg' ? given * 1000 : given * (grams ?? 0));
  const over = numberIn(minutes);
  const computed = micrograms === null || over === null ? null : Math.round((micrograms * 60) / over) / 1000;
  const rateMgPerHour = numberIn(rate) ?? computed;
  if (rateMgPerHour === null) return text.rateNeeded;
  if (rateMgPerHour <= 0 || rateMgPerHour > 10_000) return text.rateBand;
  return {
    plannedMg: micrograms === null ? null : micrograms / 1000,
    rateMgPerHour,
    concentrationMgPerMl: numberIn(concentration),
  };
}

/** "34 mg · 0.5 mg/kg · 0.68 mL · 51 mg/h": the same amount in every way it can be said. */
export function planWords(
  { plannedMg, rateMgPerHour, concentrationMgPerMl }: InfusionPlan,
  grams: number | null,
) {
  const micrograms = plannedMg === null ? null : microgramsFromMg(plannedMg);
  return [
    micrograms === null ? text.noAmount : formatMg(micrograms),
    micrograms === null || grams === null ? null : formatMgPerKg(micrograms, grams),
    plannedMg === null || concentrationMgPerMl === null
      ? null
      : `${Number((plannedMg / concentrationMgPerMl).toFixed(3))} mL`,
    formatRate(rateMgPerHour),
  ]
    .filter((part) => part !== null)
    .join(' · ');
}
