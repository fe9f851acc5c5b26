import type { Author, Instant } from '@tandem/domain';
import { type ClinicTime, clinicTime } from '../clinic-time.ts';
import type { SessionRecord } from '../session-record.ts';
import type { ShownEntry } from '../shown-entries.ts';
import { stableUuid } from '../stable-uuid.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
/** A FHIR resource. Its id is the UUID of its `fullUrl`. */
export interface Resource {
  readonly resourceType: string;
  readonly id: string;
  readonly [element: string]: unknown;
}
export interface Reference {
  readonly reference: string;
  readonly display?: string;
}

/** What every mapper needs of the record. */
export interface FhirContext {
  readonly record: SessionRecord;
  readonly time: ClinicTime;
  readonly subject: Reference;
  readonly encounter: Reference;
  /** `urn:tandem:clinic:<id>:<name>`: identifiers are this clinic's. */
  clinicSystem(name: string): string;
  /** Who recorded an entry, by role. */
  practitioner(person: { readonly id: string; readonly name?: string | undefined }): Reference;
  /** The person of this id when the record names them, else `otherwise`. */
  practitionerOr(id: string | undefined, otherwise: Author): Reference;
}

export function fhirContext(record: SessionRecord): FhirContext {
  const byId = new Map(record.people.map((person) => [person.id, person]));
  const practitioner: FhirContext['practitioner'] = ({ id, name }) => ({
    reference: urn(id),
    ...(name === undefined ? {} : { display: name }),
  });
  return {
    record,
    time: clinicTime(record.clinic.timeZone),
    subject: { reference: urn(record.client.id) },
    encounter: { reference: urn(record.session.id) },
    clinicSystem: (name) => `urn:tandem:clinic:${record.clinic.id}:${name}`,
    practitioner,
    practitionerOr: (id, otherwise) => practitioner(byId.get(id ?? '') ?? otherwise),
  };
}

export const urn = (id: string): string => `urn:uuid:${id}`;

/**
 * Id and identifiers of what an entry is exported as. One entry can become several resources: each keeps an id of its
 * own from one export to the next, and names the entry it comes from.
 * @param part of the entry; left out for its one and main resource, which has the entry's own id
 */
export function identityOf({ clinicSystem }: FhirContext, { id }: Pick<ShownEntry, 'id'>, part?: string) {
  const own = part === undefined ? id : stableUuid(id, part);
  return {
    id: own,
    identifier: [
      { system: clinicSystem('entry'), value: id },
      ...(part === undefined ? [] : [{ system: clinicSystem('entry-part'), value: own }]),
    ],
  };
}

/** What was changed, in words, for resources whose status cannot say it. */
export function changeNotes({ time }: FhirContext, shown: ShownEntry): { text: string; time: Instant }[] {
  const when = (at: Instant) => `${time.day(at)} ${time.time(at)}`;
  const notes = shown.earlier.map(({ words, happenedAt, at, by, reason }) => {
    const moved = happenedAt === shown.happenedAt ? '' : ` at ${when(happenedAt)}`;
    return { text: `Amended ${when(at)} by ${by.name}, was: ${words}${moved}. ${reason}`, at };
  });
  if (shown.change !== null) {
    const { at, by, reason } = shown.change;
    notes.push({ text: `Entered in error, said ${when(at)} by ${by.name}. ${reason}`, at });
  }
  if (shown.lateReason !== null)
    notes.push({ text: `Recorded late. ${shown.lateReason}`, at: shown.recordedAt });
  return notes.map(({ text, at }) => ({ text, time: time.offset(at) }));
}

/** Entries that become resources: removed and withheld ones have nothing to say. */
export function exportable(record: SessionRecord, kinds: readonly string[]): ShownEntry[] {
  return record.shown.filter(
    ({ kind, standing }) => kinds.includes(kind) && standing !== 'removed' && standing !== 'not-shown',
  );
}

/** An element that is left out when it has nothing to say: FHIR has no empty arrays. */
export function some<Value>(name: string, values: readonly Value[]): Record<string, readonly Value[]> {
  return values.length === 0 ? {} : { [name]: values };
}
