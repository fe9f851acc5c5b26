import type { Entry } from '@tandem/domain';
import {
  type ClientFact,
  clientFactsReplySchema,
  entriesPageSchema,
  lastingAnswersSchema,
  type NewContacts,
  type NewMedicines,
  type NewPatient,
  patientSchema,
  patientsReplySchema,
} from '@tandem/wire';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../data/api.ts';
import type { Epoch } from '../data/calls.ts';

const getEntries = (sessionId: string, after: number) =>
  call({
    method: 'GET',
    path: `/sessions/${sessionId}/entries?after=${after}&limit=1000`,
    reply: entriesPageSchema,
  });

/**
 * Every entry of a session that is over, page by page; a running one comes over the socket.
 * @param read hears how many there are so far
 */
export async function getRecord(
  sessionId: string,
  read: (entries: number) => void = () => {},
): Promise<readonly Entry[]> {
  const all: Entry[] = [];
  for (;;) {
    const { entries, lastSeq } = await getEntries(sessionId, all.length);
    all.push(...(entries as readonly Entry[]));
    read(all.length);
    if (entries.length === 0 || all.length >= lastSeq) return all;
  }
}

export const addPatient = (body: NewPatient, epoch: Epoch) =>
  call({ method: 'POST', path: '/patients', body, reply: patientSchema, epoch });

const getPatients = () => call({ method: 'GET', path: '/patients', reply: patientsReplySchema });
const getPatient = (id: string) => call({ method: 'GET', path: `/patients/${id}`, reply: patientSchema });
const getLastingAnswers = (patientId: string) =>
  call({ method: 'GET', path: `/patients/${patientId}/lasting-answers`, reply: lastingAnswersSchema });

export const patientsQuery = queryOptions({ queryKey: ['patients'], queryFn: getPatients });
export const patientQuery = (id: string) =>
  queryOptions({ queryKey: ['patients', id], queryFn: () => getPatient(id) });
/** Medicines and contacts, every version with who wrote it and when. */
export const clientFactsQuery = (patientId: string) =>
  queryOptions({
    queryKey: ['patients', patientId, 'facts'],
    queryFn: () =>
      call({ method: 'GET', path: `/patients/${patientId}/facts`, reply: clientFactsReplySchema }),
  });
/** The same id again is the same version. */
export const changeFact = (
  patientId: string,
  fact: ClientFact,
  body: NewMedicines | NewContacts,
  epoch: Epoch,
) =>
  call({
    method: 'POST',
    path: `/patients/${patientId}/${fact}`,
    body,
    reply: clientFactsReplySchema,
    epoch,
  });
/** What earlier sessions said about this client that lasts, and the consents that count. */
export const lastingAnswersQuery = (patientId: string) =>
  queryOptions({
    queryKey: ['patients', patientId, 'lasting'],
    queryFn: () => getLastingAnswers(patientId),
    retry: false,
  });
