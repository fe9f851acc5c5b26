import { formatMg, type HandoverSummary, microgramsFromMg } from '@tandem/domain';
import { clockOf } from '../../data/zone.ts';
import { span } from '../../ui/names.ts';
import { handoverWords as text } from '../../words/handover-words.ts';

export interface ToldFact {
  readonly name: string;
  readonly value: string;
  /** Said less loudly beside it. */
  readonly beside: string;
}

const mg = (amount: number) => formatMg(microgramsFromMg(amount));

/**
 * What a handover tells, in the order in which it is asked for: how much, the last dose, what is due.
 * @param nowMs milliseconds since the epoch, by the server's clock
 */
export function toldFacts(summary: HandoverSummary, nowMs: number, zone: string): ToldFact[] {
  const { totalMg, totalMgPerKg, doses, lastDoseAt, lastDoseMg, nextVitalsDueAt } = summary;
  const clock = (at: string) => clockOf(Date.parse(at), zone);
  const perKg = totalMgPerKg === undefined ? [] : [`${totalMgPerKg.toFixed(2)} mg/kg`];
  const given = totalMg !== undefined && totalMg > 0;
  return [
    {
      name: text.given,
      value: given ? mg(totalMg) : text.none,
      beside: given ? [...perKg, ...(doses === undefined ? [] : [text.doses(doses)])].join(' · ') : '',
    },
    ...(lastDoseAt === undefined || lastDoseMg === undefined
      ? []
      : [
          {
            name: text.lastDose,
            value: text.at(mg(lastDoseMg), clock(lastDoseAt)),
            beside: text.ago(span(nowMs - Date.parse(lastDoseAt))),
          },
        ]),
    {
      name: text.due,
      value:
        nextVitalsDueAt === undefined
          ? text.nothingDue
          : nowMs > Date.parse(nextVitalsDueAt)
            ? text.wereDueAt(clock(nextVitalsDueAt))
            : text.dueAt(clock(nextVitalsDueAt)),
      beside: '',
    },
  ];
}
