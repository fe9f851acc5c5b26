import { entryKindOf, idsOf, ketamineGiven, sameJson, standing, timeline } from '@tandem/domain';
import { describe, expect, test } from 'vitest';
import { inputOf, people, play, protocolPlans } from './play.test-support.ts';
import { bodyDuring, partOf, scenario } from './scenario.ts';
import { scenarioKinds } from './types.ts';

const routes = Object.keys(protocolPlans);
const seeds = Array.from({ length: 100 }, (_, seed) => seed);
const played = scenarioKinds.flatMap((kind) =>
  seeds.map((seed) => {
    const input = inputOf(seed, routes[seed % routes.length] as string);
    const steps = scenario(kind, input);
    return { kind, seed, input, steps, ...play(input.sessionId, steps) };
  }),
);
const of = (kind: string) => played.filter((one) => one.kind === kind);

describe('every scenario, 100 seeds each', () => {
  test('[SCN-1] given the steps in order, when decided on the scenario clock, then none is refused', () => {
    const refused = played.flatMap(({ kind, seed, refusals }) =>
      refusals.map(({ step, refusal }) => ({ kind, seed, refusal, command: step.command.type })),
    );
    expect(refused).toEqual([]);
    expect(played).toHaveLength(700);
  });

  test('[SCN-2] given an entry, when read with the schema of its kind, then it comes out as it went in', () => {
    const changed = played
      .flatMap(({ entries }) => entries)
      .filter(({ kind, data }) => !sameJson(entryKindOf(kind)?.data.parse(data), data));
    expect(changed).toEqual([]);
  });

  test('[SCN-3] given the same input, when made twice, then the bytes are the same; another seed, others', () => {
    for (const { kind, seed, input, steps } of played.filter((one) => one.seed < 5)) {
      expect(JSON.stringify(scenario(kind, input))).toBe(JSON.stringify(steps));
      const other = { ...input, seed: seed + 1000 };
      expect(JSON.stringify(scenario(kind, other))).not.toBe(JSON.stringify(steps));
    }
  });

  test('[SCN-4] given steps, when read by their clock, then they never go back', () => {
    for (const { steps } of played) {
      const times = steps.map((step) => step.atMs);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(times.every(Number.isSafeInteger)).toBe(true);
    }
  });

  test('[SCN-5] given a session, when counted, then it holds 35 to 62 entries with ids of their own', () => {
    const counts = played.map(({ entries }) => entries.length);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(35);
    expect(Math.max(...counts)).toBeLessThanOrEqual(62);
    const ids = played.flatMap(({ entries }) => entries.map((entry) => entry.id));
    expect(new Set(ids).size).toBe(ids.length);
    const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    expect(ids.filter((id) => !uuid.test(id))).toEqual([]);
  });

  test('[SCN-6] given a session, when it is over, then it is signed by both and no phase goes back', () => {
    const order = ['settling', 'onset', 'peak', 'plateau', 'return', 'grounding'];
    for (const { state } of played) {
      expect(state.status).toBe('signed');
      expect(state.signatures.map((signature) => signature.author.role)).toEqual(['physician', 'therapist']);
      const phases = standing(state, 'phase').map(({ data }) => data.phase);
      expect(phases).toEqual(order.slice(0, phases.length));
    }
  });

  test('[SCN-7] given a protocol, when doses are added up, then no ceiling of it or of clinical.md 2 is passed', () => {
    const perKg: Record<string, number> = { im: 1.5, iv: 1, sc: 1 };
    const fixed: Record<string, number> = { sl: 400, po: 300, in: 100 };
    for (const { state, input } of played) {
      const { route, drug } = input.pins.protocol.data;
      const { totalMicrograms } = ketamineGiven(state);
      const ceiling =
        drug === 'esketamine' ? 84 : (fixed[route] ?? (perKg[route] as number) * input.weightKg);
      expect(totalMicrograms).toBeGreaterThan(0);
      expect(totalMicrograms).toBeLessThanOrEqual(ceiling * 1000);
    }
  });

  test('[SCN-8] given a first dose, when the baseline is looked for, then two sets lie in the 30 minutes before', () => {
    for (const { state } of played) {
      const first = standing(state, 'dose')[0];
      const doseMs = Date.parse(first?.happenedAt ?? '');
      const before = standing(state, 'vital-signs').filter(({ happenedAt }) => {
        const ago = doseMs - Date.parse(happenedAt);
        return ago > 0 && ago <= 30 * 60_000;
      });
      expect(before.length).toBeGreaterThanOrEqual(2);
    }
  });
});

describe('what each kind is for', () => {
  test('[SCN-10] uneventful: pressure stays under the amber limits but for what was amended', () => {
    for (const { state } of of('uneventful')) {
      const sets = standing(state, 'vital-signs').map(({ data }) => data);
      expect(Math.max(...sets.map(({ systolic }) => systolic ?? 0))).toBeLessThan(160);
      expect(Math.max(...sets.map(({ diastolic }) => diastolic ?? 0))).toBeLessThan(100);
      expect(Math.min(...sets.map(({ spo2 }) => spo2 ?? 100))).toBeGreaterThanOrEqual(94);
    }
  });

  test('[SCN-11] pressure-rise: over 160, measured again within 5 minutes, seen, and calm at the end', () => {
    for (const { state } of of('pressure-rise')) {
      const sets = standing(state, 'vital-signs').filter(({ data }) => data.systolic !== undefined);
      const high = sets.find(({ data }) => (data.systolic ?? 0) >= 160);
      expect(high).toBeDefined();
      const highMs = Date.parse(high?.happenedAt ?? '');
      expect(
        sets.some(
          ({ happenedAt }) => Date.parse(happenedAt) > highMs && Date.parse(happenedAt) <= highMs + 300_000,
        ),
      ).toBe(true);
      expect(standing(state, 'acknowledgement').length).toBeGreaterThanOrEqual(2);
      expect(sets.at(-1)?.data.systolic).toBeLessThan(160);
    }
  });

  test('[SCN-12] repeat-dose: a booster points at the first dose, later than the interval, total to the microgram', () => {
    for (const { state, input } of of('repeat-dose')) {
      const doses = standing(state, 'dose').filter(({ data }) => data.drug === input.pins.protocol.data.drug);
      expect(doses.length).toBeGreaterThanOrEqual(2);
      const minutes = input.pins.protocol.data.minimumIntervalMinutes ?? 0;
      for (const [at, dose] of doses.entries()) {
        if (dose.data.boosterOf !== undefined) expect(dose.data.boosterOf).toBe(doses[0]?.id);
        const before = doses[at - 1];
        if (before === undefined) continue;
        expect(Date.parse(dose.happenedAt) - Date.parse(before.happenedAt)).toBeGreaterThanOrEqual(
          minutes * 60_000,
        );
      }
    }
  });

  test('[SCN-13] late-entry: what is typed in more than 10 minutes later says why', () => {
    for (const { entries } of of('late-entry')) {
      const late = entries.filter(
        (entry) =>
          entry.context !== null && Date.parse(entry.recordedAt) - Date.parse(entry.happenedAt) > 600_000,
      );
      expect(late.length).toBeGreaterThanOrEqual(2);
      for (const entry of late) expect(entry.context?.lateReason).toBeTruthy();
    }
  });

  test('[SCN-14] emergence-distress: an event of grade 2 with onset and end, and words beside it', () => {
    for (const { state } of of('emergence-distress')) {
      const event = standing(state, 'adverse-event').find(({ data }) => data.outcome === 'Resolved');
      expect(event?.data.grade).toBe(2);
      expect((event?.data.onsetAt ?? '') < (event?.data.endedAt ?? '')).toBe(true);
    }
  });

  test('[SCN-15] early-leave: left against advice, before the observation is over, or stopped early', () => {
    const found = new Set(of('early-leave').map(({ state }) => state.disposition));
    expect([...found].sort()).toEqual(['left-against-advice', 'stopped-early']);
    for (const { state } of of('early-leave')) {
      const first = standing(state, 'dose').find(({ data }) => data.drug !== 'ondansetron');
      const minutes = (Date.parse(state.endedAt ?? '') - Date.parse(first?.happenedAt ?? '')) / 60_000;
      // 120 minutes of observation: clinical.md 6, item 1.
      if (state.disposition === 'stopped-early') expect(minutes).toBeGreaterThanOrEqual(120);
      else expect(minutes).toBeLessThan(120);
      expect(standing(state, 'adverse-event').some(({ data }) => data.term === 'anxiety')).toBe(true);
    }
  });

  test('[SCN-16] dropped-network: what waited arrives at once, marked, and knew nothing since the break', () => {
    for (const { entries } of of('dropped-network')) {
      const offline = entries.filter((entry) => entry.context?.offline === true);
      expect(offline.length).toBeGreaterThanOrEqual(2);
      for (const entry of offline) {
        expect(entry.author.role).not.toBe('therapist');
        expect((entry.context?.composedAt ?? '') < entry.recordedAt).toBe(true);
        expect(entry.context?.knownSeq).toBeLessThan(entry.seq - 1);
      }
      expect(new Set(offline.map((entry) => entry.context?.knownSeq)).size).toBe(1);
    }
  });

  test('[SCN-17] amendments, retractions, events and every category of note occur', () => {
    const kinds = new Set(played.flatMap(({ entries }) => entries.map((entry) => entry.kind)));
    for (const kind of ['amendment', 'retraction', 'adverse-event', 'acknowledgement', 'addendum']) {
      expect(kinds).toContain(kind);
    }
    const categories = new Set(
      played.flatMap(({ state }) => standing(state, 'note').map(({ data }) => data.category)),
    );
    expect([...categories].sort()).toEqual(['affect', 'intention', 'noticed', 'theme', 'words']);
  });
});

describe('part of a session', () => {
  test('[SCN-18] given a session cut in the middle, when played, then it is in progress with what there was', () => {
    const input = inputOf(4, 'im');
    const steps = scenario('uneventful', input);
    const untilMs = Date.parse(input.plannedAt) + 60 * 60_000;
    const { state, refusals } = play(input.sessionId, partOf(steps, untilMs));
    expect(refusals).toEqual([]);
    expect(state.status).toBe('in-progress');
    expect(timeline(state).length).toBeGreaterThan(10);
  });

  test('[SCN-19] given a team without a therapist, when signed, then the physician signs alone', () => {
    const whole = inputOf(3, 'im');
    const team = whole.pins.team.filter((member) => member.personId !== people.therapist.id);
    const input = { ...whole, pins: { ...whole.pins, team } };
    const { state, refusals } = play(input.sessionId, scenario('uneventful', input));
    expect(refusals).toEqual([]);
    expect(state.signatures).toHaveLength(1);
    expect(state.status).toBe('signed');
  });
});

describe('a session that a clock plays', () => {
  test('[SCN-24] given another time, when made again, then the same steps with the same ids, moved', () => {
    const input = inputOf(6, 'im');
    const later = { ...input, plannedAt: '2026-03-10T09:47:00.000Z' };
    const steps = scenario('uneventful', input);
    const moved = scenario('uneventful', later);
    expect(moved.map(({ atMs }) => atMs)).toEqual(steps.map(({ atMs }) => atMs + 47 * 60_000));
    const ids = (all: typeof steps) => all.flatMap(({ command }) => idsOf(command));
    expect(ids(moved)).toEqual(ids(steps));
  });

  test('[SCN-25] given the body in between, when looked at near a set, then it is close to what the set says', () => {
    for (const { kind, input, state } of of('pressure-rise').slice(0, 20)) {
      const body = bodyDuring(kind, input);
      for (const { data, happenedAt } of standing(state, 'vital-signs')) {
        const { heartRate } = body(Date.parse(happenedAt));
        expect(Math.abs(heartRate - (data.heartRate ?? heartRate))).toBeLessThan(10);
      }
    }
  });
});
