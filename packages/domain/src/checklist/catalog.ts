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
  readonly source: string;
}

const policy = 'clinic policy';

// biome-ignore format: one row per line
const catalog = [
  { key: 'identity', list: 'gate', mode: 'ask', lasting: false, statement: 'Name and date of birth were asked and match', source: policy },
  { key: 'consent', list: 'gate', mode: 'block', lasting: false, statement: 'Consent is signed and current', source: policy },
  { key: 'escort-confirmed', list: 'gate', mode: 'block', lasting: false, asks: 'person', statement: 'An adult takes the client home', source: 'REMS [S4, S7]' },
  { key: 'physician-on-site', list: 'gate', mode: 'block', lasting: false, statement: 'A physician is on site', source: 'REMS [S4]' },
  { key: 'weight-today', list: 'gate', mode: 'block', lasting: false, asks: 'weight', statement: 'Weighed today', source: policy },
  { key: 'fasting', list: 'gate', mode: 'ask', lasting: false, statement: 'Fasted as the clinic asks', source: 'REMS: food 2 h, liquid 30 min [S7]; Ketalar label [S25]' },
  { key: 'pregnancy', list: 'gate', mode: 'block', lasting: false, statement: 'Not pregnant, as tested or as certain as it can be', source: 'label [S10]' },
  { key: 'pressure-controlled', list: 'gate', mode: 'block', lasting: false, statement: 'No uncontrolled hypertension', source: 'label [S7, S10]' },
  { key: 'psychosis', list: 'gate', mode: 'block', lasting: false, statement: 'No active psychosis or mania, no schizophrenia', source: 'ED protocols [S22]' },
  { key: 'allergies-reviewed', list: 'gate', mode: 'ask', lasting: true, statement: 'Allergies were reviewed', source: policy },
  { key: 'medicines-reviewed', list: 'gate', mode: 'ask', lasting: false, statement: 'Medicines were reviewed: benzodiazepine, opioid, gabapentinoid, stimulant, MAOI, theophylline, vasopressor', source: 'REMS [S1, S3], Ketalar label [S25]' },
  { key: 'no-aneurysm', list: 'gate', mode: 'ask', lasting: true, statement: 'No aneurysm, AV malformation or intracranial bleed', source: 'label [S10]' },
  { key: 'heart-stable', list: 'gate', mode: 'ask', lasting: true, statement: 'No recent infarction, unstable coronary disease, heart failure or arrhythmia', source: 'ED protocols [S22]' },
  { key: 'no-raised-pressure', list: 'gate', mode: 'ask', lasting: true, statement: 'No raised pressure in head or eye', source: 'ED protocols [S22]' },
  { key: 'no-delirium', list: 'gate', mode: 'ask', lasting: false, statement: 'No delirium', source: policy },
  { key: 'liver', list: 'gate', mode: 'ask', lasting: true, statement: 'No severe liver disease', source: policy },
  { key: 'airway', list: 'gate', mode: 'ask', lasting: true, statement: 'No sleep apnoea or other airway risk', source: policy },
  { key: 'thyroid', list: 'gate', mode: 'ask', lasting: true, statement: 'No overactive thyroid', source: 'from memory, unverified' },
  { key: 'seizures', list: 'gate', mode: 'ask', lasting: true, statement: 'No uncontrolled seizures', source: policy },
  { key: 'urinary', list: 'gate', mode: 'ask', lasting: true, statement: 'No urinary symptoms or cystitis', source: 'Ketalar label [S25]' },
  { key: 'substances', list: 'gate', mode: 'ask', lasting: false, statement: 'Substance use was asked', source: policy },
  { key: 'suicidality', list: 'gate', mode: 'ask', lasting: false, statement: 'Suicidality was asked, and nothing opens a pathway', source: policy },
  { key: 'not-intoxicated', list: 'gate', mode: 'ask', lasting: false, statement: 'Not intoxicated today', source: policy },
  { key: 'airway-equipment', list: 'gate', mode: 'ask', lasting: false, statement: 'Oxygen, suction, bag valve mask and airway equipment are here', source: 'Ketalar label [S25]' },
  { key: 'two-roles', list: 'gate', mode: 'ask', lasting: false, statement: 'Two staff roles are present', source: policy },
  { key: 'intention', list: 'gate', mode: 'ask', lasting: false, statement: 'Intention, set and setting were talked through', source: policy },
  { key: 'mask-and-music', list: 'gate', mode: 'ask', lasting: false, statement: 'Eye mask and music are as the client wants them', source: policy },
  { key: 'touch-consent', list: 'gate', mode: 'ask', lasting: true, statement: 'Consent to touch was asked', source: 'from memory, unverified' },
  { key: 'observed', list: 'discharge', mode: 'ask', lasting: false, derived: true, statement: 'Observed long enough', source: 'REMS [S4], ED protocols [S23], booster [S20]' },
  { key: 'pressure-steady', list: 'discharge', mode: 'ask', lasting: false, derived: true, statement: 'Pressure is steady and near where it began', source: 'PADSS [S44]; limits clinic policy' },
  { key: 'breathing-well', list: 'discharge', mode: 'ask', lasting: false, derived: true, statement: 'Heart rate, breathing and oxygen are in range', source: 'Aldrete [S42]; limits clinic policy' },
  { key: 'awake', list: 'discharge', mode: 'ask', lasting: false, derived: true, statement: 'Fully awake', source: 'REMS [S4]' },
  { key: 'recovery-scored', list: 'discharge', mode: 'ask', lasting: false, derived: true, statement: 'Aldrete or PADSS says fit', source: 'Aldrete [S42], PADSS [S44]' },
  { key: 'nothing-open', list: 'discharge', mode: 'ask', lasting: false, derived: true, statement: 'No High notice and no event of grade 2 or more is open', source: policy },
  { key: 'reversal-past', list: 'discharge', mode: 'ask', lasting: false, derived: true, statement: 'Two hours since a reversal agent or a benzodiazepine', source: 'discharge criteria [S82]; benzodiazepine clinic policy' },
  { key: 'infusion-stopped', list: 'discharge', mode: 'ask', lasting: false, derived: true, statement: 'No infusion runs', source: policy },
  { key: 'rems-pressures', list: 'discharge', mode: 'ask', lasting: false, derived: true, statement: 'Pressures before, about 40 min after and before leaving', source: 'REMS [S1, S3]' },
  { key: 'oriented', list: 'discharge', mode: 'ask', lasting: false, statement: 'Oriented to person, place and time', source: policy },
  { key: 'dissociation-resolved', list: 'discharge', mode: 'ask', lasting: false, statement: 'Dissociation has resolved, as the clinician judges', source: 'REMS [S4]' },
  { key: 'walks-steadily', list: 'discharge', mode: 'ask', lasting: false, statement: 'Walks steadily without help', source: 'PADSS [S44]' },
  { key: 'nausea-minimal', list: 'discharge', mode: 'ask', lasting: false, statement: 'Little nausea, drinks sips, no vomiting for 30 min', source: 'PADSS [S44]' },
  { key: 'pain-acceptable', list: 'discharge', mode: 'ask', lasting: false, statement: 'Pain is acceptable', source: 'PADSS [S44]' },
  { key: 'mood-safe', list: 'discharge', mode: 'ask', lasting: false, statement: 'No new suicidal thoughts, distress acceptable', source: policy },
  { key: 'debrief', list: 'discharge', mode: 'ask', lasting: false, statement: 'The therapist has talked it through with the client', source: policy },
  { key: 'escort-here', list: 'discharge', mode: 'ask', lasting: false, asks: 'person', statement: 'A responsible adult is here', source: 'discharge criteria [S56, S82]' },
  { key: 'instructions', list: 'discharge', mode: 'ask', lasting: false, statement: 'Written instructions and the emergency number were given: no driving, machines or legal decisions until the day after, after sleep', source: 'label [S5]' },
  { key: 'next-contact', list: 'discharge', mode: 'ask', lasting: false, statement: 'Integration plan and next contact are booked', source: policy },
  { key: 'line-out', list: 'discharge', mode: 'ask', lasting: false, statement: 'The line is out and its site is fine', source: policy },
  { key: 'waste-reconciled', list: 'discharge', mode: 'ask', lasting: false, statement: 'What was drawn is accounted for', source: policy },
  { key: 'physician-agrees', list: 'discharge', mode: 'ask', lasting: false, physician: true, statement: 'A physician agrees that the client may go', source: policy },
] as const satisfies readonly CheckRow[];

export type CheckKey = (typeof catalog)[number]['key'];
export const checkRows: readonly (CheckRow & { readonly key: CheckKey })[] = catalog;
export const checkKeys = catalog.map((row) => row.key) as [CheckKey, ...CheckKey[]];
export const checkKeySchema = z.enum(checkKeys);

/** The row of a key. */
export function checkRow(key: CheckKey): CheckRow & { readonly key: CheckKey } {
  return checkRows.find((row) => row.key === key) as CheckRow & { readonly key: CheckKey };
}
