import { describe, expect, test } from 'vitest';
import { given, MINUTE, T0, type Told, uuid } from '../session/given.test-support.ts';
import { dose, infusion, noticesAt, rateOf, stopOf, under } from './notices.test-support.ts';

const [A, B, RUN] = [uuid(11), uuid(12), uuid(13)] as const;
const plannedDoses = [{ amountMg: 20, route: 'iv' as const }];

/** Notices of one rule at a minute: which entry, since when, and the total that they name. */
function raisedBy(ruleId: string, minute: number, told: readonly Told[]) {
  return [...noticesAt(given(...told), minute).values()]
    .filter((notice) => notice.ruleId === ruleId)
    .map(({ entryId, sinceMs, facts }) => ({
      entryId,
      afterMs: sinceMs - T0,
      total: facts.type === 'dose-total' ? facts.totalMicrograms : null,
    }));
}
/** Half a microgram over it at 1 mg/min: rounded, that is one more. */
const justAfter = (minute: number) => minute * MINUTE + 30;

describe('[INF-5] an infusion of 1 mg/min under a ceiling of 30 mg', () => {
  const over = (minute: number, ...told: Told[]) =>
    raisedBy('dose-ceiling', minute, [...under({ ceilingMg: 30 }), ...told]);

  test('raises it while it runs, with the total so far', () => {
    expect(over(30, infusion(0, 60, { id: RUN }))).toEqual([]);
    expect(over(40, infusion(0, 60, { id: RUN }))).toEqual([
      { entryId: RUN, afterMs: justAfter(30), total: 40_000 },
    ]);
  });

  test('stopped within it raises nothing, whatever is given after it; the dose that follows does', () => {
    const told = [infusion(0, 60, { id: RUN }), stopOf(20), dose(30, 20, { id: A })];
    expect(over(90, ...told)).toEqual([{ entryId: A, afterMs: 30 * MINUTE, total: 40_000 }]);
  });

  test('stopped over it keeps the total it had at its stop', () => {
    expect(over(300, infusion(0, 60, { id: RUN }), stopOf(45))).toEqual([
      { entryId: RUN, afterMs: justAfter(30), total: 45_000 },
    ]);
  });

  test('counts a dose that is given while it runs, from then on', () => {
    const told = [infusion(0, 60, { id: RUN }), dose(10, 15, { id: A }), stopOf(20)];
    expect(over(60, ...told)).toEqual([{ entryId: RUN, afterMs: justAfter(15), total: 35_000 }]);
  });

  test('that was over it at its start is over it from its start on, as is each dose beside it', () => {
    const told = [dose(0, 40, { id: A }), infusion(20, 60, { id: RUN }), dose(30, 5, { id: B })];
    expect(over(40, ...told)).toEqual([
      { entryId: B, afterMs: 30 * MINUTE, total: 55_000 },
      { entryId: RUN, afterMs: 20 * MINUTE, total: 65_000 },
      { entryId: A, afterMs: 0, total: 40_000 },
    ]);
  });

  test('entered late raises it when it is known', () => {
    expect(over(90, infusion(0, 60, { id: RUN, enteredAt: 80 }), stopOf(60, { enteredAt: 80 }))).toEqual([
      { entryId: RUN, afterMs: 80 * MINUTE, total: 60_000 },
    ]);
  });

  test('of another drug raises nothing', () => {
    const ondansetron = { drug: 'ondansetron' };
    expect(over(90, infusion(0, 60, { id: RUN, data: ondansetron }), dose(5, 30))).toEqual([]);
  });
});

describe('[DOS-9] the reason for an infusion that goes on over the ceiling', () => {
  const reason = { overrideReason: 'Tolerated before.' };
  const session = (...told: Told[]) => noticesAt(given(...under({ ceilingMg: 30 }), ...told), 90);
  const ceiling = `dose-ceiling:${RUN}`;
  const start = infusion(0, 60, { id: RUN });

  test('given with its rate it settles the notice, from then on; the list stays open', () => {
    const notices = session(start, rateOf(40, 30, { data: reason, enteredAt: 41 }));
    expect(notices.get(ceiling)).toMatchObject({
      settled: { atMs: T0 + 41 * MINUTE },
      quiet: true,
      shown: false,
    });
    expect(notices.get(`dose-gate:${RUN}`)).toMatchObject({ settled: null, shown: true });
  });

  test('given before it was over the ceiling it settles the notice as it is raised', () => {
    const settled = { settled: { atMs: T0 + justAfter(30) }, shown: false };
    expect(session(start, rateOf(5, 60, { data: reason })).get(ceiling)).toMatchObject(settled);
    expect(session(infusion(0, 60, { id: RUN, data: reason })).get(ceiling)).toMatchObject(settled);
  });

  test('without one it stays open', () => {
    expect(session(start, rateOf(40, 30)).get(ceiling)).toMatchObject({ settled: null, shown: true });
  });
});

describe('[DOS-10] an infusion over the plan of 20 mg', () => {
  test('is raised when it passes it, and no more once it passes the ceiling', () => {
    const told = [...under({ ceilingMg: 30 }, { plannedDoses } as never), infusion(0, 60, { id: RUN })];
    expect(raisedBy('dose-plan', 20, told)).toEqual([]);
    expect(raisedBy('dose-plan', 25, told)).toEqual([
      { entryId: RUN, afterMs: justAfter(20), total: 25_000 },
    ]);
    expect(raisedBy('dose-plan', 31, told)).toEqual([]);
  });

  test('of another drug raises nothing', () => {
    const told = [
      ...under({}, { plannedDoses } as never),
      dose(0, 20),
      infusion(0, 600, { data: { drug: 'ondansetron' } }),
      dose(10, 1, { id: A }),
    ];
    expect(raisedBy('dose-plan', 60, told)).toEqual([{ entryId: A, afterMs: 10 * MINUTE, total: 21_000 }]);
  });
});

describe('[DOS-13] the list before a first dose that is an infusion', () => {
  test('is asked of its start, not of when it passed a limit, nor of its changes', () => {
    const told = [...under({ ceilingMg: 10 }), infusion(2, 60, { id: RUN }), rateOf(20, 30), stopOf(40)];
    expect(raisedBy('dose-gate', 60, told)).toEqual([{ entryId: RUN, afterMs: 2 * MINUTE, total: null }]);
  });
});
