import {
  endedLoginsSchema,
  invitationsReplySchema,
  madeInvitationSchema,
  type NewInvitation,
  type PersonChange,
  staffReplySchema,
} from '@tandem/wire';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../data/api.ts';

export const staffQuery = queryOptions({
  queryKey: ['staff'],
  queryFn: () => call({ method: 'GET', path: '/people/accounts', reply: staffReplySchema }),
  retry: false,
});
export const invitationsQuery = queryOptions({
  queryKey: ['invitations'],
  queryFn: () => call({ method: 'GET', path: '/invitations', reply: invitationsReplySchema }),
  retry: false,
});

export const changePerson = (id: string, body: PersonChange, epoch: string) =>
  call({ method: 'PATCH', path: `/people/${id}`, body, reply: staffReplySchema, epoch });
export const resetFactor = (id: string, epoch: string) =>
  call({
    method: 'POST',
    path: `/people/${id}/reset-second-factor`,
    body: {},
    reply: endedLoginsSchema,
    epoch,
  });
export const endLoginsOf = (id: string, epoch: string) =>
  call({ method: 'POST', path: `/people/${id}/end-logins`, body: {}, reply: endedLoginsSchema, epoch });

export const invite = (body: NewInvitation, epoch: string) =>
  call({ method: 'POST', path: '/invitations', body, reply: madeInvitationSchema, epoch });
export const renewInvitation = (id: string, epoch: string) =>
  call({ method: 'POST', path: `/invitations/${id}/renew`, body: {}, reply: madeInvitationSchema, epoch });
export const withdrawInvitation = (id: string, epoch: string) =>
  call({ method: 'POST', path: `/invitations/${id}/withdraw`, body: {}, reply: null, epoch });
