import {
  CARD_GAP,
  type CardPart,
  cardPage,
  cardPartsOfCourse,
  cardPartsOfSession,
  cardTypeSize,
  evolveCourse,
  initialCourse,
} from '@tandem/domain';
import { clinicTime } from '../clinic-time.ts';
import type { SessionRecord } from '../session-record.ts';
import { type Content, colours, page } from './look.ts';

/** Where the card lies on its sheet of A4: in the middle, near the top. */
const left = (page.width - cardPage.width) / 2;
const TOP = 90;

/** Whatever of this record can stand on a card. */
function cardParts(record: SessionRecord): CardPart[] {
  const courses = (record.courses ?? []).map(({ id, entries }) =>
    entries.reduce(evolveCourse, initialCourse(id)),
  );
  return [...cardPartsOfSession(record.state), ...courses.flatMap(cardPartsOfCourse)];
}

/**
 * What keeps these from standing on one card; null when nothing does.
 * @returns `unknown` for an id that is none of the client's words here, `too-long` for more than fits
 */
export function cardProblem(record: SessionRecord, keep: readonly string[]): 'unknown' | 'too-long' | null {
  const all = cardParts(record);
  const chosen = keep.flatMap((id) => all.find((part) => part.id === id) ?? []);
  if (chosen.length < keep.length || keep.length === 0) return 'unknown';
  return cardTypeSize(chosen) === null ? 'too-long' : null;
}

/**
 * Words to keep on a card of A6 with lines to cut along: no name of the client, no value, no medicine, and no word of
 * ours, so that it speaks the client's language alone.
 */
export function keepCard(record: SessionRecord, keep: readonly string[]): Content {
  const all = cardParts(record);
  const chosen = keep.flatMap((id) => all.find((part) => part.id === id) ?? []);
  const fontSize = cardTypeSize(chosen) ?? 12;
  const { session, clinic } = record;
  const when = clinicTime(clinic.timeZone).day(session.startedAt ?? session.plannedAt);
  const width = cardPage.width - 2 * cardPage.side;
  return [
    {
      absolutePosition: { x: 0, y: 0 },
      canvas: [
        {
          type: 'rect',
          x: left,
          y: TOP,
          w: cardPage.width,
          h: cardPage.height,
          lineWidth: 0.5,
          lineColor: colours.ink3,
          dash: { length: 3, space: 3 },
        },
      ],
    },
    {
      absolutePosition: { x: left + cardPage.side, y: TOP + cardPage.side },
      table: {
        widths: [width],
        body: [
          [{ stack: chosen.map((part, at) => partOf(part, fontSize, at)), border: Array(4).fill(false) }],
        ],
      },
      layout: 'noBorders',
    },
    {
      absolutePosition: { x: left + cardPage.side, y: TOP + cardPage.height - cardPage.foot },
      table: { widths: [width], body: [[foot(`${when}  ·  ${clinic.name}`)]] },
      layout: 'noBorders',
    },
  ];
}

const foot = (text: string): Content => ({ text, fontSize: 10, color: colours.ink2, alignment: 'left' });

function partOf({ kind, from, words }: CardPart, fontSize: number, at: number): Content {
  const margin = [0, at === 0 ? 0 : fontSize * CARD_GAP, 0, 0];
  const look = { fontSize, lineHeight: 1.2 };
  if (kind === 'insight') return { ...look, margin, text: words ?? '' };
  if (kind === 'words') return { ...look, margin, bold: true, text: `“${words ?? ''}”` };
  const arrow: Content = { text: '↓', fontSize: 14, color: colours.ink2, margin: [0, 2, 0, 2] };
  return {
    margin,
    stack: [
      ...(from === null ? [] : [{ ...look, text: `“${from}”`, color: colours.ink2 }]),
      ...(from === null || words === null ? [] : [arrow]),
      ...(words === null ? [] : [{ ...look, text: `“${words}”`, bold: true }]),
    ],
  };
}
