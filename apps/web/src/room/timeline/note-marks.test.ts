import { describe, expect, it } from 'vitest';
import { layoutOf } from './lane-layout.ts';
import { xOf } from './lane-scale.ts';
import { laneMarks, markAt } from './marks.ts';
import { placedMeaning } from './note-marks.ts';
import { timelineParts } from './timeline-parts.ts';
import { idOf, minute, type Told, told, ZONE } from './told.test-support.ts';

const plot = { fromMs: minute(0), toMs: minute(100), left: 204, width: 742 };
const iso = (count: number) => new Date(minute(count)).toISOString();
const partsOf = (entries: readonly Told[]) =>
  timelineParts(told(entries), { pending: new Set(), zone: ZONE });
const entries: readonly Told[] = [
  ['note', 12, { text: 'Breath slow.', category: 'noticed' }],
  ['moment', 10, { text: 'Silence', endsAt: iso(20), tags: ['grief'] }],
  ['moment', 15, { endsAt: iso(30), tags: ['tears'] }],
  ['moment', 40, { tags: ['release'] }],
  ['shift', 50, { from: 'I am the mistake', to: 'I did my best' }],
  ['words-to-keep', 60, { text: 'I can put it down' }],
  ['words-to-keep', 12, { text: 'Breath slow.', fromEntryId: idOf(1) }],
];

describe('what was said and what turned, on the notes lane', () => {
  it('[MNG-12] stands at its minute by its own shape; words kept from a note stand at its mark', () => {
    const { notes } = partsOf(entries);
    expect(notes.map(({ id, shape, atMs }) => [id, shape, atMs])).toEqual([
      [idOf(2), 'moment', minute(10)],
      [idOf(1), 'noticed', minute(12)],
      [idOf(3), 'moment', minute(15)],
      [idOf(4), 'moment', minute(40)],
      [idOf(5), 'shift', minute(50)],
      [idOf(6), 'kept', minute(60)],
    ]);
    expect(notes[0]?.title).toContain('Moment: Silence #grief');
    expect(notes[0]?.labels).toEqual(['Silence', 'grief', 'grief']);
  });

  it('[MNG-12] a stretch of time is a bar from its start to its end at the foot of the lane, under the points', () => {
    const { regions, points } = placedMeaning(partsOf(entries).notes, plot, 0, 38);
    expect(regions.map(({ note, left, right }) => [note.id, left, right])).toEqual([
      [idOf(2), xOf(minute(10), plot), xOf(minute(20), plot)],
      [idOf(3), xOf(minute(15), plot), xOf(minute(30), plot)],
    ]);
    // Two that overlap do not cover each other.
    expect(regions[1]?.top).toBeGreaterThanOrEqual(regions[0]?.bottom ?? 99);
    for (const { top, bottom } of regions) expect([top >= 20, bottom <= 38]).toEqual([true, true]);
    for (const { y } of points) expect(y).toBeLessThanOrEqual(regions[0]?.top ?? 0);
  });

  it('[MNG-12] without one the points stand in the middle; one that reaches out of the window ends at its edge', () => {
    const { notes } = partsOf(entries.slice(0, 1));
    expect(placedMeaning(notes, plot, 0, 38)).toMatchObject({ middle: 19, regions: [], points: [{ y: 19 }] });
    const out = partsOf([['moment', 95, { endsAt: iso(130), tags: ['grief'] }]]).notes;
    expect(placedMeaning(out, plot, 0, 38).regions[0]?.right).toBeCloseTo(204 + 742);
  });

  it('[MNG-12] a tap within a bar means it, a tap on a point over it the point', () => {
    const layout = layoutOf(964, 560);
    const marks = laneMarks(partsOf(entries), layout, plot);
    const bar = marks.find(({ id }) => id === idOf(2));
    const point = marks.find(({ id }) => id === idOf(1));
    if (bar === undefined || point === undefined) throw new Error('no mark');
    expect(markAt(marks, bar.left + 2, (bar.top + bar.bottom) / 2, 6)?.id).toBe(idOf(2));
    expect(markAt(marks, (point.left + point.right) / 2, point.top + 2, 6)?.id).toBe(idOf(1));
  });
});
