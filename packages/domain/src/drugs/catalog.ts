/**
 * Drugs a session may record, with RxNorm ingredient codes of clinical.md 2.1. `verified: false` marks a code
 * nobody has checked against RxNav yet. Totals, timers and ceilings count `studyDrug` rows only.
 * A drug that is not listed is recorded as `other` with its name: a dose that was given is always recordable,
 * and a misspelt "ketamine" must never slip out of the total.
 */
export interface DrugRow {
  readonly key: string;
  readonly label: string;
  readonly rxcui: string | null;
  readonly verified: boolean;
  readonly studyDrug: boolean;
}

const adjunct = (key: string, label: string, rxcui: string, verified: boolean) =>
  ({ key, label, rxcui, verified, studyDrug: false }) as const;

export const drugCatalog = [
  { key: 'ketamine', label: 'Ketamine', rxcui: '6130', verified: true, studyDrug: true },
  { key: 'esketamine', label: 'Esketamine', rxcui: '2119365', verified: false, studyDrug: true },
  adjunct('ondansetron', 'Ondansetron', '26225', true),
  adjunct('midazolam', 'Midazolam', '6960', true),
  adjunct('labetalol', 'Labetalol', '6185', true),
  adjunct('esmolol', 'Esmolol', '49737', true),
  adjunct('propranolol', 'Propranolol', '8787', true),
  adjunct('clonidine', 'Clonidine', '2599', false),
  adjunct('hydralazine', 'Hydralazine', '5470', false),
  adjunct('metoprolol', 'Metoprolol', '6918', true),
  adjunct('lorazepam', 'Lorazepam', '6470', false),
  adjunct('diazepam', 'Diazepam', '3322', true),
  adjunct('promethazine', 'Promethazine', '8745', false),
  adjunct('metoclopramide', 'Metoclopramide', '6915', false),
  adjunct('prochlorperazine', 'Prochlorperazine', '8704', false),
  adjunct('glycopyrrolate', 'Glycopyrrolate', '4955', false),
  adjunct('atropine', 'Atropine', '1223', false),
  adjunct('haloperidol', 'Haloperidol', '5093', false),
  adjunct('naloxone', 'Naloxone', '7242', false),
  adjunct('flumazenil', 'Flumazenil', '4457', false),
  adjunct('diphenhydramine', 'Diphenhydramine', '3498', false),
  adjunct('acetaminophen', 'Acetaminophen', '161', false),
  adjunct('ketorolac', 'Ketorolac', '35827', false),
  { key: 'other', label: 'Other drug', rxcui: null, verified: false, studyDrug: false },
] as const satisfies readonly DrugRow[];

export type DrugKey = (typeof drugCatalog)[number]['key'];
export const drugKeys = drugCatalog.map((row) => row.key) as [DrugKey, ...DrugKey[]];

/** Routes with the words a screen shows; the SNOMED CT codes are those of clinical.md 4.2. */
export const routeCatalog = {
  im: { label: 'IM', words: 'into muscle', snomed: '78421000' },
  iv: { label: 'IV', words: 'into a vein', snomed: '47625008' },
  sl: { label: 'SL', words: 'under the tongue', snomed: '37839007' },
  in: { label: 'IN', words: 'into the nose', snomed: '46713006' },
  sc: { label: 'SC', words: 'under the skin', snomed: '34206005' },
  po: { label: 'PO', words: 'by mouth', snomed: '26643006' },
} as const;
export type RouteKey = keyof typeof routeCatalog;
export const routeKeys = Object.keys(routeCatalog) as [RouteKey, ...RouteKey[]];

export function drugRow(key: DrugKey): DrugRow {
  return drugCatalog.find((row) => row.key === key) as DrugRow;
}
