import type { AnyNewEntry } from '../entries/registry.ts';
import type { Author } from '../roles.ts';
import { append, given, pins, plan, SESSION, T0, type Told } from '../session/given.test-support.ts';
import type { SessionState } from '../session/state.ts';
import type { DrillKey, DrillPace } from './drill-keys.ts';
import { drillColleague, drillPlanned, drills } from './drills.ts';
import { drillEntryId, drillStartId, nextOfDrill } from './script.ts';

/** What a scripted team does: so many seconds after a cue was played, by whom, and what. */
export interface TeamAct {
  readonly cue: string;
  readonly afterS: number;
  readonly actor: Author;
  entry(at: { readonly nowMs: number; readonly cueId: string; readonly state: SessionState }): AnyNewEntry;
}

/** A drill from its start to its end, with what the team does in between; everything goes through `decide`. */
export function played(key: DrillKey, acts: readonly TeamAct[] = [], pace: DrillPace = 1): SessionState {
  const drillPlan = { ...plan, ...drillPlanned, origin: 'training', drill: { key, pace } } as const;
  const told: Told[] = [
    { command: { type: 'plan', id: SESSION, plan: drillPlan }, actor: drillColleague, nowMs: T0 },
    {
      command: { type: 'start', id: drillStartId(SESSION), startedAt: null, reason: null, pins },
      actor: drillColleague,
      nowMs: T0,
    },
  ];
  const waiting = [...acts];
  const cueMs = new Map<string, number>();
  for (;;) {
    const { state } = given(...told);
    const next = nextOfDrill(state);
    const ready = waiting
      .filter(({ cue }) => cueMs.has(cue))
      .map((act) => ({ act, atMs: (cueMs.get(act.cue) as number) + act.afterS * 1000 }))
      .sort((a, b) => a.atMs - b.atMs)[0];
    if (next === null) return state;
    if (ready !== undefined && ready.atMs < next.dueMs) {
      const { act, atMs: nowMs } = ready;
      waiting.splice(waiting.indexOf(act), 1);
      const cueId = cueIdOf(act.cue);
      told.push({ command: append(act.entry({ nowMs, cueId, state })), actor: act.actor, nowMs });
      continue;
    }
    const command = next.command(next.dueMs);
    told.push({ command, actor: next.actor, nowMs: next.dueMs });
    const cue = command.type === 'append' ? drills[key].cues[cueMs.size] : undefined;
    if (cue !== undefined) cueMs.set(cue.key, next.dueMs);
  }
}

export const cueIdOf = (cue: string): string => drillEntryId(SESSION, cue);
