import { Buffer } from 'node:buffer';
import { canonicalJson, type DataOf, standing } from '@tandem/domain';
import { notAgreedWords } from '../course/course-words.ts';
import { closedWithout, hiddenWords } from '../session-record.ts';
import type { ShownEntry } from '../shown-entries.ts';
import { stableUuid } from '../stable-uuid.ts';
import { concept, localSystem, systems } from './codes.ts';
import { type FhirContext, type Resource, some, urn } from './context.ts';
import { narrative } from './narrative.ts';

/** What a document holds, by the heading under which it stands. */
export interface Section {
  readonly title: string;
  /** Kinds of entries whose lines it tells. */
  readonly kinds: readonly string[];
  /** What it tells besides, line by line. */
  readonly lines?: readonly string[];
  readonly resources: readonly Resource[];
}

/** The document itself: its state, who signed, and what each part holds, in words too. */
export function composition(context: FhirContext, sections: readonly Section[]): Resource {
  const { record, time, clinicSystem, subject, encounter, practitioner } = context;
  const { session, clinic, exportedBy, state } = record;
  const signatures = standing(state, 'signed');
  const authors = record.team.length > 0 ? record.team : [exportedBy];
  return {
    resourceType: 'Composition',
    id: compositionId(context),
    meta: { security: [{ system: systems.confidentiality, code: 'R', display: 'restricted' }] },
    identifier: { system: clinicSystem('record'), value: session.id },
    status: statusOf(context),
    // No LOINC code of a document type is verified here: the text says what it is.
    type: { text: 'Record of a ketamine-assisted psychotherapy session' },
    category: [concept(localSystem('record'), 'session')],
    subject,
    encounter,
    date: time.offset(record.entries.at(-1)?.recordedAt ?? record.exportedAt),
    author: authors.map(practitioner),
    title: `Session of ${time.day(session.startedAt ?? session.plannedAt)}`,
    confidentiality: 'R',
    ...some(
      'attester',
      signatures.map(({ happenedAt, item }) => ({
        mode: item.entry.author.role === 'physician' ? 'legal' : 'professional',
        time: time.offset(happenedAt),
        party: practitioner(item.entry.author),
      })),
    ),
    custodian: { reference: urn(clinic.id), display: clinic.name },
    ...some('section', [
      ...sections
        .filter(({ resources }) => resources.length > 0)
        .map((section) => asSection(context, section)),
      ...notHere(context),
    ]),
  };
}

export const compositionId = ({ record }: Pick<FhirContext, 'record'>): string =>
  stableUuid(record.session.id, 'composition');

/** Preliminary until everyone has signed; amended once an addendum was added after that. */
function statusOf({ record: { state } }: FhirContext): string {
  if (state.status === 'cancelled') return 'final';
  if (state.status !== 'signed' || closedWithout(state) !== null) return 'preliminary';
  return standing(state, 'addendum').length > 0 ? 'amended' : 'final';
}

function asSection({ record, time }: FhirContext, { title, kinds, lines = [], resources }: Section) {
  const line = (shown: ShownEntry) => {
    const was = shown.earlier.map(({ words }) => `, was: ${words}`).join('');
    const error = shown.standing === 'entered-in-error' ? ' (entered in error)' : '';
    return `${time.time(shown.happenedAt)} ${shown.words}${was}${error} (${shown.recorder.name})`;
  };
  const told = record.shown.filter(({ kind, standing: how }) => kinds.includes(kind) && how !== 'not-shown');
  return {
    title,
    text: narrative([...told.map(line), ...lines]),
    entry: resources.map(({ id }) => ({ reference: urn(id) })),
  };
}

/** A copy that leaves something out says so. */
function notHere({ record }: FhirContext) {
  const notAgreed = notAgreedWords(record);
  const lines = [...hiddenWords(record), ...(notAgreed === null ? [] : [notAgreed])];
  return lines.length === 0
    ? []
    : [
        {
          title: 'Not in this copy',
          text: narrative(lines),
          emptyReason: concept('http://terminology.hl7.org/CodeSystem/list-empty-reason', 'withheld'),
        },
      ];
}

/** Each signature, bound to the chain head it covers; what was hashed stands in `data`. */
export function signatureProvenances(context: FhirContext): Resource[] {
  const { record, time, practitioner } = context;
  return standing(record.state, 'signed').map(({ id, happenedAt, data, item }) => {
    const { author, recordedAt } = item.entry;
    const { meaning, coversSeq, coversHash }: DataOf<'signed'> = data;
    const signed = canonicalJson({ session: record.session.id, coversSeq, coversHash, meaning });
    return {
      resourceType: 'Provenance',
      id,
      target: [{ reference: urn(compositionId(context)) }],
      occurredDateTime: time.offset(happenedAt),
      recorded: time.offset(recordedAt),
      activity: { text: 'Signed' },
      agent: [
        {
          type: concept(systems.provenanceAgent, 'attester'),
          role: [concept(localSystem('role'), author.role)],
          who: practitioner(author),
        },
      ],
      signature: [
        {
          // E1762-95: verification signature.
          type: [{ system: systems.signatureType, code: '1.2.840.10065.1.12.1.5', display: meaning }],
          when: time.offset(happenedAt),
          who: practitioner(author),
          targetFormat: 'application/json',
          sigFormat: 'application/json',
          data: Buffer.from(signed, 'utf8').toString('base64'),
        },
      ],
    };
  });
}
