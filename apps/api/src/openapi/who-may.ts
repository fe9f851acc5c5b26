import { may, type Operation, permissions, type Role, roles } from '@tandem/domain';
import type { FastifyContextConfig } from 'fastify';

/** Who may call a route, as the OpenAPI document says it. */
export interface WhoMay {
  /** Nothing for a public call. */
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  /** `public`, `signed-in`, or the operations of the table of permissions of which one is needed. */
  readonly 'x-access': 'public' | 'signed-in' | readonly Operation[];
  /** Roles that may, in some state of a session at least. Left out where nobody has to be signed in. */
  readonly 'x-roles'?: readonly Role[];
  /** What a role is held to, in the words of the table: "own", "after the end". */
  readonly 'x-role-limits'?: Readonly<Partial<Record<Role, string>>>;
  readonly 'x-fresh-login'?: true;
  readonly 'x-before-enrolment'?: true;
}

/** The same config that `plugins/access.ts` holds callers to: what is described cannot be something else. */
export function whoMay({
  access,
  freshLogin,
  beforeEnrolment,
}: Pick<FastifyContextConfig, 'access' | 'freshLogin' | 'beforeEnrolment'>): WhoMay {
  if (access === undefined || access === 'public') return { security: [], 'x-access': 'public' };
  const more = {
    security: [{ login: [] }],
    ...(freshLogin === true ? { 'x-fresh-login': true as const } : {}),
    ...(beforeEnrolment === true ? { 'x-before-enrolment': true as const } : {}),
  };
  if (access === 'signed-in') return { ...more, 'x-access': access, 'x-roles': roles };
  const anyOf = [access].flat() as Operation[];
  const allowed = roles.filter((role) => anyOf.some((operation) => may(role, operation)));
  const limits = limitsOf(anyOf, allowed);
  return {
    ...more,
    'x-access': anyOf,
    'x-roles': allowed,
    ...(Object.keys(limits).length === 0 ? {} : { 'x-role-limits': limits }),
  };
}

function limitsOf(anyOf: readonly Operation[], allowed: readonly Role[]): Partial<Record<Role, string>> {
  const limits: Partial<Record<Role, string>> = {};
  for (const role of allowed) {
    const words = new Set(
      anyOf
        .filter((operation) => may(role, operation))
        .map((operation) => permissions[operation][role].words),
    );
    if (!words.has('yes')) limits[role] = [...words].join(', ');
  }
  return limits;
}
