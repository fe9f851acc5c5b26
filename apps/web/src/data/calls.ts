import type { AnyNewEntry, Role } from '@tandem/domain';
import {
  entriesReplySchema,
  peopleReplySchema,
  protocolsReplySchema,
  roomsReplySchema,
  type SessionPatch,
  type SessionSearch,
  sessionListSchema,
  sessionSchema,
  signedInSchema,
} from '@tandem/wire';
import { call } from './api.ts';

/**
 * The calls of the API that Today and a room make, one function each. Those of one page alone lie with their page, as
 * `*-calls.ts`, and are loaded with it.
 */

export const getMe = () => call({ method: 'GET', path: '/me', reply: signedInSchema });
export const actAs = (role: Role) => call({ method: 'POST', path: '/me/role', body: { role }, reply: null });
export const signIn = (body: { email: string; password: string; code?: string }) =>
  call({ method: 'POST', path: '/auth/sign-in/email', body, reply: null });
export const signOut = () => call({ method: 'POST', path: '/auth/sign-out', body: {}, reply: null });

export const getProtocols = () => call({ method: 'GET', path: '/protocols', reply: protocolsReplySchema });
export const getRooms = () => call({ method: 'GET', path: '/rooms', reply: roomsReplySchema });
export const getPeople = () => call({ method: 'GET', path: '/people', reply: peopleReplySchema });
export const getSession = (id: string) =>
  call({ method: 'GET', path: `/sessions/${id}`, reply: sessionSchema });
export const searchSessions = (body: SessionSearch) =>
  call({ method: 'POST', path: '/sessions/search', body, reply: sessionListSchema });

/** A write names the epoch it was composed under. */
export type Epoch = string;

export const changePlan = (sessionId: string, body: SessionPatch, epoch: Epoch) =>
  call({ method: 'PATCH', path: `/sessions/${sessionId}`, body, reply: null, epoch });

/** Steps of a session; `id` is made once per form, so that pressing twice is one step. */
export type Step =
  | { readonly step: 'start'; readonly body: { id: string; startedAt?: string; reason?: string } }
  | { readonly step: 'cancel'; readonly body: { id: string; reason: string } }
  | { readonly step: 'end'; readonly body: { id: string; endedAt?: string; disposition: string } }
  | { readonly step: 'sign'; readonly body: { id: string; meaning: string } }
  | { readonly step: 'close'; readonly body: { id: string; reason: string } }
  | { readonly step: 'addenda'; readonly body: { id: string; text: string } };

export const takeStep = (sessionId: string, { step, body }: Step, epoch: Epoch) =>
  call({ method: 'POST', path: `/sessions/${sessionId}/${step}`, body, reply: null, epoch });

export const appendEntries = (sessionId: string, entries: readonly AnyNewEntry[], epoch: Epoch) =>
  call({
    method: 'POST',
    path: `/sessions/${sessionId}/entries`,
    body: { entries },
    reply: entriesReplySchema,
    epoch,
  });
