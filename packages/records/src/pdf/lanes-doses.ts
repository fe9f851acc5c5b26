import type { LaneData, NoteShape } from './lane-data.ts';
import { colours, contentWidth } from './look.ts';
import { bold, bottom, GUTTER, gridTop, lanes, line, middle, n, right, text, type X } from './svg-parts.ts';

/** Chips in up to three rows: two doses a few minutes apart stand one under the other. */
export function doseLane({ doses }: LaneData, x: X): string[] {
  const { top, height } = lanes.doses;
  const rowEnds: number[] = [];
  const chips = doses.map(({ atMs, toMs, words }) => {
    const width = words.length * 4 + 8;
    const at = Math.min(x(atMs), contentWidth - width);
    const free = rowEnds.findIndex((end) => end + 2 <= at);
    const row = free === -1 ? Math.min(rowEnds.length, 2) : free;
    rowEnds[row] = at + width;
    return { atMs, toMs, words, at, width, y: top + 3 + row * 13 };
  });
  return [
    line(0, top + height + 3, contentWidth, top + height + 3, colours.line),
    ...chips.flatMap(({ atMs, toMs }) => [
      line(x(atMs), gridTop, x(atMs), top + height, colours.ketamine, 0.8),
      ...(toMs > atMs
        ? [
            line(
              x(atMs),
              top + height - 1,
              Math.min(contentWidth, x(toMs)),
              top + height - 1,
              colours.ketamine,
              2,
            ),
          ]
        : []),
    ]),
    // Over all of the pins: none may cross out a number.
    ...chips.flatMap(({ words, at, width, y }) => [
      `<rect x="${n(at)}" y="${n(y)}" width="${n(width)}" height="11" rx="2.5" fill="${colours.ketamine}"/>`,
      text(at + width / 2, y + 8, words, '#ffffff', `${middle} ${bold}`),
    ]),
    doses.length === 0 ? text(GUTTER + 3, top + 10, 'No medicine given.', colours.ink2) : '',
    text(GUTTER - 5, top + 11, 'Given', colours.ketamine, `${right} ${bold}`),
  ];
}

const shapes: Readonly<Record<NoteShape, (x: number, y: number) => string>> = {
  noticed: (x, y) => `<circle cx="${n(x)}" cy="${n(y)}" r="2.4" fill="${colours.ink2}"/>`,
  words: (x, y) =>
    `<path d="M${n(x - 3)} ${n(y - 2.6)} h6 v4 h-3.4 l-1.6 1.8 v-1.8 h-1 z" fill="${colours.ink2}"/>`,
  theme: (x, y) => `<path d="M${n(x)} ${n(y - 3)} l3 3 l-3 3 l-3 -3 z" fill="${colours.ink2}"/>`,
  affect: (x, y) =>
    `<path d="M${n(x - 4)} ${n(y)} q2 -4 4 0 t4 0" fill="none" stroke="${colours.ink2}" stroke-width="1.2"/>`,
  moment: (x, y) =>
    `<path d="M${n(x)} ${n(y - 3.2)} l3 5.6 h-6 z" fill="none" stroke="${colours.ink2}" stroke-width="1"/>`,
};

/** By shape, not by colour, as on the screen. */
export function notesLane({ notes }: LaneData, x: X): string[] {
  const y = lanes.notes.top + lanes.notes.height / 2;
  return [
    text(GUTTER - 5, y + 2.6, 'Notes', colours.ink2, right),
    line(0, bottom, contentWidth, bottom, colours.line),
    ...notes.map(({ atMs, shape }) => shapes[shape](x(atMs), y)),
  ];
}
