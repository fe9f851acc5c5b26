import type { SessionStatus } from '@tandem/domain';
import type { Session } from '@tandem/wire';
import { queryOptions, useQueries } from '@tanstack/react-query';
import { useMay } from '../data/me.ts';
import { useSettled } from '../ui/use-settled.ts';
import { getRecord } from './client-calls.ts';
import { type Picture, pictureOf } from './picture-data.ts';

/** Where there is a picture: `hidden` for a role that may not read these values, `none` before there is an end. */
export type PictureState =
  | { readonly type: 'hidden' | 'none' | 'reading' }
  | { readonly type: 'failed'; retry(): void }
  | { readonly type: 'here'; readonly picture: Picture };

interface Pictures {
  readonly states: readonly PictureState[];
  readonly all: readonly Picture[];
  /** Set once reading takes longer than a second. */
  readonly progress: { readonly done: number; readonly of: number } | null;
}

const over: readonly SessionStatus[] = ['ended', 'signed'];
const SLOW_MS = 1_000;

/** The pictures of these sessions, read once each and again only when a session has more entries. */
export function usePictures(sessions: readonly Session[]): Pictures {
  const may = useMay();
  const wanted = sessions.filter(({ status }) => over.includes(status) && may('vitals.read', status));
  const answers = useQueries({ queries: wanted.map(pictureQuery) });
  const byId = new Map(wanted.map(({ id }, at) => [id, answers[at]]));
  const done = answers.filter(({ isPending }) => !isPending).length;
  const reading = done < answers.length;
  const slow = useSettled(reading, SLOW_MS) && reading;
  return {
    states: sessions.map(({ id, status }): PictureState => {
      const answer = byId.get(id);
      if (answer === undefined) return { type: over.includes(status) ? 'hidden' : 'none' };
      if (answer.data !== undefined) return { type: 'here', picture: answer.data };
      return answer.error === null
        ? { type: 'reading' }
        : { type: 'failed', retry: () => void answer.refetch() };
    }),
    all: answers.flatMap(({ data }) => data ?? []),
    progress: slow ? { done, of: answers.length } : null,
  };
}

function pictureQuery({ id, lastSeq, plannedAt }: Session) {
  return queryOptions({
    queryKey: ['sessions', 'picture', id, lastSeq],
    queryFn: async () => pictureOf(id, await getRecord(id), plannedAt),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
