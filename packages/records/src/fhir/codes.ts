/** Code systems of FHIR R4 that are used here. What has no verified code goes out as text (clinical.md 4). */
export const systems = {
  loinc: 'http://loinc.org',
  ucum: 'http://unitsofmeasure.org',
  rxnorm: 'http://www.nlm.nih.gov/research/umls/rxnorm',
  snomed: 'http://snomed.info/sct',
  category: 'http://terminology.hl7.org/CodeSystem/observation-category',
  absent: 'http://terminology.hl7.org/CodeSystem/data-absent-reason',
  actCode: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
  actReason: 'http://terminology.hl7.org/CodeSystem/v3-ActReason',
  confidentiality: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality',
  participation: 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType',
  identifierType: 'http://terminology.hl7.org/CodeSystem/v2-0203',
  seriousness: 'http://terminology.hl7.org/CodeSystem/adverse-event-seriousness',
  severity: 'http://terminology.hl7.org/CodeSystem/adverse-event-severity',
  signatureType: 'urn:iso-astm:E1762-95:2013',
  provenanceAgent: 'http://terminology.hl7.org/CodeSystem/provenance-participant-type',
} as const;

export interface Coding {
  readonly system: string;
  readonly code: string;
  readonly display?: string;
}
export interface Concept {
  readonly coding?: readonly Coding[];
  readonly text?: string;
}

/** A system of our own, for what has no public code: MOAA/S, answers of the checklist, terms of events. */
export const localSystem = (name: string): string => `urn:tandem:code:${name}`;
/** Extensions of our own. */
export const extensionUrl = (name: string): string => `urn:tandem:extension:${name}`;

/** The score of an answer beside its code, as FHIR R4 names it. */
export const ordinalUrl = 'http://hl7.org/fhir/StructureDefinition/ordinalValue';

export function concept(system: string, code: string, text?: string): Concept {
  return { coding: [{ system, code }], ...(text === undefined ? {} : { text }) };
}

/** The profile of a vital sign in FHIR R4, by its first LOINC code. */
export const vitalProfiles: Readonly<Record<string, string>> = {
  '85354-9': 'bp',
  '8867-4': 'heartrate',
  '2708-6': 'oxygensat',
  '9279-1': 'resprate',
  '8310-5': 'bodytemp',
  '29463-7': 'bodyweight',
};
export const profileUrl = (name: string): string => `http://hl7.org/fhir/StructureDefinition/${name}`;
