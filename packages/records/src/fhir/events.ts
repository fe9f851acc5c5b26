import { adverseEventLabel, type DataOf, emergencyMarks, phaseLabels } from '@tandem/domain';
import type { ShownEntry } from '../shown-entries.ts';
import { concept, extensionUrl, localSystem, systems } from './codes.ts';
import {
  changeNotes,
  exportable,
  type FhirContext,
  identityOf,
  type Resource,
  some,
  urn,
} from './context.ts';
import { observationStatus } from './vitals.ts';

/** R4 knows three severities; the CTCAE grade itself goes into an extension (clinical.md 4.3). */
const severities = ['mild', 'moderate', 'severe', 'severe', 'severe'] as const;

/** AdverseEvent has neither status nor note: what was retracted or amended is said by extensions. */
export function adverseEvents(context: FhirContext): Resource[] {
  const { time, record } = context;
  return exportable(record, ['adverse-event']).map((shown) => {
    const data = shown.data as DataOf<'adverse-event'>;
    const isError = shown.standing === 'entered-in-error';
    const { identifier, id } = identityOf(context, shown);
    return {
      resourceType: 'AdverseEvent',
      id,
      // One identifier in R4, not a list.
      identifier: identifier[0],
      ...(isError
        ? { modifierExtension: [{ url: extensionUrl('entered-in-error'), valueBoolean: true }] }
        : {}),
      extension: [
        { url: extensionUrl('ctcae-grade'), valueInteger: data.grade },
        ...said('action', data.action),
        ...changeNotes(context, shown).map(({ text }) => ({
          url: extensionUrl('change'),
          valueString: text,
        })),
      ],
      actuality: 'actual',
      event: concept(localSystem('adverse-event'), data.term, adverseEventLabel(data.term)),
      subject: context.subject,
      encounter: context.encounter,
      date: time.offset(data.onsetAt ?? shown.happenedAt),
      detected: time.offset(shown.happenedAt),
      recordedDate: time.offset(shown.recordedAt),
      ...(data.serious === undefined
        ? {}
        : {
            seriousness: concept(
              systems.seriousness,
              data.serious ? 'serious' : 'non-serious',
              data.seriousCriterion,
            ),
          }),
      severity: concept(systems.severity, severities[data.grade - 1] as string),
      ...(data.outcome === undefined ? {} : { outcome: { text: data.outcome } }),
      recorder: context.practitioner(shown.recorder),
      ...suspect(context, data),
    };
  });
}

function said(name: string, text: string | undefined) {
  return text === undefined ? [] : [{ url: extensionUrl(name), valueString: text }];
}

function suspect({ record }: FhirContext, { doseId, relatedness }: DataOf<'adverse-event'>) {
  if (doseId === undefined || !exportable(record, ['dose', 'infusion-start']).some(({ id }) => id === doseId))
    return {};
  return {
    suspectEntity: [
      {
        instance: { reference: urn(doseId) },
        ...(relatedness === undefined ? {} : { causality: [{ assessment: { text: relatedness } }] }),
      },
    ],
  };
}

/** Steps of the arc, stamps of an emergency and waste, which FHIR has no better place for. */
export function courseObservations(context: FhirContext): Resource[] {
  return exportable(context.record, ['phase', 'emergency', 'waste']).map((shown) => ({
    resourceType: 'Observation',
    ...identityOf(context, shown),
    status: observationStatus(shown),
    category: [concept(systems.category, shown.kind === 'phase' ? 'survey' : 'procedure')],
    code: concept(localSystem('entry-kind'), shown.kind, shown.label),
    subject: context.subject,
    encounter: context.encounter,
    effectiveDateTime: context.time.offset(shown.happenedAt),
    issued: context.time.offset(shown.recordedAt),
    performer: [context.practitioner(shown.recorder)],
    ...valueOfStep(shown),
    ...some('note', changeNotes(context, shown)),
  }));
}

function valueOfStep(shown: ShownEntry) {
  if (shown.kind === 'phase') {
    const { phase } = shown.data as DataOf<'phase'>;
    return { valueCodeableConcept: concept(localSystem('phase'), phase, phaseLabels[phase]) };
  }
  if (shown.kind === 'waste') {
    const { amountMg } = shown.data as DataOf<'waste'>;
    return { valueQuantity: { value: amountMg, unit: 'mg', system: systems.ucum, code: 'mg' } };
  }
  const { mark, detail } = shown.data as DataOf<'emergency'>;
  const text = detail === undefined ? emergencyMarks[mark] : `${emergencyMarks[mark]}: ${detail}`;
  return { valueCodeableConcept: concept(localSystem('emergency'), mark, text) };
}
