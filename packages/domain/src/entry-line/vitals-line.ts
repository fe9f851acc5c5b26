import type { VitalSigns } from '../entries/vital-signs.ts';
import { vitalSignsSchema } from '../entries/vital-signs.ts';
import { firstIssue } from '../issues.ts';
import { type VitalSignKey, vitalSignRows } from '../vitals/catalog.ts';
import { readNumber } from './number-token.ts';
import { isProblem, type LineProblem, type Part } from './reading.ts';

/** Below this a saturation is rare, above it a heart rate is common: a hint that two numbers changed places. */
const SPO2_USUAL_FROM = 85;

type Values = Partial<Record<VitalSignKey, number>>;
const NUMBER = String.raw`(\d+(?:[.,]\d*)?|[.,]\d+)`;

// Longest label first, so that "rr14" is not read as "r" and a stray "r14".
const labelled = vitalSignRows
  .flatMap((row) => row.line.before.map((label) => ({ key: row.key, label, after: row.line.after })))
  .toSorted((a, b) => b.label.length - a.label.length)
  .map(({ key, label, after }) => ({
    key,
    pattern: new RegExp(
      `^${label}\\s?${NUMBER}${after === undefined ? '' : `\\s?(?:${after})?`}(?=\\s|$)`,
      'i',
    ),
  }));
const suffixed = vitalSignRows
  .filter((row) => row.line.after === '%')
  .map((row) => ({ key: row.key, pattern: new RegExp(`^${NUMBER}\\s?${row.line.after}(?=\\s|$)`) }));

/**
 * `148/92 88 97`, `148 92 88 97`, `148/92`, `hr88`, `97%`, `rr14`, `s5`, `o2 2`, `ra`, in any order after the
 * pressure. Numbers without a label are taken only as a pair after a pressure: heart rate, then SpO2.
 * Null unless the whole line is vital signs.
 */
export function readVitals(line: string): Part<VitalSigns> {
  const values: Values = {};
  let rest = line;
  const pressure =
    /^(\d{2,4})\s?\/\s?(\d{1,4})(?=\s|$)/.exec(rest) ??
    /^(\d{2,3}) (\d{2,3})(?= \d{2,3} \d{2,3}(?:\s|$))/.exec(rest);
  if (pressure !== null) {
    values.systolic = Number(pressure[1]);
    values.diastolic = Number(pressure[2]);
    rest = rest.slice(pressure[0].length).trim();
    const pair = /^(\d{2,3}) (\d{2,3})(?=\s|$)/.exec(rest);
    if (pair !== null) {
      values.heartRate = Number(pair[1]);
      values.spo2 = Number(pair[2]);
      rest = rest.slice(pair[0].length).trim();
    }
  } else if (/^\d{2,4}\s?\/$/.test(rest)) {
    return { sentence: `Not understood: \`${rest}\`. Add the lower number.` };
  }
  while (rest !== '') {
    const found = takeSign(rest);
    if (found === null) return pressure === null ? null : leftOver(rest);
    if (isProblem(found)) return found;
    if (values[found.key] !== undefined) return { sentence: `One value twice: \`${rest}\`. Remove one.` };
    values[found.key] = found.value;
    rest = found.rest;
  }
  return checked(values, line);
}

/**
 * Heart rate and SpO2 typed by position and plausible only the other way round: 98 then 72. A true reading like
 * this is recorded with its labels, which leave no doubt.
 */
function swappedPair(values: Values, line: string): LineProblem | null {
  const { heartRate, spo2 } = values;
  if (heartRate === undefined || spo2 === undefined) return null;
  const typed = new RegExp(`(?<=\\s)${heartRate} ${spo2}(?=\\s|$)`);
  if (!typed.test(line)) return null;
  const suggestion = line.replace(typed, `${spo2} ${heartRate}`);
  if (spo2 > 100 && heartRate <= 100)
    return { sentence: `SpO₂ ${spo2} is over 100. Heart rate ${spo2}, SpO₂ ${heartRate}?`, suggestion };
  if (spo2 >= SPO2_USUAL_FROM || heartRate < SPO2_USUAL_FROM || heartRate > 100) return null;
  const sentence = `Heart rate ${heartRate} and SpO₂ ${spo2}, or swapped? If it is so, write hr${heartRate} ${spo2}%.`;
  return { sentence, suggestion };
}

/** A single bare number after a pressure could be heart rate or SpO2: it is labelled, never guessed. */
function leftOver(rest: string): Part<VitalSigns> {
  const single = /^(\d{2,3})$/.exec(rest);
  return single === null
    ? null
    : { sentence: `Is ${single[1]} the heart rate or SpO₂? Write hr${single[1]} or ${single[1]}%.` };
}

/** `88 …`, `hr88 …`, `97% …`: whatever comes after it. */
export function beginsWithVital(line: string): boolean {
  return /^\d/.test(line) || takeSign(line) !== null;
}

function takeSign(text: string): Part<{ key: VitalSignKey; value: number; rest: string }> {
  const roomAir = /^ra(?=\s|$)/i.exec(text);
  if (roomAir !== null) return { key: 'oxygenLitresPerMin', value: 0, rest: text.slice(2).trim() };
  for (const { key, pattern } of [...labelled, ...suffixed]) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const value = readNumber(match[1] as string);
    if (value === null) return null;
    return isProblem(value) ? value : { key, value, rest: text.slice(match[0].length).trim() };
  }
  return null;
}

function checked(values: Values, line: string): Part<VitalSigns> {
  const { systolic, diastolic } = values;
  if (systolic !== undefined && diastolic !== undefined && diastolic >= systolic) {
    const suggestion = line.replace(/^(\d+)(\s?\/\s?|\s)(\d+)/, `${diastolic}/${systolic}`);
    return { sentence: `Systolic is below diastolic. ${diastolic}/${systolic}?`, suggestion };
  }
  const swapped = swappedPair(values, line);
  if (swapped !== null) return swapped;
  const parsed = vitalSignsSchema.safeParse(values);
  if (!parsed.success) {
    const issue = firstIssue(parsed.error);
    const row = vitalSignRows.find((candidate) => candidate.key === issue.field);
    const sentence = issue.sentence.replace(' Nothing was stored.', '');
    return { sentence: row === undefined ? sentence : sentence.replace(issue.field, row.label) };
  }
  return parsed.data;
}
