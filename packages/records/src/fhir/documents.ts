import { Buffer } from 'node:buffer';
import type { ShownEntry } from '../shown-entries.ts';
import { concept, localSystem, systems } from './codes.ts';
import { exportable, type FhirContext, identityOf, type Resource, some, urn } from './context.ts';

/** Shared notes of the chart. Process notes are none of its entries and are in no record (45 CFR 164.501). */
export const noteKinds = ['note', 'moment', 'shift', 'words-to-keep', 'addendum'] as const;

/** Each shared note as a DocumentReference that holds its text; what it was before an amendment is superseded. */
export function noteDocuments(context: FhirContext): Resource[] {
  return exportable(context.record, noteKinds).flatMap((shown) => {
    const isError = shown.standing === 'entered-in-error';
    const before = shown.earlier.map(({ words, reason }, at) => ({
      ...document(
        context,
        shown,
        words,
        `${shown.label}, before it was amended: ${reason}`,
        `version-${at + 1}`,
      ),
      status: 'superseded',
      docStatus: 'final',
    }));
    const now = {
      ...document(context, shown, shown.words, shown.label),
      status: isError ? 'entered-in-error' : 'current',
      docStatus: isError ? 'entered-in-error' : before.length > 0 ? 'amended' : 'final',
      ...some(
        'relatesTo',
        before.slice(-1).map(({ id }) => ({ code: 'replaces', target: { reference: urn(id) } })),
      ),
    };
    return [...before, now];
  });
}

function document(context: FhirContext, shown: ShownEntry, text: string, title: string, part?: string) {
  const { time } = context;
  return {
    resourceType: 'DocumentReference',
    ...identityOf(context, shown, part),
    type: concept(localSystem('entry-kind'), shown.kind, shown.label),
    subject: context.subject,
    date: time.offset(shown.recordedAt),
    author: [context.practitioner(shown.recorder)],
    securityLabel: [concept(systems.confidentiality, 'R', 'Restricted')],
    content: [
      {
        attachment: {
          contentType: 'text/plain; charset=utf-8',
          data: Buffer.from(text, 'utf8').toString('base64'),
          title,
          creation: time.offset(shown.recordedAt),
        },
      },
    ],
    context: { encounter: [context.encounter], period: { start: time.offset(shown.happenedAt) } },
  };
}
