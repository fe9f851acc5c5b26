import { type ExportFormat, exportFormats, refuse } from '@tandem/domain';
import {
  cardProblem,
  clinicTime,
  fhirBundle,
  fillTemplate,
  remsCsv,
  remsSummary,
  type SessionRecord,
  sessionBundle,
  sessionCsv,
  sessionPdf,
} from '@tandem/records';
import type { ExportQuery } from '@tandem/wire';
import { RefusalError, refused } from '../refusal-error.ts';
import type { ExportedSession } from './record-of.ts';

export interface ExportedFile {
  /** Without the client's name: files lie about in folders and inboxes. */
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** The file of one format. It follows from the record and the choices alone. */
export async function fileOf(exported: ExportedSession, query: ExportQuery): Promise<ExportedFile> {
  const content = await contentOf(exported, query);
  return {
    name: fileName(exported.record, query),
    type: exportFormats[query.format].type,
    bytes: typeof content === 'string' ? Buffer.from(content, 'utf8') : content,
  };
}

function contentOf(
  { record, seals, templates }: ExportedSession,
  query: ExportQuery,
): string | Promise<Buffer> {
  const { format, variant = 'chart', template = 'physician', measurements } = query;
  const keep = query.keep?.toLowerCase().split(',') ?? [];
  if (variant === 'card') requireCard(record, keep);
  const make: Readonly<Record<ExportFormat, () => string | Promise<Buffer>>> = {
    fhir: () => json(fhirBundle(record)),
    csv: () => sessionCsv(record),
    pdf: () => sessionPdf(record, { variant, measurements: measurements === '1', keep }),
    text: () => fillTemplate(record, templates[template].text),
    bundle: () => json(sessionBundle(record, seals)),
    rems: () => json(remsSummary(record)),
    'rems-csv': () => remsCsv(record),
  };
  return make[format]();
}

/** @throws RefusalError for an id that is none of the client's words, and for more than one card has room for */
function requireCard(record: SessionRecord, keep: readonly string[]): void {
  const problem = cardProblem(record, keep);
  if (problem === 'unknown') throw refused('not-found', { field: 'keep' });
  if (problem === 'too-long') {
    const detail = 'keep holds more words than one card has room for. Nothing was made. Choose fewer.';
    throw new RefusalError(refuse('invalid', { field: 'keep', detail }));
  }
}

const json = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`;

/** "tandem-2026-11-24-0b9c1d2e.pdf": the day and the first sign of the session's id. */
function fileName({ session, clinic }: SessionRecord, { format, variant = 'chart' }: ExportQuery): string {
  const day = clinicTime(clinic.timeZone)
    .offset(session.startedAt ?? session.plannedAt)
    .slice(0, 10);
  const of = format === 'pdf' && variant !== 'chart' ? `-${variant}` : '';
  return `tandem-${day}-${session.id.slice(0, 8)}${of}.${exportFormats[format].ending}`;
}
