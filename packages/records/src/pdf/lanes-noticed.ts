import type { LaneData } from './lane-data.ts';
import { colours, contentWidth } from './look.ts';
import { bold, GUTTER, middle, n, text, type X } from './svg-parts.ts';

type Noticed = LaneData['noticed'][number];
const tints = { high: '#F7DEDC', medium: '#FBEFC9' } as const;

/** Behind a pressure that raised a notice. */
export function halo(x: number, top: number, bottom: number, priority: Noticed['priority']): string {
  return `<rect x="${n(x - 6)}" y="${n(top - 4)}" width="12" height="${n(bottom - top + 8)}" rx="3" fill="${tints[priority]}"/>`;
}

/** The highest of them by its numbers: one chip, however many there were. */
export function peakChip(noticed: LaneData['noticed'], x: X, y: (value: number) => number): string[] {
  const peak = noticed.reduce<Noticed | null>(
    (high, one) => (high === null || one.systolic > high.systolic ? one : high),
    null,
  );
  if (peak === null) return [];
  const words = `${peak.systolic}/${peak.diastolic}`;
  const width = words.length * 4.4 + 8;
  const left = Math.min(Math.max(GUTTER, x(peak.atMs) - width / 2), contentWidth - width);
  const top = y(peak.systolic) - 16;
  const { fill, ink } = colours.notices[peak.priority];
  return [
    `<rect x="${n(left)}" y="${n(top)}" width="${n(width)}" height="11" rx="5.5" fill="${fill}"/>`,
    text(left + width / 2, top + 8, words, ink, `${middle} ${bold}`),
  ];
}
