import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkRows } from '../checklist/catalog.ts';
import { given, MINUTE, physician, T0, uuid } from '../session/given.test-support.ts';
import { ketamineGiven } from '../session/ketamine-given.ts';
import { calm } from './dose-checks.test-support.ts';
import { anaestheticMicrograms, doseLimits } from './dose-limits.ts';
import { doseNotices } from './dose-notices.ts';
import { dose, noticesAt, saw, set, under } from './notices.test-support.ts';

const [A, B, C] = [uuid(11), uuid(12), uuid(13)] as const;
const allOff = Object.fromEntries(checkRows.map(({ key }) => [key, 'off' as const]));
const state = (...told: ReturnType<typeof under>) => given(...told).state;

describe('[DOS-8] limits of this client', () => {
  test('the lower of two ceilings counts, in whole micrograms, never rounded up', () => {
    expect(doseLimits(state(...under({ ceilingMg: 80 }))).ceilingMicrograms).toBe(80_000);
    expect(doseLimits(state(...under({ ceilingMgPerKg: 1.5 }))).ceilingMicrograms).toBe(102_600);
    expect(doseLimits(state(...under({ ceilingMg: 120, ceilingMgPerKg: 1.5 }))).ceilingMicrograms).toBe(
      102_600,
    );
    expect(doseLimits(state(...under({ ceilingMgPerKg: 0.3333 }))).ceilingMicrograms).toBe(22_797);
    expect(doseLimits(state(...under({})))).toEqual({
      ceilingMicrograms: null,
      minimumIntervalMinutes: null,
      plannedMicrograms: null,
    });
  });

  test('planned doses are summed; the anaesthetic range follows route and weight', () => {
    const plannedDoses = [
      { amountMg: 40, route: 'im' as const },
      { amountMg: 20.5, route: 'im' as const },
    ];
    expect(doseLimits(state(...under({}, { plannedDoses } as never))).plannedMicrograms).toBe(60_500);
    expect(anaestheticMicrograms(state(...under({})), 'im')).toBe(444_600);
    expect(anaestheticMicrograms(state(...under({})), 'iv')).toBe(68_400);
    expect(anaestheticMicrograms(state(...under({})), 'sl')).toBeNull();
  });
});

describe('[DOS-9] over the ceiling', () => {
  const id = `dose-ceiling:${B}`;
  const total = (second: number) =>
    noticesAt(
      given(...under({ ceilingMg: 60 }), dose(0, 40, { id: A }), dose(15, second, { id: B })),
      15,
    ).get(id);

  test('one microgram either side', () => {
    expect(total(20)).toBeUndefined();
    expect(total(20.001)).toMatchObject({
      priority: 'high',
      shown: true,
      facts: { type: 'dose-total', against: 'ceiling', totalMicrograms: 60_001, limitMicrograms: 60_000 },
    });
  });

  test('it leaves the bar with a written outcome and a Seen, not with Seen alone', () => {
    const told = under({ ceilingMg: 60 });
    const seen = given(...told, dose(0, 80, { id: B }), saw(1, id));
    expect(noticesAt(seen, 2).get(id)).toMatchObject({ shown: true, quiet: true });
    const written = given(
      ...told,
      dose(0, 80, { id: B }),
      saw(1, id, { outcome: 'Planned with the client.' }),
    );
    expect(noticesAt(written, 2).get(id)).toMatchObject({ shown: false, settled: { how: 'outcome' } });
  });

  test('the reason of an override settles it at once, seen by whoever gave it', () => {
    const overridden = dose(0, 80, { id: B, data: { overrideReason: 'Tolerated before.' } });
    expect(noticesAt(given(...under({ ceilingMg: 60 }), overridden), 1).get(id)).toMatchObject({
      shown: false,
      quiet: true,
      seen: [],
    });
  });
});

describe('[DOS-9] [DOS-10] the dose that carries the total over a limit is named, and no other', () => {
  const named = (...told: ReturnType<typeof under>) =>
    [...noticesAt(given(...under({ ceilingMg: 60 }), ...told), 60).keys()].filter((id) =>
      id.startsWith('dose-ceiling'),
    );

  test('of two in one minute, the one recorded second', () => {
    expect(named(dose(0, 40, { id: A }), dose(0, 30, { id: B }))).toEqual([`dose-ceiling:${B}`]);
  });

  test('of two, the one that was given second, although it was recorded first', () => {
    const told = [dose(10, 40, { id: A }), dose(0, 30, { id: B, enteredAt: 11 })];
    expect(named(...told)).toEqual([`dose-ceiling:${A}`]);
  });

  test('a drug that counts towards no total is neither named nor counted', () => {
    const ondansetron = dose(5, 100, { id: B, data: { drug: 'ondansetron', route: 'iv' } });
    expect(named(dose(0, 50, { id: A }), ondansetron, dose(20, 10))).toEqual([]);
    expect(named(dose(0, 61, { id: A }), ondansetron)).toEqual([`dose-ceiling:${A}`]);
  });
});

describe('[DOS-10] over the plan, under the ceiling', () => {
  test('is Medium; over both, the ceiling alone', () => {
    const plannedDoses = [{ amountMg: 40, route: 'im' as const }];
    const at = (amount: number) =>
      [
        ...noticesAt(
          given(...under({ ceilingMg: 60 }, { plannedDoses } as never), dose(0, amount, { id: B })),
          1,
        ).keys(),
      ].filter((id) => /^dose-(plan|ceiling)/.test(id));
    expect(at(40)).toEqual([]);
    expect(at(40.001)).toEqual([`dose-plan:${B}`]);
    expect(at(60)).toEqual([`dose-plan:${B}`]);
    expect(at(60.001)).toEqual([`dose-ceiling:${B}`]);
  });

  test('without a ceiling it is the plan alone; without a plan, nothing', () => {
    const plannedDoses = [{ amountMg: 40, route: 'im' as const }];
    const totals = (told: ReturnType<typeof under>) =>
      [...noticesAt(given(...told, dose(0, 400, { id: B })), 1).keys()].filter((id) =>
        /^dose-(plan|ceiling)/.test(id),
      );
    expect(totals(under({}, { plannedDoses } as never))).toEqual([`dose-plan:${B}`]);
    expect(totals(under({}))).toEqual([]);
  });
});

describe('[DOS-11] under the minimum interval', () => {
  test('one second either side', () => {
    const at = (minute: number) =>
      noticesAt(
        given(...under({ minimumIntervalMinutes: 10 }), dose(0, 40, { id: A }), dose(minute, 20, { id: B })),
        minute,
      ).get(`dose-interval:${B}`);
    expect(at(10)).toBeUndefined();
    expect(at(10 - 1 / 60)).toMatchObject({ priority: 'high', facts: { limitMinutes: 10 } });
  });
});

describe('[DOS-12] an anaesthetic amount', () => {
  test('is High from the range on, for ketamine alone', () => {
    const at = (amountMg: number, drug = 'ketamine') =>
      noticesAt(given(...under({}), dose(0, amountMg, { id: B, data: { route: 'iv', drug } })), 1).has(
        `dose-range:${B}`,
      );
    expect(at(68.399)).toBe(false);
    expect(at(68.4)).toBe(true);
    expect(at(100, 'esketamine')).toBe(false);
  });
});

describe('[DOS-1] sums', () => {
  test('are equal to the microgram over random sessions', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 400_000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(amounts, (micrograms) => {
        const told = micrograms.map((amount, n) => dose(n, amount / 1000));
        const sum = micrograms.reduce((total, amount) => total + amount, 0);
        expect(ketamineGiven(given(...under({}), ...told).state).totalMicrograms).toBe(sum);
      }),
      { numRuns: process.env.TANDEM_TEST_SIZE === 'long' ? 10_000 : 300 },
    );
  });
});

describe('[DOS-13] given before the list and without a baseline', () => {
  const open = under({ checklist: { ...allOff, consent: 'block' } });
  const factsOf = (id: string, ...told: ReturnType<typeof under>) =>
    noticesAt(given(...open, ...told), 30).get(id)?.facts;

  test('the rows that were open, and the values that hold, are named', () => {
    const told = [set(-4, { systolic: 150, diastolic: 80 }), dose(0, 40, { id: A })];
    expect(factsOf(`dose-gate:${A}`, ...told)).toEqual({ type: 'dose-gate', missing: ['consent'] });
    expect(factsOf(`dose-hold:${A}`, ...told)).toEqual({
      type: 'dose-hold',
      heldBy: [{ sign: 'systolic', value: 150, side: 'high', limit: 140 }],
    });
  });

  test('the list is asked of the first one alone, other drugs aside', () => {
    const ondansetron = dose(-5, 4, { id: B, data: { drug: 'ondansetron', route: 'iv' } });
    const told = [ondansetron, dose(0, 40, { id: A }), dose(20, 20, { id: C })];
    const gated = [A, B, C].filter((id) => factsOf(`dose-gate:${id}`, ...told) !== undefined);
    expect(gated).toEqual([A]);
  });
});

describe('a dose outside of limits, as it is raised', () => {
  const session = (data: object) =>
    given(...under({ ceilingMg: 60, checklist: allOff }), set(-4, calm), dose(3, 80, { id: B, data }));
  const raised = {
    ruleId: 'dose-ceiling',
    by: B,
    entryId: B,
    priority: 'high',
    emergency: false,
    facts: { type: 'dose-total', against: 'ceiling', totalMicrograms: 80_000, limitMicrograms: 60_000 },
    sinceMs: T0 + 3 * MINUTE,
    recheckedMs: [],
    settledMs: null,
    supersededBy: null,
    seenBy: [],
  };

  test('it stays open, and nobody has seen it', () => {
    expect(doseNotices(session({}).state, T0 + 5 * MINUTE)).toEqual([raised]);
  });

  test('[DOS-9] with the reason of an override it is settled and seen, by whoever gave the reason', () => {
    const sinceMs = T0 + 3 * MINUTE;
    expect(doseNotices(session({ overrideReason: 'Planned.' }).state, T0 + 5 * MINUTE)).toEqual([
      { ...raised, settledMs: sinceMs, seenBy: [{ by: physician, atMs: sinceMs }] },
    ]);
  });
});

test('a dose entered late raises its notice when it is known', () => {
  const late = dose(0, 80, { id: B, enteredAt: 20, actor: physician });
  expect(noticesAt(given(...under({ ceilingMg: 60 }), late), 21).get(`dose-ceiling:${B}`)?.raisedMs).toBe(
    T0 + 20 * MINUTE,
  );
});
