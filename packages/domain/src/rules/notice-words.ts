import { adverseEventLabel } from '../entries/adverse-event.ts';
import { formatMg } from '../units.ts';
import { formatVitalSign, vitalSign } from '../vitals/catalog.ts';
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
    case 'dose-total':
      return `Total ${formatMg(facts.totalMicrograms)}, ${facts.against === 'ceiling' ? 'ceiling' : 'planned'} ${formatMg(facts.limitMicrograms)}`;
    case 'dose-interval':
      return `${Math.floor(facts.minutes)} min after the dose before, limit ${facts.limitMinutes} min`;
    case 'dose-range':
      return `${formatMg(facts.amountMicrograms)} is an anaesthetic amount, from ${formatMg(facts.fromMicrograms)}`;
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
