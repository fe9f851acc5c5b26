import type { Session, SessionSearch } from '@tandem/wire';
import { queryOptions, useQueries } from '@tanstack/react-query';
import { searchSessions } from '../data/calls.ts';
import { useNow } from '../data/clock.ts';
import { sentenceOf } from '../data/failure.ts';
import { useMe } from '../data/me.ts';
import { addDays } from './calendar.ts';
import { dayStrip, overlap } from './day-grid.ts';
import { spanOf } from './session-span.ts';

/** Asked again so often that what is shown is never more than 5 seconds old while the server answers. */
const DAY_EVERY_MS = 3_000;

/** Every page, 200 sessions each. */
async function allPages(filter: SessionSearch): Promise<Session[]> {
  const found: Session[] = [];
  let cursor: string | null = null;
  do {
    const page: SessionList = await searchSessions({
      ...filter,
      limit: 200,
      ...(cursor === null ? {} : { cursor }),
    });
    found.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return found;
}
type SessionList = Awaited<ReturnType<typeof searchSessions>>;

/** The days beside it as well: a session over midnight stands on two, and one may start early or late. */
const around = (from: string, to: string) => ({ from: addDays(from, -1), to: addDays(to, 1) });

const dayQuery = (day: string) =>
  queryOptions({
    queryKey: ['sessions', 'day', day],
    queryFn: () => allPages(around(day, day)),
    refetchInterval: DAY_EVERY_MS,
    retry: false,
  });

/** What may still be in the way of a plan, on the days of a form. Weeks of them, so less often than a day is. */
const aheadQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: ['sessions', 'ahead', from, to],
    queryFn: () => allPages({ ...around(from, to), status: ['planned'] }),
    refetchInterval: 5 * DAY_EVERY_MS,
    retry: false,
  });

/** What runs, whenever it was planned for. */
const runningQuery = queryOptions({
  queryKey: ['sessions', 'day', 'running'],
  queryFn: () => allPages({ status: ['in-progress'] }),
  refetchInterval: DAY_EVERY_MS,
  retry: false,
});

export interface Around {
  /** Undefined until they are known. */
  readonly sessions: readonly Session[] | undefined;
  /** Why they could not be read, when nothing could be. */
  readonly failure: string | null;
  /** Device clock of the oldest answer on the screen. */
  readonly asOfMs: number;
}

/** Planned sessions from the day before `from` to the day after `to`, and all that run. */
export function useAhead(from: string, to: string): Around {
  return joined(useQueries({ queries: [aheadQuery(from, to), runningQuery] }));
}

interface Answer {
  readonly data: readonly Session[] | undefined;
  readonly error: unknown;
  readonly dataUpdatedAt: number;
}

/** Both or nothing: half of the sessions would look like a free room. Each once, as the newer answer has it. */
function joined(answers: readonly Answer[]): Around {
  const failed = answers.find((query) => query.error !== null && query.data === undefined);
  const known = answers.every(({ data }) => data !== undefined);
  const newest = new Map<string, Session>();
  for (const session of answers.flatMap(({ data }) => data ?? []))
    if (session.lastSeq >= (newest.get(session.id)?.lastSeq ?? 0)) newest.set(session.id, session);
  return {
    sessions: known ? [...newest.values()] : undefined,
    failure: failed === undefined ? null : sentenceOf(failed.error),
    asOfMs: Math.min(...answers.map(({ dataUpdatedAt }) => dataUpdatedAt || Date.now())),
  };
}

export interface Day extends Around {
  /** Those of `sessions` that touch the day, first to last. */
  readonly ofDay: readonly Session[];
  readonly nowMs: number;
}

export function useDay(day: string): Day {
  const { clinic } = useMe();
  const nowMs = useNow(60_000);
  const known = joined(useQueries({ queries: [runningQuery, dayQuery(day)] }));
  const strip = dayStrip(day, clinic.timeZone);
  const ofDay = (known.sessions ?? [])
    .filter((session) => overlap(spanOf(session, nowMs), strip))
    .sort((a, b) => spanOf(a, nowMs).fromMs - spanOf(b, nowMs).fromMs || a.id.localeCompare(b.id));
  return { ...known, ofDay, nowMs };
}
