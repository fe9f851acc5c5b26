import { randomUUID } from 'node:crypto';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { betterAuth } from 'better-auth/minimal';
import { drizzle } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';
import { z } from 'zod';
import { accounts, logins, users, verifications } from '../db/schema.ts';

export interface LibrarySettings {
  readonly auth: Sql;
  readonly secret: string;
  readonly publicUrl: URL;
}

/** A login lasts at most a working day; idle limits come on top of it. */
export const LOGIN_SECONDS = 12 * 3600;

/**
 * Begins a login for whom our own check let in: password and second factor are one question, and the library's own
 * sign-in would begin a login after the first half of it.
 */
const beginning = {
  id: 'begin-login',
  endpoints: {
    beginLogin: createAuthEndpoint(
      '/begin-login',
      { method: 'POST', body: z.object({ personId: z.string() }), metadata: { SERVER_ONLY: true } },
      async (ctx) => {
        const { internalAdapter } = ctx.context;
        const [session, user] = await Promise.all([
          internalAdapter.createSession(ctx.body.personId),
          internalAdapter.findUserById(ctx.body.personId),
        ]);
        if (user === null) throw new Error('a login for nobody');
        await setSessionCookie(ctx, { session, user });
        return ctx.json({ began: true });
      },
    ),
  },
} as const;

/**
 * The sign-in library, behind our own routes. Its defaults would let anyone sign up and set additional fields
 * of themselves, so none of its paths is mounted: we call three of its functions and own everything around them.
 * Clinic and roles are not its business; they are in `auth.memberships`.
 */
export function signInLibrary({ auth, secret, publicUrl }: LibrarySettings) {
  const secure = publicUrl.protocol === 'https:';
  return betterAuth({
    database: drizzleAdapter(drizzle(auth), {
      provider: 'pg',
      schema: { user: users, session: logins, account: accounts, verification: verifications },
    }),
    secret,
    baseURL: publicUrl.origin,
    telemetry: { enabled: false },
    emailAndPassword: { enabled: true, disableSignUp: true, maxPasswordLength: 256 },
    session: {
      expiresIn: LOGIN_SECONDS,
      disableSessionRefresh: true,
      // A cached cookie would outlive a disabled person (GHSA-xg6x-h9c9-2m83).
      cookieCache: { enabled: false },
    },
    rateLimit: { enabled: false },
    plugins: [beginning],
    advanced: {
      database: { generateId: () => randomUUID() },
      // Named whole: with secure cookies on, the library would put `__Secure-` in front.
      useSecureCookies: false,
      cookies: {
        session_token: {
          name: cookieName(publicUrl),
          attributes: { httpOnly: true, sameSite: 'strict', path: '/', secure },
        },
      },
    },
    logger: { disabled: true },
  });
}

export type SignInLibrary = ReturnType<typeof signInLibrary>;

/** `__Host-` binds the cookie to this host over https; plain http exists on loopback only. */
export function cookieName(publicUrl: URL): string {
  return publicUrl.protocol === 'https:' ? '__Host-tandem' : 'tandem';
}
