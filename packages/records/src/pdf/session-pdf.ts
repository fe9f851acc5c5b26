import { exportPurposes, type PdfVariant, roleLabels } from '@tandem/domain';
import { clinicTime } from '../clinic-time.ts';
import { isInvented, type SessionRecord } from '../session-record.ts';
import { clientCopy } from './client-copy.ts';
import { goingHomeBlock, signaturesBlock } from './closing-blocks.ts';
import { entriesTable } from './entries-table.ts';
import { goingHomeSheet } from './going-home.ts';
import { headerBlock, runningHead } from './header-block.ts';
import { lanesSvg } from './lanes-svg.ts';
import { type Content, colours, contentWidth, page, size } from './look.ts';
import { render } from './render.ts';

export interface PdfChoices {
  readonly variant: PdfVariant;
  /** Of the client's copy: with vital signs and doses. */
  readonly measurements: boolean;
}

/** The record as a PDF: the whole chart, or what a client takes home. Fonts are embedded. */
export function sessionPdf(record: SessionRecord, choices: PdfChoices): Promise<Buffer> {
  return render({
    pageSize: 'A4',
    pageMargins: [page.side, page.top, page.side, page.bottom],
    defaultStyle: { font: 'Roboto', fontSize: size.body, color: colours.ink, lineHeight: 1.12 },
    info: {
      // No name in it: titles show in lists of files and of printers.
      title: `Session ${record.session.id}`,
      creator: 'Tandem',
      producer: 'Tandem',
      creationDate: new Date(record.exportedAt),
    },
    header: (current: number) => (current === 1 ? null : runningHeader(record)),
    footer: (current: number, pages: number) => footer(record, choices.variant, current, pages),
    content: contentOf(record, choices),
  });
}

function contentOf(record: SessionRecord, { variant, measurements }: PdfChoices): Content {
  if (variant === 'client') return clientCopy(record, measurements);
  if (variant === 'going-home') return goingHomeSheet(record);
  const lanes = lanesSvg(record);
  return [
    headerBlock(record),
    ...(lanes === null ? [] : [{ svg: lanes, width: contentWidth }]),
    entriesTable(record),
    goingHomeBlock(record),
    signaturesBlock(record),
  ];
}

function runningHeader(record: SessionRecord): Content {
  return {
    text: runningHead(record),
    color: colours.ink2,
    fontSize: size.small,
    margin: [page.side, 26, page.side, 0],
  };
}

/**
 * On every page: which record it is of, by its chain head, who made the copy and for what, and which page of how many.
 * On what a client takes home the head stays out: it is of no use there.
 */
function footer(record: SessionRecord, variant: PdfVariant, current: number, pages: number): Content {
  const { head, clinic, exportedAt, exportedBy, purpose } = record;
  const { day, time } = clinicTime(clinic.timeZone);
  const copied = `Copied ${day(exportedAt)} ${time(exportedAt)} by ${exportedBy.name}, ${roleLabels[exportedBy.role].toLowerCase()}`;
  const why = purpose === null ? '' : ` · ${exportPurposes[purpose]}`;
  const invented = isInvented(record) ? ' · no real client' : '';
  const lines = [
    `${copied}${why}${invented}`,
    ...(variant === 'chart' ? [`Record to entry ${head.seq}, ${head.hash}`] : []),
  ];
  return {
    margin: [page.side, 16, page.side, 0],
    columns: [
      { width: '*', text: lines.join('\n'), fontSize: size.foot, color: colours.ink3 },
      {
        width: 'auto',
        text: `Page ${current} of ${pages}`,
        fontSize: size.foot,
        color: colours.ink3,
        alignment: 'right',
      },
    ],
  };
}
