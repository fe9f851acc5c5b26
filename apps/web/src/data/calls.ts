import type { AnyNewEntry, Role } from '@tandem/domain';
import {
  type ClinicSettings,
  clinicSettingsSchema,
  entriesPageSchema,
  entriesReplySchema,
  lastingAnswersSchema,
  type NewPatient,
  type newProtocolSchema,
  type newSessionSchema,
  patientSchema,
  patientsReplySchema,
  peopleReplySchema,
  protocolSchema,
  protocolsReplySchema,
  roomsReplySchema,
  type SessionPatch,
  type SessionSearch,
  sessionListSchema,
  sessionSchema,
  signedInSchema,
} from '@tandem/wire';
import type { z } from 'zod';
import { call } from './api.ts';

/** Every call of the API that the dashboard makes, one function each. */

export const getMe = () => call({ method: 'GET', path: '/me', reply: signedInSchema });
export const actAs = (role: Role) => call({ method: 'POST', path: '/me/role', body: { role }, reply: null });
export const setPin = (body: { pin: string; password: string }) =>
  call({ method: 'POST', path: '/me/pin', body, reply: null });
export const signIn = (body: { email: string; password: string; code?: string }) =>
  call({ method: 'POST', path: '/auth/sign-in/email', body, reply: null });
export const signOut = () => call({ method: 'POST', path: '/auth/sign-out', body: {}, reply: null });

export const getPatients = () => call({ method: 'GET', path: '/patients', reply: patientsReplySchema });
export const getPatient = (id: string) =>
  call({ method: 'GET', path: `/patients/${id}`, reply: patientSchema });
export const getLastingAnswers = (patientId: string) =>
  call({ method: 'GET', path: `/patients/${patientId}/lasting-answers`, reply: lastingAnswersSchema });
export const getProtocols = () => call({ method: 'GET', path: '/protocols', reply: protocolsReplySchema });
export const getRooms = () => call({ method: 'GET', path: '/rooms', reply: roomsReplySchema });
export const getPeople = () => call({ method: 'GET', path: '/people', reply: peopleReplySchema });
export const getSession = (id: string) =>
  call({ method: 'GET', path: `/sessions/${id}`, reply: sessionSchema });
/** Entries of a session that is over; a running one comes over the socket. */
export const getEntries = (sessionId: string, after: number) =>
  call({
    method: 'GET',
    path: `/sessions/${sessionId}/entries?after=${after}&limit=1000`,
    reply: entriesPageSchema,
  });
export const searchSessions = (body: SessionSearch) =>
  call({ method: 'POST', path: '/sessions/search', body, reply: sessionListSchema });

/** An answer to a screen on a wall that takes longer says too little about now. */
const WALL_LIMIT_MS = 4_500;
/** By the screen's own login; no person is signed in there. Its page alone brings what the replies must be. */
export const askWall = <Reply>(reply: z.ZodType<Reply>) =>
  call({ method: 'GET', path: '/display', reply, limitMs: WALL_LIMIT_MS });
export const newWallCode = <Reply>(reply: z.ZodType<Reply>) =>
  call({ method: 'POST', path: '/display/codes', body: {}, reply, limitMs: WALL_LIMIT_MS });

/** A write names the epoch it was composed under. */
type Epoch = string;

export const addPatient = (body: NewPatient, epoch: Epoch) =>
  call({ method: 'POST', path: '/patients', body, reply: patientSchema, epoch });
export const planSession = (body: z.input<typeof newSessionSchema>, epoch: Epoch) =>
  call({ method: 'POST', path: '/sessions', body, reply: sessionSchema, epoch });
export const changePlan = (sessionId: string, body: SessionPatch, epoch: Epoch) =>
  call({ method: 'PATCH', path: `/sessions/${sessionId}`, body, reply: null, epoch });
export const setClinic = (body: Partial<ClinicSettings>, epoch: Epoch) =>
  call({ method: 'PATCH', path: '/clinic', body, reply: clinicSettingsSchema, epoch });
export const addProtocol = (body: z.output<typeof newProtocolSchema>, epoch: Epoch) =>
  call({ method: 'POST', path: '/protocols', body, reply: protocolSchema, epoch });
export const confirmProtocol = (protocolId: string, epoch: Epoch) =>
  call({ method: 'POST', path: `/protocols/${protocolId}/confirm`, body: {}, reply: protocolSchema, epoch });

/** Steps of a session; `id` is made once per form, so that pressing twice is one step. */
export type Step =
  | { readonly step: 'start'; readonly body: { id: string; startedAt?: string; reason?: string } }
  | { readonly step: 'cancel'; readonly body: { id: string; reason: string } }
  | { readonly step: 'end'; readonly body: { id: string; endedAt?: string; disposition: string } }
  | { readonly step: 'sign'; readonly body: { id: string; meaning: string } }
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
