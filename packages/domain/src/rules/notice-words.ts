import { adverseEventLabel } from '../entries/adverse-event.ts';
import { formatMg } from '../units.ts';
import { formatVitalSign, vitalSign } from '../vitals/catalog.ts';
import type { HeldBy } from './dose-checks.ts';
import type { Breach } from './limits.ts';
import type { NoticeFacts } from './notice.ts';

/**
 * What a notice says in one sentence, without a clock: the screen that shows it knows the clinic's (NTC-9).
 * It names the value and the limit, and gives no instruction.
 */
export function noticeSentence(facts: NoticeFacts): string {
  switch (facts.type) {
    case 'sign':
      return signSentence(facts);
    case 'no-reading':
      return `No reading of ${signWords(facts.sign)}: ${facts.reason}`;
    case 'vitals-due':
      return 'Vital signs are due';
    case 'still-going':
      return `No entry for ${facts.minutes} min`;
    case 'dose-total':
      return `Total ${formatMg(facts.totalMicrograms)}, ${facts.against === 'ceiling' ? 'ceiling' : 'planned'} ${formatMg(facts.limitMicrograms)}`;
    case 'dose-interval':
      return `${Math.floor(facts.minutes)} min after the dose before, limit ${facts.limitMinutes} min`;
    case 'dose-range':
      return `${formatMg(facts.amountMicrograms)} is an anaesthetic amount, from ${formatMg(facts.fromMicrograms)}`;
    case 'dose-gate':
      return `Given with ${facts.missing.length} ${facts.missing.length === 1 ? 'row' : 'rows'} of the checklist open`;
    case 'dose-hold':
      return `Given at ${facts.heldBy.map(heldWords).join(', ')}`;
    case 'dose-allergy':
      return `${facts.drug} was given; the record says allergic: ${facts.allergy}`;
    case 'dose-twice':
      return `${facts.by} recorded this drug within 10 min: separate, or the same one?`;
  }
}

function signSentence({ breaches, values, symptom }: Extract<NoticeFacts, { type: 'sign' }>): string {
  const { systolic, diastolic } = values;
  const reading =
    systolic !== undefined && diastolic !== undefined
      ? `BP ${systolic}/${diastolic}`
      : breaches
          .map(({ sign, value }) => `${vitalSign(sign).short} ${formatVitalSign(sign, value)}`)
          .join(', ');
  if (symptom !== null) return `${reading} with ${adverseEventLabel(symptom).toLowerCase()}`;
  return `${reading}, ${breachWords(breaches).join(', ')}`;
}

/** "systolic pressure 152 mmHg, hold over 140", "no pressure of the last 15 min". */
export function heldWords({ sign, value, side, limit }: HeldBy): string {
  if (value === null || limit === null) return 'no pressure of the last 15 min';
  const { label } = vitalSign(sign);
  const name = /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
  return `${name} ${formatVitalSign(sign, value)}, hold ${side === 'high' ? 'over' : 'under'} ${limit}`;
}

/** "over 160", "diastolic at 100", "under 94 %": where each value stands to its limit. */
export function breachWords(breaches: readonly Breach[]): string[] {
  return breaches.map(limitWords);
}

function limitWords({ sign, side, value, limit }: Breach): string {
  const where = value === limit ? 'at' : side === 'high' ? 'over' : 'under';
  const end = sign === 'diastolic' ? 'diastolic ' : '';
  const amount = sign === 'systolic' || sign === 'diastolic' ? String(limit) : formatVitalSign(sign, limit);
  return `${end}${where} ${amount}`;
}

function signWords(sign: string): string {
  return sign === 'bloodPressure' ? 'blood pressure' : vitalSign(sign as never).label.toLowerCase();
}
