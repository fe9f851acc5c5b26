import { may } from '@tandem/domain';
import type { Session } from '@tandem/wire';
import type { Login } from '../auth/login.ts';
import type { ClinicScope } from '../db/clinic-scope.ts';
import { refused } from '../refusal-error.ts';
import { readSession } from './search.ts';

/** The session, when this clinic has it and this role may read it now. @throws RefusalError 404 or 403 */
export async function requireReadable(scope: ClinicScope, login: Login, id: string): Promise<Session> {
  const session = await readSession(scope, login.role, id);
  if (session === null) throw refused('not-found');
  if (may(login.role, 'session.read', session.status)) return session;
  throw refused('role-may-not', { detail: 'A clinic lead reads a session once it has ended.' });
}
