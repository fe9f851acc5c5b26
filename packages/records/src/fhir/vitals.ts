import { type DataOf, type VitalSignKey, type VitalSignRow, vitalSign, vitalSignRows } from '@tandem/domain';
import type { ShownEntry } from '../shown-entries.ts';
import { type Concept, concept, localSystem, profileUrl, systems, vitalProfiles } from './codes.ts';
import { changeNotes, exportable, type FhirContext, identityOf, type Resource, some } from './context.ts';

type VitalSigns = DataOf<'vital-signs'>;
type NotMeasured = NonNullable<VitalSigns['notMeasured']>[number];

/** One Observation for each sign of each set; a pressure is one panel with two components. */
export function vitalObservations(context: FhirContext): Resource[] {
  return exportable(context.record, ['vital-signs']).flatMap((shown) => {
    const data = shown.data as VitalSigns;
    const found: Resource[] = [];
    if (data.systolic !== undefined) found.push(pressure(context, shown, data, null));
    for (const row of vitalSignRows) {
      const value = data[row.key];
      if (value === undefined || row.lane === 'blood-pressure') continue;
      found.push({ ...observation(context, shown, data, row), valueQuantity: quantity(row, value) });
    }
    return [...found, ...notMeasured(context, shown, data)];
  });
}

/** Signs that were tried and have no value: with the reason, never left out and never taken for normal. */
function notMeasured(context: FhirContext, shown: ShownEntry, data: VitalSigns): Resource[] {
  const seen = new Set<string>();
  return (data.notMeasured ?? []).flatMap((missing) => {
    const isPressure = ['bloodPressure', 'systolic', 'diastolic'].includes(missing.sign);
    const key = isPressure ? 'systolic' : (missing.sign as VitalSignKey);
    if (seen.has(key) || data[key] !== undefined) return [];
    seen.add(key);
    if (isPressure) return [pressure(context, shown, data, missing)];
    return [{ ...observation(context, shown, data, vitalSign(key)), dataAbsentReason: absent(missing) }];
  });
}

function pressure(
  context: FhirContext,
  shown: ShownEntry,
  data: VitalSigns,
  missing: NotMeasured | null,
): Resource {
  const component = (key: 'systolic' | 'diastolic') => {
    const row = vitalSign(key);
    const value = data[key];
    return {
      code: codeOf(row),
      ...(value === undefined || missing !== null
        ? { dataAbsentReason: absent(missing) }
        : { valueQuantity: quantity(row, value) }),
    };
  };
  return {
    ...common(context, shown, data, 'bloodPressure', '85354-9'),
    code: concept(systems.loinc, '85354-9', 'Blood pressure'),
    component: [component('systolic'), component('diastolic')],
  };
}

function observation(context: FhirContext, shown: ShownEntry, data: VitalSigns, row: VitalSignRow) {
  return { ...common(context, shown, data, row.key, row.codes?.loinc[0] ?? null), code: codeOf(row) };
}

/** @param loinc of the profile it follows; null for a sign without one, which is an exam finding */
function common(
  context: FhirContext,
  shown: ShownEntry,
  data: VitalSigns,
  part: string,
  loinc: string | null,
) {
  const profile = loinc === null ? undefined : vitalProfiles[loinc];
  return {
    resourceType: 'Observation',
    ...identityOf(context, shown, part),
    ...(profile === undefined ? {} : { meta: { profile: [profileUrl(profile)] } }),
    status: observationStatus(shown),
    category: [concept(systems.category, profile === undefined ? 'exam' : 'vital-signs')],
    subject: context.subject,
    encounter: context.encounter,
    effectiveDateTime: context.time.offset(shown.happenedAt),
    issued: context.time.offset(shown.recordedAt),
    performer: [context.practitionerOr(data.takenById, shown.recorder)],
    // Typed by a person: Tandem reads no device (product.md).
    method: { text: 'Entered by hand' },
    ...some('note', changeNotes(context, shown)),
  };
}

/** Amended and entered-in-error as FHIR says them; whatever else is recorded is final. */
export function observationStatus({ standing }: ShownEntry): 'final' | 'amended' | 'entered-in-error' {
  return standing === 'amended' || standing === 'entered-in-error' ? standing : 'final';
}

function codeOf(row: VitalSignRow): Concept {
  const { label, key, codes } = row;
  if (codes === null) return concept(localSystem('vital-sign'), key, label);
  // SpO2 goes out with both codings: one is asked for by R4, the other by US Core (clinical.md 4.1).
  return { coding: codes.loinc.map((code) => ({ system: systems.loinc, code })), text: label };
}

function quantity({ unit, codes, key }: VitalSignRow, value: number) {
  if (codes !== null) return { value, unit, system: systems.ucum, code: codes.ucum };
  if (key === 'oxygenLitresPerMin') return { value, unit, system: systems.ucum, code: 'L/min' };
  return { value, unit: 'score', system: systems.ucum, code: '{score}' };
}

const outcomes = { refused: 'asked-declined', unable: 'not-performed', deferred: 'temp-unknown' } as const;

function absent(missing: NotMeasured | null): Concept {
  if (missing === null) return concept(systems.absent, 'not-performed');
  const { outcome, reason } = missing;
  return concept(
    systems.absent,
    outcome === undefined ? 'not-performed' : outcomes[outcome],
    `${outcome ?? 'not measured'}: ${reason}`,
  );
}
