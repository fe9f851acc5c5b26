import { type Content, colours, contentWidth, size } from '../look.ts';

/** Parts of a form that is written on by hand. Lines are darker than in a report: they are met with a pen. */
export const penLine = colours.ink3;
/** Points of a row that a hand writes in: 7 mm. */
export const ROW = 20;

/** A heading with what belongs to it in small letters. */
export const paperHeading = (text: string, hint = '', above = 9): Content => ({
  text: [
    { text, bold: true, fontSize: size.heading },
    ...(hint === '' ? [] : [{ text: `   ${hint}`, fontSize: size.small, color: colours.ink2 }]),
  ],
  margin: [0, above, 0, 3],
});

export interface PaperColumn {
  readonly head: string;
  /** Parts of the whole width. */
  readonly share: number;
}

/** Empty rows under heads; what is known of a row already stands in its first cells. */
export function paperTable(
  columns: readonly PaperColumn[],
  rows: readonly (readonly string[])[],
  height = ROW,
): Content {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  // Padding of a cell, and the lines between cells, which stand beside the widths.
  const free = contentWidth - columns.length * 8 - (columns.length + 1) * 0.6;
  const widths = columns.map(({ share }) => (free * share) / whole);
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths,
      // Of a row without its padding.
      heights: ['auto', ...rows.map(() => height - 5)],
      body: [
        columns.map(({ head }) => ({
          text: head,
          fontSize: size.small,
          bold: true,
          fillColor: colours.wash,
        })),
        ...rows.map((cells) => columns.map((_, at) => ({ text: cells[at] ?? '', margin: [0, 2, 0, 0] }))),
      ],
    },
    layout: 'pen',
  };
}

/** "Started at ________": a line as wide as is left. */
export const toWrite = (label: string, width: number): Content => ({
  width,
  stack: [
    { text: label, fontSize: size.small, color: colours.ink2 },
    {
      canvas: [{ type: 'line', x1: 0, y1: 18, x2: width, y2: 18, lineWidth: 0.6, lineColor: penLine }],
    },
  ],
});

/** What is known, under what it is. */
export const known = (label: string, value: string): Content => ({
  stack: [
    { text: label, fontSize: size.small, color: colours.ink2 },
    { text: value, bold: true, fontSize: 9.5, margin: [0, 1, 0, 0] },
  ],
});

/** A line of facts beside each other. */
export const inColumns = (columns: readonly Content[], above = 6): Content => ({
  columns,
  columnGap: 14,
  margin: [0, above, 0, 0],
});

/** Lines over the whole width. */
export const writtenLines = (count: number): Content => ({
  canvas: Array.from({ length: count }, (_, at) => ({
    type: 'line',
    x1: 0,
    y1: (at + 1) * ROW,
    x2: contentWidth,
    y2: (at + 1) * ROW,
    lineWidth: 0.5,
    lineColor: penLine,
  })),
});

/** A box to tick, and what is true once it is ticked. */
export const tick = (text: string): Content => ({
  columns: [
    {
      width: 10,
      canvas: [{ type: 'rect', x: 0, y: 1, w: 8.5, h: 8.5, lineWidth: 0.8, lineColor: colours.ink }],
    },
    { width: '*', text, fontSize: 8.5 },
  ],
  columnGap: 5,
  margin: [0, 0, 0, 5],
});
