import { describe, expect, test } from 'vitest';
import { at, given, MINUTE, physician, planned, started, T0, uuid } from '../session/given.test-support.ts';
import { dose, noticesAt, saw, set, under } from './notices.test-support.ts';
import { noticesOf } from './notices.ts';

const [A, B, C, D] = [uuid(11), uuid(12), uuid(13), uuid(14)] as const;

describe('[NTC-1] all notices of a session', () => {
  test('worst first, then the one raised last, then by id', () => {
    const told = given(
      planned,
      started,
      set(10, { spo2: 93 }, { id: A }),
      set(12, { systolic: 164, diastolic: 90, heartRate: 115 }, { id: B }),
      set(11, { moaas: 3 }, { id: C, enteredAt: 13 }),
    );
    expect(noticesOf(told.state, T0 + 14 * MINUTE).map(({ id }) => id)).toEqual([
      `sedation:${C}`,
      `bp-high:${B}`,
      `heart-rate-high:${B}`,
      `spo2-low:${A}`,
    ]);
  });

  test('none before the start, whatever was measured', () => {
    const before = given(planned, set(-30, { systolic: 190, diastolic: 100 }));
    expect(noticesOf(before.state, T0)).toEqual([]);
    expect(
      noticesOf(given(planned, set(-30, { systolic: 190, diastolic: 100 }), started).state, T0),
    ).toHaveLength(1);
  });

  test('every rule by its id', () => {
    const of = (data: Parameters<typeof set>[1]) => [
      ...noticesAt(given(planned, started, set(10, data, { id: A })), 10).keys(),
    ];
    expect(of({ systolic: 160, diastolic: 90 })).toEqual([`bp-high:${A}`]);
    expect(of({ systolic: 99, diastolic: 60 })).toEqual([`bp-low:${A}`]);
    expect(of({ heartRate: 111 })).toEqual([`heart-rate-high:${A}`]);
    expect(of({ heartRate: 54 })).toEqual([`heart-rate-low:${A}`]);
    expect(of({ spo2: 93 })).toEqual([`spo2-low:${A}`]);
    expect(of({ respiratoryRate: 25 })).toEqual([`respiratory-rate-high:${A}`]);
    expect(of({ respiratoryRate: 9 })).toEqual([`respiratory-rate-low:${A}`]);
    expect(of({ moaas: 3 })).toEqual([`sedation:${A}`]);
    expect(of({ temperatureC: 41 })).toEqual([]);
  });
});

describe('a notice says the whole of it', () => {
  const rest = {
    emergency: false,
    supersededBy: null,
    settled: null,
    seen: [],
    quiet: false,
    shown: true,
    escalation: 0,
  };
  const only = (told: ReturnType<typeof given>, id: string, minute: number) =>
    noticesAt(told, minute).get(id);

  test('of a dose', () => {
    const protocol = under({ ceilingMg: 200, minimumIntervalMinutes: 10 }, {
      plannedDoses: [{ amountMg: 40, route: 'im' }],
    } as never);
    const told = given(
      ...protocol,
      dose(0, 40, { id: A }),
      dose(6, 20, { id: B }),
      dose(20, 68.4, { id: C, data: { route: 'iv' } }),
    );
    const of = (id: string, entryId: string, sinceMinute: number) => ({
      ...rest,
      id,
      ruleId: id.split(':')[0],
      entryId,
      sinceMs: T0 + sinceMinute * MINUTE,
      raisedMs: T0 + sinceMinute * MINUTE,
    });
    expect(only(told, `dose-plan:${B}`, 6)).toEqual({
      ...of(`dose-plan:${B}`, B, 6),
      priority: 'medium',
      facts: { type: 'dose-total', against: 'plan', totalMicrograms: 60_000, limitMicrograms: 40_000 },
    });
    expect(only(told, `dose-interval:${B}`, 6)).toEqual({
      ...of(`dose-interval:${B}`, B, 6),
      priority: 'high',
      facts: { type: 'dose-interval', minutes: 6, limitMinutes: 10 },
    });
    expect(only(told, `dose-range:${C}`, 20)).toEqual({
      ...of(`dose-range:${C}`, C, 20),
      priority: 'high',
      facts: { type: 'dose-range', amountMicrograms: 68_400, fromMicrograms: 68_400 },
    });
    // An hour later they are raised as they were: the clock raises vital signs again, never a dose.
    expect(only(told, `dose-range:${C}`, 90)?.raisedMs).toBe(T0 + 20 * MINUTE);
  });

  test('of a slot, from when it was due, late or long late', () => {
    const told = given(planned, started, dose(0, 40));
    const id = `vitals-due:${at(5)}`;
    const of = (minute: number) => only(told, id, minute);
    const slot = {
      ...rest,
      id,
      ruleId: 'vitals-due',
      entryId: null,
      facts: { type: 'vitals-due', slotAt: at(5) },
    };
    const since = (minute: number) => ({ sinceMs: T0 + minute * MINUTE, raisedMs: T0 + minute * MINUTE });
    expect(of(3)).toEqual({ ...slot, ...since(2), priority: 'low', shown: false });
    expect(of(11)).toEqual({ ...slot, ...since(10), priority: 'medium' });
    expect(of(20.5)).toEqual({ ...slot, ...since(20), priority: 'high' });
  });

  test('of a missing reading and of an emergency', () => {
    const told = given(
      planned,
      started,
      set(10, { notMeasured: [{ sign: 'spo2', reason: 'Cold hands.', outcome: 'unable' }] }, { id: A }),
    );
    const id = `no-reading:${A}:spo2`;
    expect(only(told, id, 10)).toEqual({
      ...rest,
      id,
      ruleId: 'no-reading',
      entryId: A,
      priority: 'high',
      sinceMs: T0 + 10 * MINUTE,
      raisedMs: T0 + 10 * MINUTE,
      facts: { type: 'no-reading', sign: 'spo2', reason: 'Cold hands.', takenAt: at(10) },
    });
    expect(only(told, id, 60)?.raisedMs).toBe(T0 + 10 * MINUTE);
  });
});

describe('[NTC-3] Seen and outcomes', () => {
  test('an outcome before a value in range settled it; at the same moment the value did', () => {
    const over = set(10, { systolic: 164, diastolic: 90 }, { id: A });
    const calm = (minute: number) => set(minute, { systolic: 130, diastolic: 80 }, { id: B });
    const told = (outcomeAt: number, calmAt: number) =>
      noticesAt(
        given(planned, started, over, saw(outcomeAt, `bp-high:${A}`, { outcome: 'Resting.' }), calm(calmAt)),
        30,
      ).get(`bp-high:${A}`)?.settled?.how;
    expect(told(11, 12)).toBe('outcome');
    expect(told(12, 12)).toBe('value');
  });

  test('a Seen before it was raised does not count', () => {
    const told = given(
      planned,
      started,
      set(10, { systolic: 184, diastolic: 90 }, { id: A }),
      saw(11, `bp-high:${A}`),
    );
    expect(noticesAt(told, 15).get(`bp-high:${A}`)?.quiet).toBe(false);
    expect(noticesAt(told, 14).get(`bp-high:${A}`)?.quiet).toBe(true);
  });

  test('a late set that answers its slot was seen by who took it, at the time it was taken', () => {
    const told = given(
      planned,
      started,
      dose(0, 40),
      set(22, { heartRate: 80 }, { id: D, actor: physician }),
    );
    expect(noticesAt(told, 23).get(`vitals-due:${at(15)}`)).toMatchObject({
      quiet: true,
      shown: false,
      seen: [],
    });
  });
});
