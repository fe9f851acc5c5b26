import { clinicTime, shownDay } from '../../clinic-time.ts';
import { type Content, colours, page, size } from '../look.ts';
import { type PdfPlan, render } from '../render.ts';
import { backPage } from './back-page.ts';
import { clientName, frontPage } from './paper-form.ts';
import type { PaperInput, PaperSession } from './paper-input.ts';
import { paperWords } from './paper-words.ts';

/** Front and back of one sheet. */
const PAGES = 2;

/** A sheet for each session and one more, empty: what is written on while Tandem cannot be reached. */
export function paperForms(input: PaperInput): Promise<Buffer> {
  return render(paperPlan(input));
}

/** The same before it is set: what will stand in it, as data. */
export function paperPlan(input: PaperInput): PdfPlan {
  const words = paperWords[input.language];
  const { day, time } = clinicTime(input.clinic.timeZone);
  const all: readonly (PaperSession | null)[] = [...input.sessions, null];
  const printed = words.printed(`${day(input.printedAt)} ${time(input.printedAt)}`, input.printedBy);
  const sheet = (session: PaperSession | null, at: number): Content[] => [
    { stack: frontPage(session, words, input), ...(at === 0 ? {} : { pageBreak: 'before' }) },
    { stack: backPage(session, words), pageBreak: 'before', margin: [0, 14, 0, 0] },
  ];
  // Which sheet the back belongs to, should it be copied alone.
  const head = (session: PaperSession | null): Content => ({
    text:
      session === null
        ? `${words.client}:`
        : `${clientName(session)} · ${words.born} ${shownDay(session.client.birthDate)} · ${day(session.plannedAt)}`,
    fontSize: 9,
    bold: true,
    margin: [page.side, 14, page.side, 0],
  });
  return {
    definition: {
      pageSize: 'A4',
      pageMargins: [page.side, 40, page.side, 46],
      defaultStyle: { font: 'Inter', fontSize: size.body, color: colours.ink, lineHeight: 1.12 },
      // No name in it: titles show in lists of files and of printers.
      info: {
        title: words.title,
        creator: 'Tandem',
        producer: 'Tandem',
        creationDate: new Date(input.printedAt),
      },
      content: all.flatMap(sheet),
    },
    header: '',
    footer: {
      text: `${printed} ${words.afterwards}`,
      style: { fontSize: size.foot, color: colours.ink2 },
      margin: [page.side, 8, page.side, 0],
      pageOf: words.pageOf,
    },
    sheets: { pages: PAGES, heads: all.map(head) },
  };
}
