import { uuidSchema } from '@tandem/domain';
import {
  changePasswordSchema,
  endedLoginsSchema,
  enrolCodeSchema,
  offeredFactorSchema,
  ownSignInSchema,
  passwordChangedSchema,
  recoveryCodesSchema,
} from '@tandem/wire';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { App } from '../app-type.ts';
import { recordLoneAct } from '../audit/record.ts';
import { endLogin, endLogins, loginsOf } from '../auth/login-rows.ts';
import type { SignInRefused } from '../auth/logins.ts';
import { passwordProblem } from '../auth/password-rules.ts';
import { hashPassword, setPassword } from '../auth/people.ts';
import { RefusalError, refused } from '../refusal-error.ts';
import type { Services } from '../services.ts';
import { nothingSchema } from './nothing.ts';

const config = { access: 'signed-in' } as const;
const fresh = { ...config, freshLogin: true } as const;
const done = z.object({ done: z.literal(true) });

/** What a person does with their own sign-in: password, second factor, the devices they are signed in on. */
export function ownSignInRoutes(app: App, { inClinic, logins, database }: Services): void {
  const { auth } = database;
  const { factors, devices } = logins;

  app.get(
    '/api/me/sign-in',
    {
      config,
      schema: {
        summary: "Lists the caller's second factor and the devices they are signed in on",
        response: { 200: ownSignInSchema },
      },
    },
    async ({ login: { personId, loginId, demo } }) => ({
      secondFactor: { ...(await factors.standing(personId)), isRequired: !demo },
      logins: await loginsOf(auth, personId, loginId),
    }),
  );

  app.post(
    '/api/me/password',
    {
      config,
      schema: {
        summary: "Changes the caller's password and ends their other logins",
        description:
          'At least 12 characters; the `title` says what a password lacks. A wrong old one is 422 `wrong-pin` with the field `password`.',
        body: changePasswordSchema,
        response: { 200: passwordChangedSchema },
      },
    },
    async ({ login, body, ip, headers }) => {
      const wrong = await logins.confirmPassword(login, body.password, { address: ip });
      if (wrong !== null) {
        await recordLoneAct(inClinic, login, { action: 'password.change', outcome: wrong.refusal.refused });
        if (wrong.retryAfterSeconds > 0) throw tooMany(wrong);
        throw refused('wrong-pin', {
          field: 'password',
          detail: 'This is not your password. It stays as it is. Type it again.',
        });
      }
      const problem = passwordProblem(body.newPassword, login);
      if (problem !== null) throw refused('invalid', { field: 'newPassword', detail: problem });
      await setPassword(auth, login.personId, await hashPassword(body.newPassword));
      await devices.forget(login.personId, devices.hashIn(headers.cookie));
      await recordLoneAct(inClinic, login, { action: 'password.change' });
      return endOthers({ login });
    },
  );

  // Before it is set up nothing else answers at a clinic that asks for it (plugins/access.ts).
  app.post(
    '/api/me/second-factor',
    {
      config: { ...fresh, beforeEnrolment: true },
      schema: {
        summary: 'Offers a new secret for an authenticator app',
        description: 'Not in force before its first code: `POST /api/me/second-factor/confirm`.',
        body: nothingSchema,
        response: { 201: offeredFactorSchema },
      },
    },
    async ({ login }, reply) => {
      reply.code(201);
      return factors.offer(login.personId, login.email);
    },
  );

  app.post(
    '/api/me/second-factor/confirm',
    {
      config: { ...fresh, beforeEnrolment: true },
      schema: {
        summary: 'Puts the offered second factor in force by its first code, and answers recovery codes',
        description: "The recovery codes are shown once. The caller's other logins end. 422 `wrong-code`.",
        body: enrolCodeSchema,
        response: { 200: recoveryCodesSchema },
      },
    },
    async ({ login, body, headers }, reply) => {
      const recoveryCodes = await factors.enrol(login.personId, body.code);
      if (recoveryCodes === null) throw refused('wrong-code', { field: 'code' });
      await devices.forget(login.personId);
      const device = await devices.remember(login.personId, login.timeZone, devices.hashIn(headers.cookie));
      await recordLoneAct(inClinic, login, { action: 'second-factor.set' });
      await endOthers({ login });
      reply.header('set-cookie', device);
      return { recoveryCodes };
    },
  );

  app.post(
    '/api/me/second-factor/recovery-codes',
    {
      config: fresh,
      schema: {
        summary: 'Makes new recovery codes; those before are good no more',
        description: 'Shown once. 404 while no second factor is set up.',
        body: nothingSchema,
        response: { 200: recoveryCodesSchema },
      },
    },
    async ({ login }) => {
      if (!(await factors.standing(login.personId)).isOn) throw refused('not-found');
      await recordLoneAct(inClinic, login, { action: 'second-factor.new-codes' });
      return { recoveryCodes: await factors.newCodes(login.personId) };
    },
  );

  app.post(
    '/api/me/second-factor/off',
    {
      config: fresh,
      schema: {
        summary: "Turns the caller's second factor off, in a demo clinic",
        description: '409 `second-factor-required` everywhere else.',
        body: nothingSchema,
        response: { 200: done },
      },
    },
    async ({ login }) => {
      if (!login.demo) throw refused('second-factor-required');
      await factors.remove(login.personId);
      await recordLoneAct(inClinic, login, { action: 'second-factor.off' });
      return { done: true } as const;
    },
  );

  app.post(
    '/api/me/logins/:id/end',
    {
      config,
      schema: {
        summary: "Ends one of the caller's logins",
        params: z.object({ id: uuidSchema }),
        body: nothingSchema,
        response: { 200: done },
      },
    },
    async ({ login, params: { id } }) => {
      if (!(await endLogin(auth, login.personId, id))) throw refused('not-found');
      logins.forget();
      await recordLoneAct(inClinic, login, { action: 'login.end', targetId: id });
      return { done: true } as const;
    },
  );

  app.post(
    '/api/me/logins/end-others',
    {
      config,
      schema: {
        summary: "Ends all of the caller's logins but this one",
        body: nothingSchema,
        response: { 200: endedLoginsSchema },
      },
    },
    async ({ login }) => {
      await recordLoneAct(inClinic, login, { action: 'logins.end-others' });
      return endOthers({ login });
    },
  );

  async function endOthers({ login: { personId, loginId } }: Pick<FastifyRequest, 'login'>) {
    const endedLogins = await endLogins(auth, personId, loginId);
    logins.forget();
    return { endedLogins };
  }
}

const tooMany = ({ refusal, retryAfterSeconds }: SignInRefused) =>
  new RefusalError(refusal, { 'retry-after': String(retryAfterSeconds) });
