import { refuse, uuidSchema } from '@tandem/domain';
import {
  acceptedInvitationSchema,
  acceptInvitationSchema,
  invitationsReplySchema,
  madeInvitationSchema,
  newInvitationSchema,
  openInvitationSchema,
  readInvitationSchema,
} from '@tandem/wire';
import { z } from 'zod';
import type { App } from '../app-type.ts';
import { addressBlock } from '../auth/failures.ts';
import { accept, invitationOf, invite, openInvitations, renew, withdraw } from '../auth/invitations.ts';
import { passwordProblem } from '../auth/password-rules.ts';
import { Tries } from '../auth/tries.ts';
import { RefusalError, refused } from '../refusal-error.ts';
import type { Services } from '../services.ts';
import { nothingSchema } from './nothing.ts';

const params = z.object({ id: uuidSchema });
const config = { access: 'clinic.write', freshLogin: true } as const;
/** In 15 minutes from one address block: a clinic's whole staff on its first day, and no search for tokens. */
const TRIES = 60;

/** Invitations: an admin makes a link and hands it over; whoever holds it chooses a password. Nothing is mailed. */
export function invitationRoutes(app: App, { inClinic, database }: Services): void {
  const { auth } = database;
  const tries = new Tries(auth, 'invitation-token', TRIES);

  app.get(
    '/api/invitations',
    {
      config: { access: 'clinic.write' },
      schema: {
        summary: 'Lists invitations that nobody has accepted or withdrawn',
        response: { 200: invitationsReplySchema },
      },
    },
    async ({ login }) => inClinic(login.clinicId, async (scope) => ({ items: await openInvitations(scope) })),
  );

  app.post(
    '/api/invitations',
    {
      config,
      schema: {
        summary: 'Makes an invitation and the token of its link',
        description:
          'The token is in this reply alone and good for 72 hours; hand the link over yourself, nothing is mailed. A repeat with the same id gives another token. 409 `person-known` for an email of this clinic.',
        body: newInvitationSchema,
        response: { 201: madeInvitationSchema, 200: madeInvitationSchema },
      },
    },
    async ({ login, body }, reply) => {
      const { isNew, ...made } = await inClinic(login.clinicId, (scope) => invite(scope, auth, login, body));
      reply.code(isNew ? 201 : 200);
      return made;
    },
  );

  app.post(
    '/api/invitations/:id/renew',
    {
      config,
      schema: {
        summary: 'Gives an invitation a new token for another 72 hours',
        description: 'The token before it leads nowhere from then on.',
        params,
        body: nothingSchema,
        response: { 200: madeInvitationSchema },
      },
    },
    async ({ login, params: { id } }) => inClinic(login.clinicId, (scope) => renew(scope, login, id)),
  );

  app.post(
    '/api/invitations/:id/withdraw',
    {
      config,
      schema: {
        summary: 'Withdraws an invitation',
        description: 'Withdrawn already: the same answer.',
        params,
        body: nothingSchema,
        response: { 200: z.object({ withdrawn: z.literal(true) }) },
      },
    },
    async ({ login, params: { id } }) => {
      await inClinic(login.clinicId, (scope) => withdraw(scope, login, id));
      return { withdrawn: true } as const;
    },
  );

  app.post(
    '/api/invitations/read',
    {
      config: { access: 'public' },
      schema: {
        summary: 'Reads what the holder of a token is invited to',
        description:
          'An unknown, used, withdrawn or old token is the same 404. At most 60 tries per address block in 15 minutes, then 429.',
        body: readInvitationSchema,
        response: { 200: openInvitationSchema },
      },
    },
    async ({ body, ip }) => {
      await oneTry(ip);
      const { name, email, clinicName, roles } = await invitationOf(auth, inClinic, body.token);
      return { name, email, clinicName, roles: [...roles] };
    },
  );

  app.post(
    '/api/invitations/accept',
    {
      config: { access: 'public' },
      schema: {
        summary: 'Accepts an invitation with a password, which makes the account',
        description:
          'At least 12 characters; the `title` says what a password lacks. 409 `email-in-use` when the email signs in elsewhere. It does not sign in.',
        body: acceptInvitationSchema,
        response: { 200: acceptedInvitationSchema },
      },
    },
    async ({ body: { token, password }, ip }) => {
      await oneTry(ip);
      const invitation = await invitationOf(auth, inClinic, token);
      const problem = passwordProblem(password, invitation);
      if (problem !== null) throw refused('invalid', { field: 'password', detail: problem });
      await accept(auth, inClinic, invitation, token, password);
      return { email: invitation.email };
    },
  );

  async function oneTry(ip: string): Promise<void> {
    const wait = await tries.take(addressBlock(ip));
    if (wait > 0) throw new RefusalError(tooMany, { 'retry-after': String(wait) });
  }
}

const tooMany = refuse('too-many-attempts', {
  detail: 'Too many invitations were opened from this address. Wait, then open the link again.',
});
