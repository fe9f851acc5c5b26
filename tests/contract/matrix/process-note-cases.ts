import { randomUUID } from 'node:crypto';
import type { RouteCase } from './cases.ts';
import { chosen, kept, lookedUp } from './ids.ts';

const release = { 'path id': lookedUp('release') } as const;

/** Process notes, and the legal way to somebody else's. */
export const processNoteCases: readonly RouteCase[] = [
  {
    route: 'GET /api/process-notes',
    guard: 'process-notes.read',
    relation: 'own',
    ids: { 'query sessionId': kept('session') },
    make: () => ({}),
  },
  {
    route: 'GET /api/process-notes/:id',
    guard: 'process-notes.read',
    relation: 'own',
    ids: { 'path id': lookedUp('process-note') },
    make: ({ world }) => ({ id: world.ours['process-note'][0] as string }),
  },
  {
    route: 'PUT /api/process-notes/:id',
    guard: 'process-notes.write',
    relation: 'own',
    ids: {
      'path id': chosen('process-note'),
      sessionId: lookedUp('session'),
      editId: kept('process-note'),
    },
    make: ({ world }) => ({
      id: randomUUID(),
      body: { sessionId: world.ours.session[0], text: 'Mine.', editId: randomUUID(), seenRevision: 0 },
    }),
  },
  { route: 'GET /api/process-note-releases', guard: 'process-notes.releases', ids: {}, make: () => ({}) },
  {
    route: 'POST /api/process-note-releases',
    guard: 'process-notes.ask',
    ids: { id: chosen('release'), authorId: lookedUp('person'), patientId: lookedUp('patient') },
    make: ({ world }) => ({
      body: {
        id: randomUUID(),
        authorId: world.callers.therapist.personId,
        patientId: world.ours.patient[0],
        ground: 'coroner',
        proof: 'Letter of the coroner.',
        hours: 24,
      },
    }),
  },
  {
    // Somebody else than who asked.
    route: 'POST /api/process-note-releases/:id/decide',
    guard: 'process-notes.agree',
    ids: release,
    make: ({ world }) => ({ id: world.takeRelease('somebody else'), body: { agree: true } }),
  },
  {
    route: 'POST /api/process-note-releases/:id/end',
    guard: 'process-notes.ask',
    ids: release,
    make: ({ world }) => ({ id: world.takeRelease('lead'), body: {} }),
  },
  {
    route: 'POST /api/process-note-releases/:id/seen',
    guard: 'process-notes.read',
    relation: 'own',
    ids: release,
    make: ({ world }) => ({ id: world.ours.release[0] as string, body: {} }),
  },
  {
    route: 'GET /api/process-note-releases/:id/notes',
    guard: 'process-notes.ask',
    ids: release,
    make: ({ world }) => ({ id: world.ours.release[0] as string }),
  },
];
