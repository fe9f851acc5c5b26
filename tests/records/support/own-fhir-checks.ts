import type { FhirBundle, Resource } from '@tandem/records';
import { courseProblems } from './own-course-checks.ts';

/** Codes of the required bindings, as FHIR R4 lists them. */
const statuses: Readonly<Record<string, readonly string[]>> = {
  Observation: [
    'registered',
    'preliminary',
    'final',
    'amended',
    'corrected',
    'cancelled',
    'entered-in-error',
    'unknown',
  ],
  MedicationAdministration: [
    'in-progress',
    'not-done',
    'on-hold',
    'completed',
    'entered-in-error',
    'stopped',
    'unknown',
  ],
  QuestionnaireResponse: ['in-progress', 'completed', 'amended', 'entered-in-error', 'stopped'],
  Composition: ['preliminary', 'final', 'amended', 'entered-in-error'],
  CarePlan: ['draft', 'active', 'on-hold', 'revoked', 'completed', 'entered-in-error', 'unknown'],
  Task: [
    'draft',
    'requested',
    'received',
    'accepted',
    'rejected',
    'ready',
    'cancelled',
    'in-progress',
    'on-hold',
    'failed',
    'completed',
    'entered-in-error',
  ],
  DocumentReference: ['current', 'superseded', 'entered-in-error'],
  Encounter: [
    'planned',
    'arrived',
    'triaged',
    'in-progress',
    'onleave',
    'finished',
    'cancelled',
    'entered-in-error',
    'unknown',
  ],
};

const WITH_OFFSET = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d$/;
const vitalCodes = [
  '85354-9',
  '8480-6',
  '8462-4',
  '8867-4',
  '9279-1',
  '2708-6',
  '59408-5',
  '8310-5',
  '29463-7',
];

/** Where the validator is blind: choices made twice, status codes, references, vital signs, times, the estimate. */
export function ownProblems(bundle: FhirBundle): string[] {
  const urls = new Set(bundle.entry.map(({ fullUrl }) => fullUrl));
  return [
    ...documentProblems(bundle),
    ...bundle.entry.flatMap(({ fullUrl, resource }) => [
      ...(fullUrl === `urn:uuid:${resource.id}` ? [] : [`${fullUrl} is not the id ${resource.id}`]),
      ...statusProblems(resource),
      ...choices(resource, resource.resourceType),
      ...references(resource).flatMap((url) =>
        urls.has(url) ? [] : [`${resource.resourceType} refers to ${url}, which is not in the bundle`],
      ),
      ...times(resource, resource.resourceType),
      ...(resource.resourceType === 'Observation' ? vitalProblems(resource) : []),
      ...(resource.resourceType === 'MedicationAdministration' ? medicineProblems(resource) : []),
      ...courseProblems(resource, bundle),
    ]),
    ...(/ng\/ml|concentration|estimate/i.test(JSON.stringify(bundle)) ? ['holds an estimate'] : []),
  ];
}

function documentProblems({ type, identifier, timestamp, entry }: FhirBundle): string[] {
  const twice = entry.filter(
    ({ fullUrl }, at) => entry.findIndex((other) => other.fullUrl === fullUrl) !== at,
  );
  return [
    ...(type === 'document' && identifier !== undefined && timestamp !== undefined
      ? []
      : ['is no document with identifier and time']),
    ...(entry[0]?.resource.resourceType === 'Composition' ? [] : ['does not begin with its Composition']),
    ...twice.map(({ fullUrl }) => `${fullUrl} stands twice`),
  ];
}

function statusProblems({ resourceType, status }: Resource): string[] {
  const known = statuses[resourceType];
  return known === undefined || known.includes(String(status))
    ? []
    : [`${resourceType} has the status ${String(status)}, which is none`];
}

/** One element of a choice: `value[x]`, `effective[x]`, `medication[x]`. */
function choices(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item) => choices(item, path));
  const keys = Object.keys(value);
  const twice = ['value', 'effective', 'medication', 'onset', 'occurred'].filter(
    (name) => keys.filter((key) => new RegExp(`^${name}[A-Z]`).test(key)).length > 1,
  );
  return [
    ...twice.map((name) => `${path} has more than one ${name}[x]`),
    ...Object.entries(value).flatMap(([key, item]) => choices(item, `${path}.${key}`)),
  ];
}

function references(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { reference } = value as { reference?: unknown };
  return [
    ...(typeof reference === 'string' ? [reference] : []),
    ...Object.values(value).flatMap((item) => references(item)),
  ];
}

/** Every time of day carries the clinic's offset. */
function times(value: unknown, path: string): string[] {
  if (typeof value === 'string')
    return /^\d{4}-\d\d-\d\dT/.test(value) && !WITH_OFFSET.test(value)
      ? [`${path} has no offset: ${value}`]
      : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    times(item, Array.isArray(value) ? path : `${path}.${key}`),
  );
}

interface Coded {
  readonly code?: { readonly coding?: readonly { readonly system?: string; readonly code?: string }[] };
  readonly valueQuantity?: { readonly system?: string; readonly code?: string };
  readonly dataAbsentReason?: unknown;
}
const codesOf = ({ code }: Coded) => (code?.coding ?? []).flatMap((one) => one.code ?? []);

/** Elements that the profiles of vital signs ask for. */
function vitalProblems(resource: Resource): string[] {
  const { category, component = [] } = resource as Resource & {
    category?: Coded['code'][];
    component?: Coded[];
  };
  if (!(category ?? []).some((one) => one?.coding?.some(({ code }) => code === 'vital-signs'))) return [];
  const own = resource as Resource & Coded;
  const codes = codesOf(own);
  const missing = ['subject', 'effectiveDateTime', 'encounter'].filter(
    (name) => resource[name] === undefined,
  );
  const isPressure = codes.includes('85354-9');
  return [
    ...missing.map((name) => `a vital sign has no ${name}`),
    ...(codes.some((code) => vitalCodes.includes(code)) ? [] : ['a vital sign has no LOINC code of one']),
    ...(codes.includes('2708-6') === codes.includes('59408-5')
      ? []
      : ['SpO2 has one of its two codings alone']),
    ...(isPressure
      ? ['8480-6', '8462-4'].flatMap((code) => {
          const found = component.filter((one) => codesOf(one).includes(code));
          return found.length === 1 && hasValue(found[0] as Coded)
            ? []
            : [`a pressure has no component ${code} with a value or a reason`];
        })
      : hasValue(own)
        ? []
        : ['a vital sign has neither a value in UCUM nor a reason']),
  ];
}

function hasValue({ valueQuantity, dataAbsentReason }: Coded): boolean {
  if (valueQuantity === undefined) return dataAbsentReason !== undefined;
  return valueQuantity.system === 'http://unitsofmeasure.org' && valueQuantity.code !== undefined;
}

function medicineProblems({ context, encounter, dosage }: Resource): string[] {
  const { dose } = (dosage ?? {}) as { dose?: { code?: string } };
  return [
    ...(context === undefined ? ['a MedicationAdministration has no context'] : []),
    ...(encounter === undefined ? [] : ['a MedicationAdministration has an encounter: in R4 it is context']),
    ...(dose === undefined || dose.code === 'mg' ? [] : ['a dose is not in mg']),
  ];
}
