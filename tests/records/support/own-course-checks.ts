import type { FhirBundle, Resource } from '@tandem/records';

/** Totals of PHQ-9 and GAD-7 by their panel: LOINC, with how many items they sum. */
const panels: Readonly<Record<string, { readonly total: string; readonly items: number }>> = {
  '44249-1': { total: '44261-6', items: 9 },
  '69737-5': { total: '70274-6', items: 7 },
};
const ORDINAL = 'http://hl7.org/fhir/StructureDefinition/ordinalValue';

interface Coding {
  readonly code?: string;
  readonly extension?: readonly { readonly url: string; readonly valueDecimal?: number }[];
}
interface Survey extends Resource {
  readonly code: { readonly coding: readonly Coding[] };
  readonly hasMember?: readonly { readonly reference: string }[];
  readonly component?: readonly { readonly valueCodeableConcept?: { readonly coding: readonly Coding[] } }[];
  readonly valueQuantity?: { readonly value: number };
}

/** Of what happened between the sessions, where a validator is blind: sums, activities, and who agreed to what. */
export function courseProblems(resource: Resource, bundle: FhirBundle): string[] {
  if (resource.resourceType === 'Observation') return sumProblems(resource as Survey, bundle);
  if (resource.resourceType === 'CarePlan') return activityProblems(resource);
  if (resource.resourceType === 'DocumentReference') return insightProblems(resource);
  return [];
}

function sumProblems(panel: Survey, bundle: FhirBundle): string[] {
  const { total, items } = panels[panel.code.coding[0]?.code ?? ''] ?? { total: '', items: 0 };
  if (total === '') return [];
  const member = bundle.entry.find(({ fullUrl }) => fullUrl === panel.hasMember?.[0]?.reference)?.resource as
    | Survey
    | undefined;
  if (member?.code.coding[0]?.code !== total) return [`a panel does not name its total ${total}`];
  const values = (panel.component ?? []).slice(0, items).flatMap(({ valueCodeableConcept }) => {
    const score = valueCodeableConcept?.coding[0]?.extension?.find(
      ({ url }) => url === ORDINAL,
    )?.valueDecimal;
    return score === undefined ? [] : [score];
  });
  const sum = values.length < items ? undefined : values.reduce((all, value) => all + value, 0);
  return member.valueQuantity?.value === sum
    ? []
    : [`a total says ${String(member.valueQuantity?.value)}, its items sum to ${String(sum)}`];
}

/** cpl-3 of the specification: a detail or a reference, never both. */
function activityProblems({ activity = [] }: Resource): string[] {
  const both = (activity as { detail?: unknown; reference?: unknown }[]).filter(
    ({ detail, reference }) => (detail === undefined) === (reference === undefined),
  );
  return both.map(() => 'an activity of a plan has both detail and reference, or neither');
}

function insightProblems({ type, extension = [] }: Resource): string[] {
  const isInsight = JSON.stringify(type ?? null).includes('"insight"');
  const agreed = (extension as { url: string }[]).some(({ url }) => url.endsWith(':client-approval'));
  return isInsight && !agreed ? ['an insight goes out that the client has not agreed to'] : [];
}
