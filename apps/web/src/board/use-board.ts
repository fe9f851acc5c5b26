import type { BoardSession, Session } from '@tandem/wire';
import { useQueries } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useNow } from '../data/clock.ts';
import type { Currency } from '../data/currency.ts';
import { sentenceOf } from '../data/failure.ts';
import { useBoardView } from '../data/live-hooks.ts';
import { useMe } from '../data/me.ts';
import { plannedQuery, runningQuery, toSignQuery } from '../data/queries.ts';
import { dayOf } from '../data/zone.ts';
import { byRoom, isOnToday, NEAR_MS, sameSessions } from './board-state.ts';

export interface Board {
  readonly loaded: boolean;
  readonly inSession: readonly Session[];
  /** What happens in each of them, as it happens; null before the first word. */
  readonly lines: ReadonlyMap<string, BoardSession> | null;
  /** Planned for today or for the hours around it, soonest first. */
  readonly later: readonly Session[];
  /** The first one planned after those. */
  readonly next: Session | null;
  readonly toSign: readonly Session[];
  /** Why nothing could be shown, when nothing could be. */
  readonly failure: string | null;
  readonly currency: Currency;
  /** Device clock of the oldest list on the screen that still counts. */
  readonly listsAsOfMs: number;
}

/** The board on the socket tells when a session comes or goes: this only finds what it could not tell … */
const RUNNING_EVERY_MS = 30_000;
/** … unless the list is behind the board: then it is asked again until it is not. */
const BEHIND_EVERY_MS = 1_000;

/** Today: lists by name, asked for; what happens in running sessions, over the socket. */
export function useBoard(): Board {
  const { clinic } = useMe();
  const { lines, currency, sessionsSinceMs } = useBoardView();
  const nowMs = useNow(60_000);
  const [running, planned, ended] = useQueries({
    queries: [
      {
        ...runningQuery,
        refetchInterval: ({ state }: { state: { data: { items: Session[] } | undefined } }) =>
          sameSessions(state.data?.items, lines) ? RUNNING_EVERY_MS : BEHIND_EVERY_MS,
      },
      plannedQuery(dayOf(nowMs - NEAR_MS, clinic.timeZone)),
      toSignQuery,
    ],
  });
  const all = [running, planned, ended];
  const listed = running.data?.items;
  const agrees = sameSessions(listed, lines);
  useAskAgain(agrees, sessionsSinceMs, () => {
    for (const query of all) void query.refetch();
  });

  const failed = all.find((query) => query.error !== null && query.data === undefined);
  const coming = (planned.data?.items ?? []).toSorted((a, b) => (a.plannedAt < b.plannedAt ? -1 : 1));
  const isHere = ({ plannedAt }: Session) => isOnToday(Date.parse(plannedAt), nowMs, clinic.timeZone);
  return {
    loaded: all.every((query) => query.data !== undefined),
    inSession: (listed ?? []).toSorted(byRoom),
    lines,
    later: coming.filter(isHere),
    next: coming.find((session) => !isHere(session) && Date.parse(session.plannedAt) > nowMs) ?? null,
    // Of another team, where a clinic shows sessions to their team alone: they are not this person's to sign.
    toSign: (ended.data?.items ?? []).filter(({ patient }) => patient !== null),
    failure: failed === undefined ? null : sentenceOf(failed.error),
    currency,
    listsAsOfMs: Math.min(
      planned.dataUpdatedAt || Date.now(),
      ended.dataUpdatedAt || Date.now(),
      // A list that names the sessions that run is right, however old it is.
      agrees ? Date.now() : Math.max(sessionsSinceMs, running.dataUpdatedAt),
    ),
  };
}

/** A session that came or went has left one list for another: all are asked at once, not at their next turn. */
function useAskAgain(agrees: boolean, sessionsSinceMs: number, ask: () => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new function with every drawing is no reason to ask
  useEffect(() => {
    if (!agrees) ask();
  }, [agrees, sessionsSinceMs]);
}
