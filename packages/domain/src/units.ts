/**
 * Whole numbers of the smallest unit inside (micrograms, grams), printed with the unit outside.
 * Floats never add up doses: 0.1 + 0.2 is not 0.3, and a dose nobody can add up can hurt someone.
 */

/** True when `value` has at most `places` decimals, judged on its shortest decimal form. */
export function hasAtMostDecimals(value: number, places: number): boolean {
  if (!Number.isFinite(value)) return false;
  const text = String(value);
  if (text.includes('e')) return Number.isInteger(value);
  const point = text.indexOf('.');
  return point === -1 || text.length - point - 1 <= places;
}

/**
 * Milligrams to whole micrograms.
 * Refuses rather than rounds: a dose the log cannot state exactly is a dose nobody can add up.
 * @throws RangeError when `mg` has more than 3 decimals
 */
export function microgramsFromMg(mg: number): number {
  return wholeThousandths(mg, 'mg');
}

/** Kilograms to whole grams. @throws RangeError when `kg` has more than 3 decimals */
export function gramsFromKg(kg: number): number {
  return wholeThousandths(kg, 'kg');
}

function wholeThousandths(value: number, unit: string): number {
  if (!hasAtMostDecimals(value, 3)) throw new RangeError(`${value} ${unit} has more than 3 decimals`);
  return Math.round(value * 1000);
}

/** Micrograms as milligrams for a screen: "40 mg", "0.5 mg"; never ".5" and never "5.0" (ISMP). */
export function formatMg(micrograms: number): string {
  return `${decimalOf(micrograms)} mg`;
}

/** Milligrams per kilogram to two places, for reading only: sums are made on micrograms. */
export function formatMgPerKg(micrograms: number, grams: number): string {
  return `${(micrograms / grams).toFixed(2)} mg/kg`;
}

/** Grams as kilograms for a screen: "68 kg", "68.4 kg". */
export function formatKg(grams: number): string {
  return `${decimalOf(grams)} kg`;
}

function decimalOf(thousandths: number): string {
  return String(thousandths / 1000);
}
