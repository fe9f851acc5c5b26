import {
  administrations,
  type DataOf,
  drugLabel,
  drugRow,
  formatRate,
  routeCatalog,
  summarizeDose,
} from '@tandem/domain';
import type { ShownEntry } from '../shown-entries.ts';
import { concept, systems } from './codes.ts';
import {
  changeNotes,
  exportable,
  type FhirContext,
  identityOf,
  type Resource,
  some,
  urn,
} from './context.ts';

type Dose = DataOf<'dose'>;
type Drug = Pick<Dose, 'drug' | 'drugName'>;

const MINUTE = 60_000;

/** Doses, infusions and what was not given, one MedicationAdministration each. */
export function medicationAdministrations(context: FhirContext): Resource[] {
  const of = (kind: string) => exportable(context.record, [kind]);
  return [
    ...of('dose').map((shown) => dose(context, shown)),
    ...of('infusion-start').map((shown) => infusion(context, shown)),
    ...of('dose-not-given').map((shown) => notGiven(context, shown)),
  ];
}

/** `context` is the visit: MedicationAdministration has no `encounter` in R4. */
function common(context: FhirContext, shown: ShownEntry, drug: Drug) {
  return {
    resourceType: 'MedicationAdministration',
    ...identityOf(context, shown),
    medicationCodeableConcept: medicine(drug),
    subject: context.subject,
    context: context.encounter,
  };
}

/** A code that nobody has checked against RxNav is not sent: the name alone is right. */
function medicine(drug: Drug) {
  const { rxcui, verified } = drugRow(drug.drug);
  const text = drugLabel(drug);
  return rxcui === null || !verified ? { text } : concept(systems.rxnorm, rxcui, text);
}

function dose(context: FhirContext, shown: ShownEntry): Resource {
  const data = shown.data as Dose;
  const { time } = context;
  const endMs = Date.parse(shown.happenedAt) + (data.durationMinutes ?? 0) * MINUTE;
  const start = time.offset(shown.happenedAt);
  return {
    ...common(context, shown, data),
    status: shown.standing === 'entered-in-error' ? 'entered-in-error' : 'completed',
    ...(data.durationMinutes === undefined
      ? { effectiveDateTime: start }
      : { effectivePeriod: { start, end: time.offset(new Date(endMs).toISOString()) } }),
    performer: [{ actor: context.practitionerOr(data.givenById, shown.recorder) }],
    ...partOf(context, data.boosterOf),
    dosage: {
      text: summarizeDose(data),
      ...(data.site === undefined ? {} : { site: { text: data.site } }),
      route: routeOf(data.route),
      dose: milligrams(data.amountMg),
    },
    ...some('note', [...notesOf(context, shown, data), ...changeNotes(context, shown)]),
  };
}

function infusion(context: FhirContext, shown: ShownEntry): Resource {
  const data = shown.data as DataOf<'infusion-start'>;
  const { time, record } = context;
  const isError = shown.standing === 'entered-in-error';
  const given = administrations(record.state, Date.parse(record.exportedAt)).find(
    ({ id }) => id === shown.id,
  );
  const ended = given?.endMs ?? null;
  const changes = exportable(record, ['infusion-rate', 'infusion-stop']).filter(
    (one) => (one.data as DataOf<'infusion-stop'>).infusionId === data.infusionId,
  );
  const early = changes.some(
    (one) => one.kind === 'infusion-stop' && (one.data as DataOf<'infusion-stop'>).reason !== undefined,
  );
  return {
    ...common(context, shown, data),
    status: isError ? 'entered-in-error' : ended === null ? 'in-progress' : early ? 'stopped' : 'completed',
    effectivePeriod: {
      start: time.offset(shown.happenedAt),
      ...(ended === null ? {} : { end: time.offset(new Date(ended).toISOString()) }),
    },
    performer: [{ actor: context.practitionerOr(data.givenById, shown.recorder) }],
    dosage: {
      text: `${drugLabel(data)} infusion, started at ${formatRate(data.rateMgPerHour)} IV`,
      route: routeOf('iv'),
      // What was delivered, not what was planned: a stopped infusion counts what it gave.
      ...(given === undefined || given.micrograms === 0 ? {} : { dose: milligrams(given.micrograms / 1000) }),
    },
    ...some('note', [
      ...changes.map((one) => ({
        text: `${time.time(one.happenedAt)} ${one.words}${one.standing === 'entered-in-error' ? ' (entered in error)' : ''}`,
        time: time.offset(one.recordedAt),
      })),
      ...notesOf(context, shown, data),
      ...changeNotes(context, shown),
    ]),
  };
}

function notGiven(context: FhirContext, shown: ShownEntry): Resource {
  const data = shown.data as DataOf<'dose-not-given'>;
  const dosage = {
    ...(data.route === undefined ? {} : { route: routeOf(data.route) }),
    ...(data.amountMg === undefined ? {} : { dose: milligrams(data.amountMg) }),
  };
  return {
    ...common(context, shown, data),
    status: shown.standing === 'entered-in-error' ? 'entered-in-error' : 'not-done',
    statusReason: [{ text: shown.words }],
    effectiveDateTime: context.time.offset(shown.happenedAt),
    performer: [{ actor: context.practitioner(shown.recorder) }],
    ...(Object.keys(dosage).length === 0 ? {} : { dosage: { text: shown.words, ...dosage } }),
    ...some('note', changeNotes(context, shown)),
  };
}

function routeOf(route: Dose['route']) {
  const { label, snomed } = routeCatalog[route];
  return concept(systems.snomed, snomed, label);
}

const milligrams = (value: number) => ({ value, unit: 'mg', system: systems.ucum, code: 'mg' });

function partOf({ record }: FhirContext, boosterOf: string | undefined) {
  const known = boosterOf !== undefined && exportable(record, ['dose']).some(({ id }) => id === boosterOf);
  return known ? { partOf: [{ reference: urn(boosterOf) }] } : {};
}

function notesOf(
  { time }: FhirContext,
  shown: ShownEntry,
  data: Pick<Dose, 'lot' | 'concentrationMgPerMl' | 'overrideReason'>,
) {
  const said = [
    data.lot === undefined ? null : `Lot ${data.lot}`,
    data.concentrationMgPerMl === undefined ? null : `${data.concentrationMgPerMl} mg/mL`,
    data.overrideReason === undefined ? null : `Given outside of limits: ${data.overrideReason}`,
  ];
  return said.filter((text) => text !== null).map((text) => ({ text, time: time.offset(shown.recordedAt) }));
}
