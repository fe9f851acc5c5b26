import { randomUUID } from 'node:crypto';
import { PASSWORD } from '../../support/fixtures.ts';
import type { RouteCase } from './cases.ts';
import { chosen, lookedUp } from './ids.ts';

const none = {};
const empty = () => ({ body: {} });
const person = { 'path id': lookedUp('person') } as const;
const invitation = { 'path id': lookedUp('invitation') } as const;

/** One's own sign-in, the people of a clinic, invitations. */
export const signInCases: readonly RouteCase[] = [
  {
    route: 'POST /api/auth/confirm',
    guard: 'signed-in',
    ids: none,
    make: () => ({ body: { password: PASSWORD } }),
  },
  { route: 'GET /api/me/sign-in', guard: 'signed-in', ids: none, make: () => ({}) },
  {
    route: 'POST /api/me/password',
    guard: 'signed-in',
    ids: none,
    make: () => ({ body: { password: PASSWORD, newPassword: PASSWORD } }),
  },
  { route: 'POST /api/me/second-factor', guard: 'signed-in', ids: none, make: empty },
  {
    // Nobody here looks at an authenticator app: the right code is in sign-in.pg.test.ts.
    route: 'POST /api/me/second-factor/confirm',
    guard: 'signed-in',
    ids: none,
    answers: 422,
    make: () => ({ body: { code: 'no code' } }),
  },
  {
    // None is set up.
    route: 'POST /api/me/second-factor/recovery-codes',
    guard: 'signed-in',
    ids: none,
    answers: 404,
    make: empty,
  },
  { route: 'POST /api/me/second-factor/off', guard: 'signed-in', ids: none, make: empty },
  {
    // Nobody's login: whoever ends their own is nobody in the next case.
    route: 'POST /api/me/logins/:id/end',
    guard: 'signed-in',
    ids: { 'path id': lookedUp('login') },
    answers: 404,
    make: () => ({ id: randomUUID(), body: {} }),
  },
  { route: 'POST /api/me/logins/end-others', guard: 'signed-in', ids: none, make: empty },
  { route: 'GET /api/people/accounts', guard: 'clinic.write', ids: none, make: () => ({}) },
  {
    route: 'PATCH /api/people/:id',
    guard: 'clinic.write',
    ids: person,
    make: ({ world }) => ({ id: world.formerId, body: { roles: ['physician'] } }),
  },
  {
    route: 'POST /api/people/:id/reset-second-factor',
    guard: 'clinic.write',
    ids: person,
    make: ({ world }) => ({ id: world.formerId, body: {} }),
  },
  {
    route: 'POST /api/people/:id/end-logins',
    guard: 'clinic.write',
    ids: person,
    make: ({ world }) => ({ id: world.formerId, body: {} }),
  },
  { route: 'GET /api/invitations', guard: 'clinic.write', ids: none, make: () => ({}) },
  {
    route: 'POST /api/invitations',
    guard: 'clinic.write',
    ids: { id: chosen('invitation') },
    make: () => ({
      body: {
        id: randomUUID(),
        name: 'Dr Mira Sand',
        email: `${randomUUID()}@harbor.test`,
        roles: ['physician'],
      },
    }),
  },
  {
    route: 'POST /api/invitations/:id/renew',
    guard: 'clinic.write',
    ids: invitation,
    make: ({ world }) => ({ id: world.ours.invitation[0] as string, body: {} }),
  },
  {
    // Sent again it is done already.
    route: 'POST /api/invitations/:id/withdraw',
    guard: 'clinic.write',
    ids: invitation,
    make: ({ world }) => ({ id: world.ours.invitation[0] as string, body: {} }),
  },
  {
    route: 'POST /api/invitations/read',
    guard: 'public',
    ids: none,
    answers: 404,
    make: () => ({ body: { token: 'of no invitation' } }),
  },
  {
    route: 'POST /api/invitations/accept',
    guard: 'public',
    ids: none,
    answers: 404,
    make: () => ({ body: { token: 'of no invitation', password: 'three words together' } }),
  },
  {
    route: 'POST /api/first-run',
    guard: 'public',
    ids: none,
    answers: 404,
    make: () => ({
      body: {
        token: 'of no link',
        clinicName: 'Quay',
        timeZone: 'Europe/Berlin',
        name: 'Dr Lena Brandt',
        email: 'lena@quay.test',
        password: 'three words together',
      },
    }),
  },
];
