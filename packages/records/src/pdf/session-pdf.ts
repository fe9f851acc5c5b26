import { exportPurposes, type PdfVariant, roleLabels } from '@tandem/domain';
import { clinicTime } from '../clinic-time.ts';
import { isInvented, type SessionRecord } from '../session-record.ts';
import { clientCopy } from './client-copy.ts';
import { goingHomeBlock, signaturesBlock } from './closing-blocks.ts';
import { courseBlock } from './course-block.ts';
import { entriesTable } from './entries-table.ts';
import { goingHomeSheet } from './going-home.ts';
import { headerBlock, runningHead } from './header-block.ts';
import { keepCard } from './keep-card.ts';
import { lanesSvg } from './lanes-svg.ts';
import { type Content, colours, contentWidth, page, size } from './look.ts';
import { type PdfPlan, render } from './render.ts';

export interface PdfChoices {
  readonly variant: PdfVariant;
  /** Of the client's copy: with vital signs and doses. */
  readonly measurements: boolean;
  /** Of the card: ids of what stands on it. */
  readonly keep?: readonly string[];
}

/** The record as a PDF: the whole chart, or what a client takes home. Fonts are embedded. */
export function sessionPdf(record: SessionRecord, choices: PdfChoices): Promise<Buffer> {
  return render(pdfPlan(record, choices));
}

/** The same before it is set: what will stand in it, as data. */
export function pdfPlan(record: SessionRecord, choices: PdfChoices): PdfPlan {
  return {
    definition: {
      pageSize: 'A4',
      pageMargins: [page.side, page.top, page.side, page.bottom],
      defaultStyle: { font: 'Inter', fontSize: size.body, color: colours.ink, lineHeight: 1.15 },
      info: {
        // No name in it: titles show in lists of files and of printers.
        title: `Session ${record.session.id}`,
        creator: 'Tandem',
        producer: 'Tandem',
        creationDate: new Date(record.exportedAt),
      },
      content: contentOf(record, choices),
    },
    header: {
      text: runningHead(record),
      color: colours.ink2,
      fontSize: size.small,
      margin: [page.side, 26, page.side, 0],
    },
    footer: {
      text: footerText(record, choices.variant),
      style: { fontSize: size.foot, color: colours.ink3 },
      margin: [page.side, 16, page.side, 0],
    },
  };
}

function contentOf(record: SessionRecord, { variant, measurements, keep = [] }: PdfChoices): Content {
  if (variant === 'card') return keepCard(record, keep);
  if (variant === 'client') return clientCopy(record, measurements);
  if (variant === 'going-home') return goingHomeSheet(record);
  const lanes = lanesSvg(record);
  return [
    headerBlock(record),
    ...(lanes === null ? [] : [{ svg: lanes, width: contentWidth }]),
    entriesTable(record),
    goingHomeBlock(record),
    signaturesBlock(record),
    courseBlock(record),
  ];
}

/**
 * Which record it is of, by its chain head, and who made the copy and for what. On what a client takes home the head
 * stays out: it is of no use there.
 */
function footerText(record: SessionRecord, variant: PdfVariant): string {
  const { head, clinic, exportedAt, exportedBy, purpose } = record;
  const { day, time } = clinicTime(clinic.timeZone);
  const copied = `Copied ${day(exportedAt)} ${time(exportedAt)} by ${exportedBy.name}, ${roleLabels[exportedBy.role].toLowerCase()}`;
  const why = purpose === null ? '' : ` · ${exportPurposes[purpose]}`;
  const invented = isInvented(record) ? ' · no real client' : '';
  return [
    `${copied}${why}${invented}`,
    ...(variant === 'chart' ? [`Record to entry ${head.seq}, ${head.hash}`] : []),
  ].join('\n');
}
