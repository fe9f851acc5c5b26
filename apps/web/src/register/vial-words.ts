import { drugRow, formatMg } from '@tandem/domain';
import type { Vial } from '@tandem/wire';
import { registerWords as text } from '../words/register-words.ts';

/** "Ketamine, lot K2231": how a vial is called in a sentence. */
export function vialName({ drug, lot }: Pick<Vial, 'drug' | 'lot'>): string {
  return `${drugRow(drug).label}, lot ${lot}`;
}

/** Milligrams of a reply as a screen shows them: thousandths were whole numbers before they travelled. */
export function mgWords(mg: number): string {
  return formatMg(Math.round(mg * 1000));
}

/** "as expected", "2 mg less than expected". */
export function differenceWords(discrepancyMg: number): string {
  if (discrepancyMg === 0) return text.asExpected;
  const amount = mgWords(Math.abs(discrepancyMg));
  return discrepancyMg < 0 ? text.less(amount) : text.more(amount);
}
