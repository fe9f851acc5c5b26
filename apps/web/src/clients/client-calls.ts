import { entriesPageSchema, type NewPatient, patientSchema } from '@tandem/wire';
import { call } from '../data/api.ts';
import type { Epoch } from '../data/calls.ts';

/** Entries of a session that is over; a running one comes over the socket. */
export const getEntries = (sessionId: string, after: number) =>
  call({
    method: 'GET',
    path: `/sessions/${sessionId}/entries?after=${after}&limit=1000`,
    reply: entriesPageSchema,
  });

export const addPatient = (body: NewPatient, epoch: Epoch) =>
  call({ method: 'POST', path: '/patients', body, reply: patientSchema, epoch });
