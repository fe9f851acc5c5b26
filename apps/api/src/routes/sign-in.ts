import { operationsOf, refuse } from '@tandem/domain';
import {
  actAsBodySchema,
  confirmBodySchema,
  type SignedInAs,
  signedInSchema,
  signInWithCodeSchema,
} from '@tandem/wire';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { App } from '../app-type.ts';
import { recordFailedSignIn, recordLoneAct } from '../audit/record.ts';
import type { Login } from '../auth/login.ts';
import type { Asking, SignInRefused } from '../auth/logins.ts';
import { RefusalError, refused } from '../refusal-error.ts';
import type { Services } from '../services.ts';
import { nothingSchema } from './nothing.ts';

/** Sign-in, sign-out, who am I. Every other path of the sign-in library does not exist here. */
export function signInRoutes(app: App, { logins, pins, inClinic, epoch }: Services): void {
  app.post(
    '/api/auth/sign-in/email',
    {
      config: { access: 'public' },
      schema: {
        summary: 'Signs in and sets the login cookie',
        description:
          '401 `second-factor-needed` asks for `code`: six digits of the authenticator app, or a recovery code. 10 failed tries per account and 60 per address block in 15 minutes, then 429 with `retry-after`. The reply is that of `GET /api/me`.',
        body: signInWithCodeSchema,
        response: { 200: signedInSchema },
      },
    },
    async (request, reply) => {
      const { email, password, code } = request.body;
      const outcome = await logins.signIn({ email, password, code }, askingOf(request));
      if ('refusal' in outcome) {
        const { account } = outcome;
        if (account != null)
          recordFailedSignIn(inClinic, account, (error) =>
            request.log.error(
              { code: (error as { code?: string }).code },
              'a failed sign-in is not in the audit',
            ),
          );
        throw refusedSignIn(outcome);
      }
      await recordLoneAct(inClinic, outcome.login, { action: 'sign-in' });
      reply.header('set-cookie', outcome.cookies);
      return meOf(outcome.login);
    },
  );

  // Makes this login fresh again, for what asks for one; it never begins one.
  app.post(
    '/api/auth/confirm',
    {
      config: { access: 'signed-in', beforeEnrolment: true },
      schema: {
        summary: 'Makes the login fresh for 5 minutes by its password',
        description:
          'For calls that answer 403 `confirm-needed`. A wrong password is 422 `wrong-pin` with the field `password`, and counts as a failed sign-in.',
        body: confirmBodySchema,
        response: { 200: z.object({ confirmed: z.literal(true) }) },
      },
    },
    async (request) => {
      const { login, body } = request;
      const wrong = await logins.confirmPassword(login, body.password, askingOf(request), body.code);
      if (wrong !== null) {
        await recordLoneAct(inClinic, login, { action: 'confirm', outcome: wrong.refusal.refused });
        throw wrong.retryAfterSeconds > 0
          ? refusedSignIn(wrong)
          : refused('wrong-pin', { field: 'password', detail: NOT_YOURS });
      }
      await logins.confirmed(login);
      return { confirmed: true } as const;
    },
  );

  app.post(
    '/api/auth/sign-out',
    {
      config: { access: 'public' },
      schema: {
        summary: 'Ends the login and takes its cookie back',
        description: '401 `not-signed-in` without a login.',
        body: nothingSchema,
        response: { 200: z.object({ signedOut: z.literal(true) }) },
      },
    },
    async (request, reply) => {
      const login = await logins.resolve(request.headers.cookie);
      if (login === null) throw refused('not-signed-in');
      await recordLoneAct(inClinic, login, { action: 'sign-out' });
      reply.header('set-cookie', await logins.signOut(login, request.headers.cookie ?? ''));
      return reply.code(200).send({ signedOut: true });
    },
  );

  app.get(
    '/api/me',
    {
      config: { access: 'signed-in', beforeEnrolment: true },
      schema: {
        summary: 'Tells who is signed in, in which clinic and role, what they may do, and the epoch',
        description: '`mustEnrol` is there when nothing else answers before a second factor is set up.',
        response: { 200: signedInSchema },
      },
    },
    async (request) => meOf(request.login),
  );

  app.post(
    '/api/me/role',
    {
      config: { access: 'signed-in' },
      schema: {
        summary: "Acts in another of the caller's roles from now on, in this login alone",
        body: actAsBodySchema,
        response: { 200: signedInSchema },
      },
    },
    async (request) => {
      const { role } = request.body;
      if (!(await logins.actAs(request.login, role))) {
        throw new RefusalError(
          refuse('role-may-not', { field: 'role', detail: 'This role is not one of yours.' }),
        );
      }
      const login = (await logins.resolve(request.headers.cookie)) as Login;
      await recordLoneAct(inClinic, login, { action: 'act-as' });
      return meOf(login);
    },
  );

  async function meOf(login: Login): Promise<SignedInAs> {
    const { personId, name, email, clinicId, clinicName, timeZone, settings, roles, role, demo, mustEnrol } =
      login;
    return {
      person: { id: personId, name, email },
      clinic: { id: clinicId, name: clinicName, timeZone, ...settings },
      roles: [...roles],
      role,
      may: operationsOf(role),
      epoch,
      demo,
      hasPin: await pins.has(personId),
      ...(mustEnrol ? { mustEnrol } : {}),
    };
  }
}

const NOT_YOURS = 'This is not your password. Nothing was stored. Type it again.';

const askingOf = ({ ip, headers }: FastifyRequest): Asking => ({
  address: ip,
  cookies: headers.cookie,
  userAgent: headers['user-agent'],
});

const refusedSignIn = ({ refusal, retryAfterSeconds: wait }: SignInRefused) =>
  new RefusalError(refusal, wait > 0 ? { 'retry-after': String(wait) } : {});
