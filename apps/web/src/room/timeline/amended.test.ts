import { describe, expect, it } from 'vitest';
import { dosePins, noteMarks, phaseSpans } from './session-marks.ts';
import { amendment, dose, minute, set, type Told, told, ZONE } from './told.test-support.ts';
import { vitalPoints } from './vital-points.ts';

const context = { pending: new Set<string>(), zone: ZONE };
const pressures = (entries: readonly Told[]) =>
  vitalPoints(told(entries), 'blood-pressure', context.pending, ZONE);
const first = set(10, 164, 90, { heartRate: 88 });

describe('an amended mark', () => {
  it('[TLN-14] says when, what it was and why', () => {
    const [point] = pressures([first, amendment(23, 1, { systolic: 146, diastolic: 90, heartRate: 88 })]);
    expect(point).toMatchObject({ text: '146/90', amended: 'amended 15:23, was 164/90, mistyped' });
    expect(point?.title).toBe('15:10 Blood pressure 146/90, amended 15:23, was 164/90, mistyped');
  });

  it('[TLN-14] is on the lane that was changed and on no other', () => {
    const state = told([first, amendment(23, 1, { systolic: 146, diastolic: 90, heartRate: 88 })]);
    expect(vitalPoints(state, 'heart-rate', context.pending, ZONE)[0]?.amended).toBeNull();
  });

  it('[TLN-14] says what it was last, and where it stood when it was moved', () => {
    const once = amendment(23, 1, { systolic: 146, diastolic: 90 });
    const twice = amendment(30, 1, { systolic: 148, diastolic: 90 }, { reason: 'read again' });
    expect(pressures([first, once, twice])[0]?.amended).toBe('amended 15:30, was 146/90, read again');
    const moved = amendment(
      23,
      1,
      { systolic: 164, diastolic: 90, heartRate: 88 },
      { correctedHappenedAt: new Date(minute(12)).toISOString() },
    );
    expect(pressures([first, moved])[0]).toMatchObject({
      atMs: minute(12),
      amended: 'amended 15:23, was at 15:10, mistyped',
    });
  });

  it('[TLN-14] says that there was nothing when a value was added', () => {
    const bare: Told = ['vital-signs', 10, { heartRate: 88 }];
    const added = amendment(23, 1, { systolic: 146, diastolic: 90, heartRate: 88 });
    expect(pressures([bare, added])[0]?.amended).toBe('amended 15:23, was nothing, mistyped');
  });

  it('[TLN-14] may be a dose, a phase or a note', () => {
    const corrected = {
      dose: { state: 'already-given', drug: 'ketamine', route: 'im', amountMg: 42 },
      phase: { phase: 'peak' },
      note: { text: 'Breath slow and deep.', category: 'affect' },
    };
    const state = told([
      dose(10, 40),
      ['phase', 11, { phase: 'onset' }],
      ['note', 12, { text: 'Breath slow.', category: 'affect' }],
      amendment(20, 1, corrected.dose),
      amendment(21, 2, corrected.phase),
      amendment(22, 3, corrected.note),
    ]);
    const [pin] = dosePins(state, context);
    expect(pin?.title).toBe('15:10 Ketamine 42 mg IM, amended 15:20, was Ketamine 40 mg IM, mistyped');
    expect(phaseSpans(state, null, ZONE)[0]?.amended).toBe('amended 15:21, was Onset, mistyped');
    expect(noteMarks(state, context)[0]?.amended).toMatch(/^amended 15:22, was .*: Breath slow\., mistyped$/);
  });

  it('[TLN-14] is none when nothing that it shows was changed', () => {
    expect(pressures([first])[0]).toMatchObject({ amended: null, title: '15:10 Blood pressure 164/90' });
  });
});
