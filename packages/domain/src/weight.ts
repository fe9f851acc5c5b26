import { z } from 'zod';
import { hasAtMostDecimals } from './units.ts';

const sentence = 'must be from 2 to 500 kg with at most 3 decimals';

/** kg. */
export const weightKgSchema = z
  .number(sentence)
  .min(2, sentence)
  .max(500, sentence)
  .refine((kg) => hasAtMostDecimals(kg, 3), sentence);

/** The international avoirdupois pound, in kg, exactly. */
const KG_PER_LB = 0.453_592_37;

/** Pounds to kg, to whole grams: what is stored is always kg. */
export function kgFromLb(lb: number): number {
  return Math.round(lb * KG_PER_LB * 1000) / 1000;
}

/** Kg to pounds, to one decimal: for reading beside the kg. */
export function lbFromKg(kg: number): number {
  return Math.round((kg / KG_PER_LB) * 10) / 10;
}
