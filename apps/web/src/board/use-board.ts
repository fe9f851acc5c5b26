import type { Session } from '@tandem/wire';
import { useQueries } from '@tanstack/react-query';
import { useNow } from '../data/clock.ts';
import { sentenceOf } from '../data/failure.ts';
import { useMe } from '../data/me.ts';
import { boardQuery } from '../data/queries.ts';
import { dayOf } from '../data/zone.ts';

export interface Board {
  readonly loaded: boolean;
  readonly inSession: readonly Session[];
  /** Planned for today, soonest first. */
  readonly later: readonly Session[];
  /** The first one planned after today. */
  readonly next: Session | null;
  readonly toSign: readonly Session[];
  /** Why nothing could be shown, when nothing could be. */
  readonly failure: string | null;
  /** Device clock of the oldest answer on the screen. */
  readonly asOfMs: number;
}

/** The three lists of today, asked again every few seconds. */
export function useBoard(): Board {
  const { clinic } = useMe();
  const today = dayOf(useNow(60_000), clinic.timeZone);
  const [live, planned, ended] = useQueries({
    queries: [
      boardQuery({ status: ['in-progress'], limit: 200 }),
      boardQuery({ status: ['planned'], from: today, limit: 200 }),
      boardQuery({ status: ['ended'], limit: 50 }),
    ],
  });
  const all = [live, planned, ended];
  const failed = all.find((query) => query.error !== null && query.data === undefined);
  const coming = (planned.data?.items ?? []).toSorted((a, b) => (a.plannedAt < b.plannedAt ? -1 : 1));
  const isToday = (session: Session) => dayOf(Date.parse(session.plannedAt), clinic.timeZone) === today;
  return {
    loaded: all.every((query) => query.data !== undefined),
    inSession: (live.data?.items ?? []).toSorted(byRoom),
    later: coming.filter(isToday),
    next: coming.find((session) => !isToday(session)) ?? null,
    toSign: ended.data?.items ?? [],
    failure: failed === undefined ? null : sentenceOf(failed.error),
    asOfMs: Math.min(...all.map((query) => query.dataUpdatedAt || Date.now())),
  };
}

/** By room, always: a card that jumps is a card that is opened by mistake. */
function byRoom(a: Session, b: Session): number {
  const byName = (a.room?.name ?? '\uffff').localeCompare(b.room?.name ?? '\uffff', undefined, {
    numeric: true,
  });
  return byName !== 0 ? byName : a.id.localeCompare(b.id);
}
