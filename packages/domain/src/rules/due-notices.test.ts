import { describe, expect, test } from 'vitest';
import { at, ended, given, MINUTE, nurse, planned, started, T0 } from '../session/given.test-support.ts';
import { dose, noticesAt, saw, session, set } from './notices.test-support.ts';

const hr = { heartRate: 80 };
const id = (minute: number) => `vitals-due:${at(minute)}`;

describe('[NTC-7] vital signs that are due', () => {
  test.each([
    [2, 'low', false],
    [10, 'low', false],
    [10.1, 'medium', true],
    [20, 'medium', true],
    [20.1, 'high', true],
  ])('5 minutes after a dose, at minute %d: %s, on the bar is %s', (minute, priority, shown) => {
    expect(noticesAt(session(dose(0, 40)), minute).get(id(5))).toMatchObject({
      priority,
      shown,
      entryId: null,
    });
  });

  test('no High more than 60 minutes after the last dose', () => {
    const told = session(dose(0, 40), ...[5, 15, 30].map((minute) => set(minute, hr)));
    // Slot 45: High from 60 on, which is still within the hour; slot 60 never.
    expect(noticesAt(told, 60.1).get(id(45))?.priority).toBe('high');
    const later = session(dose(0, 40), ...[5, 15, 30, 45].map((minute) => set(minute, hr)));
    expect(noticesAt(later, 80).get(id(60))?.priority).toBe('medium');
  });

  test('the hour counts from any dose before, and from none after', () => {
    const lozenge = (minute: number) => dose(minute, 100, { data: { route: 'sl' } });
    const sets = [15, 30, 45].map((minute) => set(minute, hr));
    // Slot 60 is 15 minutes late at 75: an hour and a quarter after the first dose, 55 minutes after the second.
    expect(noticesAt(session(lozenge(0), lozenge(20), ...sets), 75.1).get(id(60))?.priority).toBe('high');
    expect(noticesAt(session(lozenge(0), ...sets), 75.1).get(id(60))?.priority).toBe('medium');
    expect(noticesAt(session(lozenge(0), ...sets, lozenge(76)), 77).get(id(60))?.priority).toBe('medium');
  });

  test('taking the set settles it, and whoever took it has seen it', () => {
    const told = session(dose(0, 40), set(12, hr, { actor: nurse }));
    expect(noticesAt(told, 13).get(id(5))).toMatchObject({
      priority: 'medium',
      shown: false,
      quiet: true,
      settled: { how: 'value', atMs: T0 + 12 * MINUTE },
    });
  });

  test('a slot that was missed keeps how late it came to be, and leaves the bar with the next set', () => {
    const told = session(dose(0, 40), set(22, hr), set(23, hr));
    expect(noticesAt(told, 40).get(id(5))).toMatchObject({ priority: 'high', shown: false });
  });

  test('Seen makes it quiet and does not settle it', () => {
    const told = session(dose(0, 40), saw(11, id(5)));
    expect(noticesAt(told, 12).get(id(5))).toMatchObject({ shown: true, quiet: true, settled: null });
    // From Medium to High is a worsening.
    expect(noticesAt(told, 21).get(id(5))).toMatchObject({ priority: 'high', quiet: false });
  });

  test('the end of the session ends it', () => {
    const told = given(planned, started, dose(0, 40), ended);
    expect(noticesAt(told, 300).get(id(120))?.settled).toMatchObject({ atMs: T0 + 130 * MINUTE });
    expect(noticesAt(told, 300).has(id(150))).toBe(false);
  });
});
