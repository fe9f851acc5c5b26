import { z } from 'zod';
import { typedText, uuidSchema } from '../text.ts';
import { hasAtMostDecimals } from '../units.ts';
import {
  formatVitalSign,
  type VitalSignKey,
  type VitalSignRow,
  vitalSign,
  vitalSignRows,
} from '../vitals/catalog.ts';
import { defineEntryKind, fromPlanning } from './entry-kind.ts';

function valueSchema(row: VitalSignRow) {
  const { min, max } = row.impossible;
  const kind = row.decimals === 0 ? 'a whole number' : `a number with at most ${row.decimals} decimal`;
  const sentence = `must be ${kind} from ${min} to ${max}${row.unit === '' ? '' : ` ${row.unit}`}`;
  return z
    .number(sentence)
    .min(min, sentence)
    .max(max, sentence)
    .refine((value) => hasAtMostDecimals(value, row.decimals), sentence)
    .optional();
}

const values = Object.fromEntries(vitalSignRows.map((row) => [row.key, valueSchema(row)])) as Record<
  VitalSignKey,
  z.ZodOptional<z.ZodNumber>
>;

const signNames = ['bloodPressure', ...vitalSignRows.map((row) => row.key)] as [string, ...string[]];

/** A sign that was tried and has no value, with the reason: never mistaken for normal. */
const notMeasuredSchema = z.strictObject({
  sign: z.enum(signNames),
  reason: typedText(200),
  outcome: z.enum(['unable', 'refused', 'deferred']).optional(),
  deferredMinutes: z.int().min(1).max(240).optional(),
});

export const vitalSignsSchema = z
  .strictObject({
    ...values,
    notMeasured: z.array(notMeasuredSchema).min(1).max(20).optional(),
    /** Who took the reading, when not the author. */
    takenById: uuidSchema.optional(),
  })
  .superRefine((data, context) => {
    const issue = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message });
    const { systolic, diastolic } = data;
    if (systolic !== undefined && diastolic === undefined) {
      issue(['diastolic'], 'is missing: a pressure is recorded as systolic with diastolic');
    }
    if (diastolic !== undefined && systolic === undefined) {
      issue(['systolic'], 'is missing: a pressure is recorded as systolic with diastolic');
    }
    if (systolic !== undefined && diastolic !== undefined && diastolic >= systolic) {
      issue(['diastolic'], `must be below the systolic pressure: ${diastolic}/${systolic}?`);
    }
    const measured = vitalSignRows.some((row) => data[row.key] !== undefined);
    if (!measured && data.notMeasured === undefined) {
      issue([], 'needs at least one vital sign, or what could not be measured and why');
    }
  });

export type VitalSigns = z.output<typeof vitalSignsSchema>;

/** What could not be measured, one line for each reason: "BP, HR deferred 10 min: Asleep". */
export function notMeasuredWords(notMeasured: VitalSigns['notMeasured'] = []): string[] {
  const lines = new Map<string, string[]>();
  for (const { sign, reason, outcome, deferredMinutes } of notMeasured) {
    const said = outcome ?? 'not measured';
    const line = `${said}${deferredMinutes === undefined ? '' : ` ${deferredMinutes} min`}: ${reason}`;
    const name = sign === 'bloodPressure' ? 'BP' : vitalSign(sign as VitalSignKey).short;
    lines.set(line, [...(lines.get(line) ?? []), name]);
  }
  return [...lines].map(([line, names]) => `${names.join(', ')} ${line}`);
}

/** "148/92 · HR 88 /min · SpO₂ 97 %". */
export function summarizeVitalSigns(data: VitalSigns): string {
  const parts: string[] = [];
  if (data.systolic !== undefined) parts.push(`${data.systolic}/${data.diastolic} mmHg`);
  for (const row of vitalSignRows) {
    const value = data[row.key];
    if (value === undefined || row.lane === 'blood-pressure') continue;
    parts.push(
      row.key === 'oxygenLitresPerMin' && value === 0
        ? 'room air'
        : `${row.short} ${formatVitalSign(row.key, value)}`,
    );
  }
  return [...parts, ...notMeasuredWords(data.notMeasured)].join(' · ');
}

export const vitalSignsKind = defineEntryKind({
  kind: 'vital-signs',
  version: 1,
  label: 'Vital signs',
  group: 'vitals',
  recordableIn: fromPlanning,
  data: vitalSignsSchema,
  summarize: summarizeVitalSigns,
});
