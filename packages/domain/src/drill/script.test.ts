import { describe, expect, test } from 'vitest';
import { isRefusal } from '../refusals.ts';
import { noticesOf } from '../rules/notices.ts';
import { given, inSession, SESSION, T0 } from '../session/given.test-support.ts';
import { drillKeys } from './drill-keys.ts';
import { drills } from './drills.ts';
import { cueIdOf, played } from './played.test-support.ts';
import { drillEntryId, drillStartId, endOfDrill, lineCutOf, nextOfDrill, playedCues } from './script.ts';

describe('the script of a drill', () => {
  test('[DRL-7] each step has an id of its own that follows from the session alone', () => {
    for (const key of drillKeys) {
      const ids = [
        SESSION,
        drillStartId(SESSION),
        (endOfDrill(SESSION, 'completed') as { id: string }).id,
        ...drills[key].cues.map((cue) => drillEntryId(SESSION, cue.key)),
      ];
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/);
    }
    expect(drillEntryId(SESSION, 'slip')).toBe(drillEntryId(SESSION, 'slip'));
  });

  test('[DRL-7] a session that is no drill has no script and no score', () => {
    const { state } = inSession();
    expect(playedCues(state)).toBeNull();
    expect(nextOfDrill(state)).toBeNull();
    expect(lineCutOf(state)).toBeNull();
  });

  test('[DRL-8] given a pace, then cues come that much sooner after one another; the wait at the end stays', () => {
    for (const pace of [1, 2, 4] as const) {
      const { cues, tailS } = drills['pressure-rise'];
      const state = played('pressure-rise', [], pace);
      const at = playedCues(state)?.map(({ atMs }) => ((atMs as number) - T0) / 1000);
      expect(at).toEqual(cues.map(({ atS }) => atS / pace));
      expect((Date.parse(state.endedAt as string) - T0) / 1000).toBe((cues.at(-1)?.atS ?? 0) / pace + tailS);
    }
  });

  test('[DRL-8] given a server that was away, then the script goes on where it was, and nothing comes in a heap', () => {
    const { state } = given();
    expect(state.lastSeq).toBe(0);
    const whole = played('airway-event');
    const next = nextOfDrill({ ...whole, status: 'in-progress', endedAt: null });
    expect(next?.dueMs).toBe(
      (playedCues(whole)?.at(-1)?.atMs as number) + drills['airway-event'].tailS * 1000,
    );
  });

  test.each(drillKeys)('[DRL-9] %s: every notice of the script waits for the team', (key) => {
    const state = played(key);
    const raised = noticesOf({ ...state, status: 'in-progress' }, Date.parse(state.endedAt as string)).filter(
      ({ entryId, settled }) => entryId !== null && settled === null,
    );
    expect(raised.map(({ entryId }) => entryId)).not.toContain(cueIdOf('first-dose'));
    expect(raised.every(({ quiet }) => !quiet)).toBe(true);
    if (key !== 'dropped-network') expect(raised.length).toBeGreaterThan(0);
    expect(isRefusal(state)).toBe(false);
  });

  test('[DRL-10] the line is cut from its cue on, for a time that goes with the pace', () => {
    for (const pace of [1, 4] as const) {
      const state = played('dropped-network', [], pace);
      const cut = lineCutOf(state);
      const cueMs = playedCues(state)?.find(({ cue }) => cue.key === 'cut')?.atMs as number;
      expect(cut).toEqual({ fromMs: cueMs, untilMs: cueMs + 120_000 / pace });
      const back = playedCues(state)?.find(({ cue }) => cue.key === 'back')?.atMs as number;
      expect(back).toBeGreaterThan(cut?.untilMs as number);
    }
    expect(lineCutOf(played('dose-slip'))).toBeNull();
  });
});
