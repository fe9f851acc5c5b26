import { operationsOf, refuse } from '@tandem/domain';
import { actAsBodySchema, type Me, meSchema, signInBodySchema } from '@tandem/wire';
import type { App } from '../app-type.ts';
import { recordLoneAct } from '../audit/record.ts';
import type { Login } from '../auth/logins.ts';
import { RefusalError, refused } from '../refusal-error.ts';
import type { Services } from '../services.ts';
import { nothingSchema } from './nothing.ts';

/** Sign-in, sign-out, who am I. Every other path of the sign-in library does not exist here. */
export function signInRoutes(app: App, { logins, pins, inClinic, epoch }: Services): void {
  app.post(
    '/api/auth/sign-in/email',
    { config: { access: 'public' }, schema: { body: signInBodySchema, response: { 200: meSchema } } },
    async (request, reply) => {
      const { email, password } = request.body;
      const outcome = await logins.signIn(email, password, request.ip);
      if ('refusal' in outcome) {
        const wait = outcome.retryAfterSeconds;
        throw new RefusalError(outcome.refusal, wait > 0 ? { 'retry-after': String(wait) } : {});
      }
      await recordLoneAct(inClinic, outcome.login, { action: 'sign-in' });
      reply.header('set-cookie', outcome.cookies);
      return meOf(outcome.login);
    },
  );

  app.post(
    '/api/auth/sign-out',
    { config: { access: 'public' }, schema: { body: nothingSchema } },
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
    { config: { access: 'signed-in' }, schema: { response: { 200: meSchema } } },
    async (request) => meOf(request.login),
  );

  app.post(
    '/api/me/role',
    { config: { access: 'signed-in' }, schema: { body: actAsBodySchema, response: { 200: meSchema } } },
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

  async function meOf(login: Login): Promise<Me> {
    const {
      personId,
      name,
      email,
      clinicId,
      clinicName,
      timeZone,
      estimate,
      offlineMode,
      roles,
      role,
      demo,
    } = login;
    return {
      person: { id: personId, name, email },
      clinic: { id: clinicId, name: clinicName, timeZone, estimate, offlineMode },
      roles: [...roles],
      role,
      may: operationsOf(role),
      epoch,
      demo,
      hasPin: await pins.has(personId),
    };
  }
}
