import { type AdverseEventTerm, adverseEventLabel, adverseEventTerms } from '../entries/adverse-event.ts';

export type EventGrade = 1 | 2 | 3 | 4 | 5;
export const eventGrades: readonly EventGrade[] = [1, 2, 3, 4, 5];

/** What each grade means where a term has no words of its own: the general text of CTCAE v5 [S54]. */
export const generalGrades: Readonly<Record<EventGrade, string>> = {
  1: 'Mild or no symptoms, nothing needed',
  2: 'Moderate: minimal, local or non-invasive treatment',
  3: 'Severe, not immediately life-threatening',
  4: 'Life-threatening, urgent treatment',
  5: 'Death',
};

export interface EventRow {
  /** Words that find it beside its label. */
  readonly also: readonly string[];
  /** Anchors of its own, by grade, in our words (clinical.md 3.6). */
  readonly grades: Readonly<Partial<Record<EventGrade, string>>>;
  /** Grades whose anchor was written from memory and is not verified against CTCAE. */
  readonly unverified: readonly EventGrade[];
  /** What to think of before it is recorded as an event. */
  readonly hint: string | null;
}

const row = (more: Partial<EventRow> = {}): EventRow => ({
  also: [],
  grades: {},
  unverified: [],
  hint: null,
  ...more,
});
const rhythm = (...also: string[]) =>
  row({
    also,
    grades: { 1: 'No symptoms', 2: 'Symptoms', 3: 'Urgent medical treatment' },
    unverified: [1, 2, 3],
  });
const support = (...also: string[]) =>
  row({
    also,
    grades: {
      1: 'Presence and words were enough',
      2: 'More support than planned',
      3: 'Continuous support or medicine',
    },
    // "1 to 3 by support needed": the wording is ours.
    unverified: [1, 2, 3],
  });
const withRass = 'Score RASS as well.';
const withMoaas = 'Record MOAA/S as well.';
const serious = 'Always serious, whatever its grade.';

/** Every listed term with its anchors. A term beside the list may be typed and has the general grades. */
export const adverseEventCatalog: Readonly<Record<AdverseEventTerm, EventRow>> = {
  nausea: row({
    also: ['sick'],
    grades: { 1: 'Eats as before', 2: 'Eats and drinks less', 3: 'Takes too little, or hospital' },
    unverified: [1, 2, 3],
  }),
  vomiting: row({
    also: ['emesis', 'sick'],
    grades: {
      1: 'Nothing needed',
      2: 'IV fluids or medical treatment',
      3: 'Hospital',
      4: 'Life-threatening',
    },
    unverified: [1, 2, 3, 4],
  }),
  hypertension: row({
    also: ['blood pressure', 'bp'],
    grades: {
      1: '120 to 139 over 80 to 89 mmHg',
      2: '140 to 159 or 90 to 99 mmHg; or with symptoms a rise of over 20 diastolic or to over 140/90; one drug',
      3: '160 or 100 mmHg and more',
      4: 'Crisis, life-threatening',
    },
    // Grade 2 is read [S55].
    unverified: [1, 3, 4],
    hint: 'The grades are of a pressure that persists. A transient peak is not automatically an event: you decide.',
  }),
  hypotension: row({ also: ['blood pressure', 'bp'] }),
  tachycardia: rhythm('heart rate', 'sinus'),
  bradycardia: rhythm('heart rate', 'sinus'),
  hypoxia: row({
    also: ['desaturation', 'spo2', 'oxygen'],
    grades: { 2: 'Oxygen now and then', 3: 'Under 88 % at rest', 4: 'Airway at risk' },
    unverified: [2, 3, 4],
  }),
  resp_depression: row({ also: ['breathing'] }),
  apnea: row({ also: ['apnoea', 'breathing'] }),
  laryngospasm: row({
    grades: { 2: 'Transient', 3: 'Needed intervention', 4: 'Life-threatening' },
    unverified: [2, 3, 4],
  }),
  airway_obstruction: row(),
  hypersalivation: row({ also: ['saliva', 'drooling'] }),
  syncope: row({ also: ['faint'] }),
  chest_pain: row(),
  arrhythmia: row({ also: ['heart rhythm'] }),
  anxiety: support('fear'),
  dysphoria: support(),
  panic: support('fear'),
  fear_of_death: support('dying'),
  agitation: row({ also: ['restless'], hint: withRass }),
  emergence_reaction: row({ hint: `About 12 % at anaesthetic doses [S56]. ${withRass}` }),
  delirium: row({ also: ['confusion'], hint: withRass }),
  hallucination_distressing: row({ hint: withRass }),
  sedation_excess: row({ also: ['sleepy', 'drowsy'], hint: withMoaas }),
  loss_of_consciousness: row({ also: ['unconscious'], hint: withMoaas }),
  dizziness: row({ also: ['light-headed'] }),
  vertigo: row(),
  headache: row(),
  diplopia: row({ also: ['double vision'] }),
  nystagmus: row(),
  ataxia: row({ also: ['unsteady'] }),
  fall: row({ hint: 'Always grade 2 or more.' }),
  dissociation_distressing: row({
    hint: 'Dissociation is an expected effect: an event when it distresses or is prolonged.',
  }),
  suicidal_ideation_new: row({ also: ['suicide', 'suicidality'], hint: serious }),
  self_harm: row({ also: ['self-injury'], hint: serious }),
  injection_site: row(),
  extravasation: row({ also: ['iv'] }),
  hypersensitivity: row({ also: ['allergy', 'rash'] }),
  seizure: row({ also: ['convulsion'] }),
  lut_symptoms: row({ also: ['bladder', 'cystitis', 'lower urinary tract'] }),
};

/** What this grade of this term means, and whether that is verified. */
export function gradeWords(
  term: string,
  grade: EventGrade,
): { readonly words: string; readonly unverified: boolean } {
  const listed = Object.hasOwn(adverseEventCatalog, term)
    ? adverseEventCatalog[term as AdverseEventTerm]
    : undefined;
  return {
    words: listed?.grades[grade] ?? generalGrades[grade],
    unverified: listed?.unverified.includes(grade) ?? false,
  };
}

/** Terms whose label or other words hold every word typed, those that begin with it first; all for an empty search. */
export function findTerms(typed: string): AdverseEventTerm[] {
  const wanted = typed
    .toLowerCase()
    .split(/[\s_]+/)
    .filter((word) => word !== '');
  const text = (term: AdverseEventTerm) => [adverseEventLabel(term), ...adverseEventCatalog[term].also];
  const first = wanted[0] ?? '';
  const rank = (term: AdverseEventTerm) => (adverseEventLabel(term).toLowerCase().startsWith(first) ? 0 : 1);
  return adverseEventTerms
    .filter((term) => {
      const said = [...text(term), term].join('\n').toLowerCase();
      return wanted.every((word) => said.includes(word));
    })
    .toSorted((a, b) => rank(a) - rank(b));
}
