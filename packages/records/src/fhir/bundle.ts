import { isInvented, type SessionRecord } from '../session-record.ts';
import { stableUuid } from '../stable-uuid.ts';
import { composition, type Section, signatureProvenances } from './composition.ts';
import { type FhirContext, fhirContext, type Resource, urn } from './context.ts';
import { courseSections } from './course-sections.ts';
import { noteDocuments, noteKinds } from './documents.ts';
import { adverseEvents, courseObservations } from './events.ts';
import { medicationAdministrations } from './medicines.ts';
import { encounter, organization, patient, practitioners, testTag } from './parties.ts';
import { questionnaires } from './scales.ts';
import { vitalObservations } from './vitals.ts';

export interface FhirBundle extends Resource {
  readonly resourceType: 'Bundle';
  readonly entry: readonly { readonly fullUrl: string; readonly resource: Resource }[];
}

/**
 * The session as a FHIR R4 document. Every `fullUrl` and id follows from ids of the record alone, so that a second
 * export says the same of the same things. The estimated concentration is never in it (product.md, decision 4).
 */
export function fhirBundle(record: SessionRecord): FhirBundle {
  const context = fhirContext(record);
  const sections = sectionsOf(context);
  const resources = [
    composition(context, sections),
    patient(context),
    organization(context),
    ...practitioners(context),
    encounter(context),
    ...sections.flatMap((section) => section.resources),
    ...signatureProvenances(context),
  ];
  return {
    resourceType: 'Bundle',
    id: stableUuid(record.session.id, 'bundle'),
    ...(isInvented(record) ? { meta: { tag: [testTag] } } : {}),
    identifier: {
      system: context.clinicSystem('record-version'),
      // Another one as soon as a log has grown: a document is what it was.
      value: stableUuid(
        record.session.id,
        record.head.hash,
        record.exportedBy.role,
        ...(record.course?.heads ?? []),
      ),
    },
    type: 'document',
    timestamp: context.time.offset(record.exportedAt),
    entry: resources.map((resource) => ({ fullUrl: urn(resource.id), resource })),
  };
}

function sectionsOf(context: FhirContext): Section[] {
  return [
    { title: 'Vital signs', kinds: ['vital-signs'], resources: vitalObservations(context) },
    {
      title: 'Medicines',
      kinds: ['dose', 'infusion-start', 'infusion-rate', 'infusion-stop', 'dose-not-given'],
      resources: medicationAdministrations(context),
    },
    { title: 'Adverse events', kinds: ['adverse-event'], resources: adverseEvents(context) },
    { title: 'Course', kinds: ['phase', 'emergency', 'waste'], resources: courseObservations(context) },
    {
      title: 'Checklists and scales',
      kinds: ['checklist', 'assessment'],
      resources: questionnaires(context),
    },
    { title: 'Notes', kinds: noteKinds, resources: noteDocuments(context) },
    ...courseSections(context),
  ];
}
