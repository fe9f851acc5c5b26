import { z } from 'zod';

/**
 * Rows of the two lists a session is asked: before the first dose (`gate`, clinical.md 1.5) and before going home
 * (`discharge`, section 6). Each is a statement that is true, not true, or does not apply: "fulfilled" is always the
 * good answer. A new row is one line here and its line in docs/clinical-rules.md.
 */
export interface CheckRow {
  readonly key: string;
  readonly list: 'gate' | 'discharge';
  /** What is true when the row is fulfilled. */
  readonly statement: string;
  /** By default: it holds a first dose (`block`) or is asked. Rows of `discharge` are never more than asked. */
  readonly mode: 'block' | 'ask';
  /** It does not change from one session to the next: the last answer comes pre-filled, to confirm. */
  readonly lasting: boolean;
  /** Folded from what is recorded: nobody answers it, a physician may go on with a reason. */
  readonly derived?: true;
  /** Only a physician answers it. */
  readonly physician?: true;
  /** What is asked besides yes or no. */
  readonly asks?: 'weight' | 'person';
}

// biome-ignore format: one row per line
const catalog = [
  { key: 'identity', list: 'gate', mode: 'ask', lasting: false, statement: 'Name and date of birth were asked and match' },
  { key: 'consent', list: 'gate', mode: 'block', lasting: false, statement: 'Consent is signed and current' },
  { key: 'escort-confirmed', list: 'gate', mode: 'block', lasting: false, asks: 'person', statement: 'An adult takes the client home' },
  { key: 'physician-on-site', list: 'gate', mode: 'block', lasting: false, statement: 'A physician is on site' },
  { key: 'weight-today', list: 'gate', mode: 'block', lasting: false, asks: 'weight', statement: 'Weighed today' },
  { key: 'fasting', list: 'gate', mode: 'ask', lasting: false, statement: 'Fasted as the clinic asks' },
  { key: 'pregnancy', list: 'gate', mode: 'block', lasting: false, statement: 'Not pregnant, as tested or as certain as it can be' },
  { key: 'pressure-controlled', list: 'gate', mode: 'block', lasting: false, statement: 'No uncontrolled hypertension' },
  { key: 'psychosis', list: 'gate', mode: 'block', lasting: false, statement: 'No active psychosis or mania, no schizophrenia' },
  { key: 'allergies-reviewed', list: 'gate', mode: 'ask', lasting: true, statement: 'Allergies were reviewed' },
  { key: 'medicines-reviewed', list: 'gate', mode: 'ask', lasting: false, statement: 'Medicines were reviewed: benzodiazepine, opioid, gabapentinoid, stimulant, MAOI, theophylline, vasopressor' },
  { key: 'no-aneurysm', list: 'gate', mode: 'ask', lasting: true, statement: 'No aneurysm, AV malformation or intracranial bleed' },
  { key: 'heart-stable', list: 'gate', mode: 'ask', lasting: true, statement: 'No recent infarction, unstable coronary disease, heart failure or arrhythmia' },
  { key: 'no-raised-pressure', list: 'gate', mode: 'ask', lasting: true, statement: 'No raised pressure in head or eye' },
  { key: 'no-delirium', list: 'gate', mode: 'ask', lasting: false, statement: 'No delirium' },
  { key: 'liver', list: 'gate', mode: 'ask', lasting: true, statement: 'No severe liver disease' },
  { key: 'airway', list: 'gate', mode: 'ask', lasting: true, statement: 'No sleep apnoea or other airway risk' },
  { key: 'thyroid', list: 'gate', mode: 'ask', lasting: true, statement: 'No overactive thyroid' },
  { key: 'seizures', list: 'gate', mode: 'ask', lasting: true, statement: 'No uncontrolled seizures' },
  { key: 'urinary', list: 'gate', mode: 'ask', lasting: true, statement: 'No urinary symptoms or cystitis' },
  { key: 'substances', list: 'gate', mode: 'ask', lasting: false, statement: 'Substance use was asked' },
  { key: 'suicidality', list: 'gate', mode: 'ask', lasting: false, statement: 'Suicidality was asked, and nothing opens a pathway' },
  { key: 'not-intoxicated', list: 'gate', mode: 'ask', lasting: false, statement: 'Not intoxicated today' },
  { key: 'airway-equipment', list: 'gate', mode: 'ask', lasting: false, statement: 'Oxygen, suction, bag valve mask and airway equipment are here' },
  { key: 'two-roles', list: 'gate', mode: 'ask', lasting: false, statement: 'Two staff roles are present' },
  { key: 'intention', list: 'gate', mode: 'ask', lasting: false, statement: 'Intention, set and setting were talked through' },
  { key: 'mask-and-music', list: 'gate', mode: 'ask', lasting: false, statement: 'Eye mask and music are as the client wants them' },
  { key: 'touch-consent', list: 'gate', mode: 'ask', lasting: true, statement: 'Consent to touch was asked' },
  { key: 'observed', list: 'discharge', mode: 'ask', lasting: false, derived: true, statement: 'Observed long enough' },
  { key: 'pressure-steady', list: 'discharge', mode: 'ask', lasting: false, derived: true, statement: 'Pressure is steady and near where it began' },
  { key: 'breathing-well', list: 'discharge', mode: 'ask', lasting: false, derived: true, statement: 'Heart rate, breathing and oxygen are in range' },
  { key: 'awake', list: 'discharge', mode: 'ask', lasting: false, derived: true, statement: 'Fully awake' },
  { key: 'recovery-scored', list: 'discharge', mode: 'ask', lasting: false, derived: true, statement: 'Aldrete or PADSS says fit' },
  { key: 'nothing-open', list: 'discharge', mode: 'ask', lasting: false, derived: true, statement: 'No High notice and no event of grade 2 or more is open' },
  { key: 'reversal-past', list: 'discharge', mode: 'ask', lasting: false, derived: true, statement: 'Two hours since a reversal agent or a benzodiazepine' },
  { key: 'infusion-stopped', list: 'discharge', mode: 'ask', lasting: false, derived: true, statement: 'No infusion runs' },
  { key: 'rems-pressures', list: 'discharge', mode: 'ask', lasting: false, derived: true, statement: 'Pressures before, about 40 min after and before leaving' },
  { key: 'oriented', list: 'discharge', mode: 'ask', lasting: false, statement: 'Oriented to person, place and time' },
  { key: 'dissociation-resolved', list: 'discharge', mode: 'ask', lasting: false, statement: 'Dissociation has resolved, as the clinician judges' },
  { key: 'walks-steadily', list: 'discharge', mode: 'ask', lasting: false, statement: 'Walks steadily without help' },
  { key: 'nausea-minimal', list: 'discharge', mode: 'ask', lasting: false, statement: 'Little nausea, drinks sips, no vomiting for 30 min' },
  { key: 'pain-acceptable', list: 'discharge', mode: 'ask', lasting: false, statement: 'Pain is acceptable' },
  { key: 'mood-safe', list: 'discharge', mode: 'ask', lasting: false, statement: 'No new suicidal thoughts, distress acceptable' },
  { key: 'debrief', list: 'discharge', mode: 'ask', lasting: false, statement: 'The therapist has talked it through with the client' },
  { key: 'escort-here', list: 'discharge', mode: 'ask', lasting: false, asks: 'person', statement: 'A responsible adult is here' },
  { key: 'instructions', list: 'discharge', mode: 'ask', lasting: false, statement: 'Written instructions and the emergency number were given: no driving, machines or legal decisions until the day after, after sleep' },
  { key: 'next-contact', list: 'discharge', mode: 'ask', lasting: false, statement: 'Integration plan and next contact are booked' },
  { key: 'line-out', list: 'discharge', mode: 'ask', lasting: false, statement: 'The line is out and its site is fine' },
  { key: 'waste-reconciled', list: 'discharge', mode: 'ask', lasting: false, statement: 'What was drawn is accounted for' },
  { key: 'physician-agrees', list: 'discharge', mode: 'ask', lasting: false, physician: true, statement: 'A physician agrees that the client may go' },
] as const satisfies readonly CheckRow[];

export type CheckKey = (typeof catalog)[number]['key'];
export const checkRows: readonly (CheckRow & { readonly key: CheckKey })[] = catalog;
export const checkKeys = catalog.map((row) => row.key) as [CheckKey, ...CheckKey[]];
export const checkKeySchema = z.enum(checkKeys);

/** The row of a key. */
export function checkRow(key: CheckKey): CheckRow & { readonly key: CheckKey } {
  return checkRows.find((row) => row.key === key) as CheckRow & { readonly key: CheckKey };
}
