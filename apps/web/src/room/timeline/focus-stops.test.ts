import { describe, expect, it } from 'vitest';
import { focusStops, nearestStop, stepTo } from './focus-stops.ts';
import { dosePins, phaseSpans } from './session-marks.ts';
import { amendment, dose, idOf, minute, set, type Told, told, ZONE } from './told.test-support.ts';

function stopsOf(entries: readonly Told[]) {
  const state = told(entries);
  const doses = dosePins(state, { pending: new Set(), zone: ZONE });
  return focusStops(state, doses, phaseSpans(state, null, ZONE), ZONE);
}
const textsOf = (stop: { values: readonly { text: string }[] } | undefined) =>
  stop?.values.map(({ text }) => text);

describe('focus line', () => {
  it('[TLN-13] stands at every set and dose by time, with all that was true then and nothing carried over', () => {
    const stops = stopsOf([
      set(30, 150, 92, { spo2: 97, oxygenLitresPerMin: 0 }),
      set(1, 124, 78, { heartRate: 72 }),
      dose(10, 40),
      ['phase', 20, { phase: 'peak' }],
      ['note', 25, { text: 'Breath slow.', category: 'noticed' }],
    ]);
    expect(stops.map(({ atMs }) => atMs)).toEqual([minute(1), minute(10), minute(30)]);
    expect(textsOf(stops[0])).toEqual(['124/78', 'MAP 93', 'HR 72 /min']);
    expect(textsOf(stops[1])).toEqual(['Ketamine 40 mg IM', 'total 40 mg']);
    expect(textsOf(stops[2])).toEqual(['150/92', 'MAP 111', 'SpO₂ 97 %', 'room air', 'total 40 mg', 'Peak']);
  });

  it('[TLN-14] tells what stood there before it was amended, and only what changed', () => {
    const [stop] = stopsOf([
      set(1, 164, 90, { heartRate: 72 }),
      amendment(2, 1, { systolic: 146, diastolic: 90, heartRate: 72 }),
    ]);
    expect(textsOf(stop)).toContain('146/90');
    expect(stop?.amended).toEqual(['amended 15:02, was 164/90, mistyped']);
    expect(stop?.id).toBe(idOf(1));
  });

  it('[TLN-15] steps from reading to reading, begins at the last, and stays within them', () => {
    expect(stepTo('ArrowLeft', -1, 3)).toBe(2);
    expect(stepTo('ArrowRight', -1, 3)).toBe(2);
    expect(stepTo('ArrowLeft', 0, 3)).toBe(0);
    expect(stepTo('ArrowRight', 1, 3)).toBe(2);
    expect([stepTo('Home', 2, 3), stepTo('End', 0, 3)]).toEqual([0, 2]);
    expect(stepTo('a', 1, 3)).toBeNull();
    expect(stepTo('toString', 1, 3)).toBeNull();
  });

  it('[TLN-15] follows a hand to the nearest reading within reach', () => {
    const stops = [{ atMs: 0 }, { atMs: 100 }];
    expect(nearestStop(stops, 60, 50)).toBe(stops[1]);
    expect(nearestStop(stops, 300, 50)).toBeNull();
  });
});
