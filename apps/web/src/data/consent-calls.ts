import { type Consent, consentSchema, consentsReplySchema, type NewConsent } from '@tandem/wire';
import { queryOptions } from '@tanstack/react-query';
import { call } from './api.ts';

/** Calls that only a client's page makes: they come with it, not with the first page. */

export const consentsQuery = (patientId: string) =>
  queryOptions({
    queryKey: ['patients', patientId, 'consents'],
    queryFn: () =>
      call({ method: 'GET', path: `/patients/${patientId}/consents`, reply: consentsReplySchema }),
  });

/** The same id with the same values again is the same consent. */
export const addConsent = (patientId: string, body: NewConsent, epoch: string): Promise<Consent> =>
  call({ method: 'POST', path: `/patients/${patientId}/consents`, body, reply: consentSchema, epoch });

export const withdrawConsent = (patientId: string, consentId: string, epoch: string): Promise<Consent> =>
  call({
    method: 'POST',
    path: `/patients/${patientId}/consents/${consentId}/withdraw`,
    body: {},
    reply: consentSchema,
    epoch,
  });
