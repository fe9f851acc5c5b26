import {
  type NewRelease,
  processNoteSchema,
  processNotesReplySchema,
  releasedNotesSchema,
  releaseSchema,
  releasesReplySchema,
  type SaveProcessNote,
  savedProcessNoteSchema,
} from '@tandem/wire';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../data/api.ts';

/** Nothing of a process note outlives the screen that shows it. */
const forgotten = { gcTime: 0, staleTime: 0, retry: false } as const;

const getOwnNotes = (query = '') =>
  call({ method: 'GET', path: `/process-notes${query}`, reply: processNotesReplySchema });

export const ownNotesQuery = queryOptions({
  queryKey: ['process-notes'],
  queryFn: () => getOwnNotes(),
  ...forgotten,
});

/**
 * The note that is named, else one's newest about a session; null for none yet. Asked once: what is typed must not be
 * read over.
 */
export const noteAboutQuery = (sessionId: string, noteId: string | null) =>
  queryOptions({
    queryKey: ['process-notes', sessionId, noteId],
    queryFn: async () => {
      const id = noteId ?? (await getOwnNotes(`?sessionId=${sessionId}`)).items[0]?.id;
      if (id === undefined) return { note: null };
      const path = `/process-notes/${id}`;
      return { note: await call({ method: 'GET', path, reply: processNoteSchema }) };
    },
    ...forgotten,
    staleTime: Number.POSITIVE_INFINITY,
  });

export const saveOwnNote = (id: string, body: SaveProcessNote, epoch: string) =>
  call({ method: 'PUT', path: `/process-notes/${id}`, body, reply: savedProcessNoteSchema, epoch });

export const releasesQuery = queryOptions({
  queryKey: ['process-note-releases'],
  queryFn: () => call({ method: 'GET', path: '/process-note-releases', reply: releasesReplySchema }),
  refetchInterval: 30_000,
  retry: false,
});

export const askRelease = (body: NewRelease, epoch: string) =>
  call({ method: 'POST', path: '/process-note-releases', body, reply: releaseSchema, epoch });

/** `decide` with a word, `end` and `seen` without. */
export const stepRelease = (id: string, step: 'decide' | 'end' | 'seen', body: object, epoch: string) =>
  call({ method: 'POST', path: `/process-note-releases/${id}/${step}`, body, reply: releaseSchema, epoch });

export const releasedQuery = (id: string) =>
  queryOptions({
    queryKey: ['process-note-releases', id, 'notes'],
    queryFn: () =>
      call({ method: 'GET', path: `/process-note-releases/${id}/notes`, reply: releasedNotesSchema }),
    ...forgotten,
  });
