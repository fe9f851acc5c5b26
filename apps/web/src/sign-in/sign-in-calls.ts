import {
  endedLoginsSchema,
  type FirstRun,
  offeredFactorSchema,
  openInvitationSchema,
  ownSignInSchema,
  passwordChangedSchema,
  recoveryCodesSchema,
} from '@tandem/wire';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../data/api.ts';

export const ownSignInQuery = queryOptions({
  queryKey: ['own-sign-in'],
  queryFn: () => call({ method: 'GET', path: '/me/sign-in', reply: ownSignInSchema }),
  retry: false,
});

export const confirmPassword = (password: string) =>
  call({ method: 'POST', path: '/auth/confirm', body: { password }, reply: null });
export const changePassword = (body: { password: string; newPassword: string }) =>
  call({ method: 'POST', path: '/me/password', body, reply: passwordChangedSchema });

export const offerFactor = () =>
  call({ method: 'POST', path: '/me/second-factor', body: {}, reply: offeredFactorSchema });
export const confirmFactor = (code: string) =>
  call({ method: 'POST', path: '/me/second-factor/confirm', body: { code }, reply: recoveryCodesSchema });
export const newRecoveryCodes = () =>
  call({ method: 'POST', path: '/me/second-factor/recovery-codes', body: {}, reply: recoveryCodesSchema });
export const turnFactorOff = () =>
  call({ method: 'POST', path: '/me/second-factor/off', body: {}, reply: null });

export const endLogin = (id: string) =>
  call({ method: 'POST', path: `/me/logins/${id}/end`, body: {}, reply: null });
export const endOtherLogins = () =>
  call({ method: 'POST', path: '/me/logins/end-others', body: {}, reply: endedLoginsSchema });

export const readInvitation = (token: string) =>
  call({ method: 'POST', path: '/invitations/read', body: { token }, reply: openInvitationSchema });
export const makeFirstClinic = (body: FirstRun) =>
  call({ method: 'POST', path: '/first-run', body, reply: null });

export const acceptInvitation = (body: { token: string; password: string }) =>
  call({ method: 'POST', path: '/invitations/accept', body, reply: null });

export const setPin = (body: { pin: string; password: string }) =>
  call({ method: 'POST', path: '/me/pin', body, reply: null });
