import type { SessionCommand } from '@tandem/domain';
import type { Session } from '@tandem/wire';
import { and, eq, sql } from 'drizzle-orm';
import type { Login } from '../auth/login.ts';
import type { ClinicScope } from '../db/clinic-scope.ts';
import { breakGlass, sessions } from '../db/schema.ts';
import { refused } from '../refusal-error.ts';
import { findSession, mayRead } from './search.ts';
import { isFenced, openPairs, pairKey } from './team.ts';

/** The session, when this clinic has it and this person may read it now. @throws RefusalError 404 or 403 */
export async function requireReadable(scope: ClinicScope, login: Login, id: string): Promise<Session> {
  const found = await findSession(scope, login, id);
  if (found === null) throw refused('not-found');
  const { session, isOpen } = found;
  if (mayRead(login, session.status, isOpen)) return session;
  if (mayRead(login, session.status, true)) throw refused('not-on-team');
  throw refused('role-may-not', { detail: 'A clinic lead reads a session once it has ended.' });
}

/** As {@link requireReadable}, whoever's team it is: a locked screen is opened, and nothing of the session is told. */
export async function requireKnown(scope: ClinicScope, login: Login, id: string): Promise<void> {
  const found = await findSession(scope, login, id);
  if (found === null) throw refused('not-found');
  if (!mayRead(login, found.session.status, true)) throw refused('role-may-not');
}

/**
 * A session of this clinic that this person reads with a reason alone; one that they have open with a reason counts as
 * such, so that the hour can be begun anew before it is over.
 * @throws RefusalError 404; 409 for one that is open to them anyway
 */
export async function requireFenced(scope: ClinicScope, login: Login, id: string): Promise<void> {
  const found = await findSession(scope, login, id);
  if (found === null) throw refused('not-found');
  const { session, isOpen } = found;
  if (isOpen && session.breakGlass === undefined) throw refused('break-glass-not-needed');
}

/** An opening of so long ago still lets in what was recorded during it and could not be sent. */
const SENT_WITHIN_HOURS = 24;

/**
 * Who may not read a session does nothing in it either. What was recorded while it was open comes in for another day:
 * a device without a network must not lose it. A session that is not there is the writer's to answer.
 * @throws RefusalError 403
 */
export async function requireWritable(
  scope: ClinicScope,
  login: Login,
  sessionId: string,
  command: SessionCommand['type'],
): Promise<void> {
  if (!isFenced(login)) return;
  const pair = { personId: login.personId, sessionId };
  if ((await openPairs(scope, [pair])).has(pairKey(pair))) return;
  if (command === 'append' && (await wasOpened(scope, pair))) return;
  const [known] = await scope.tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(scope.own(sessions.clinicId), eq(sessions.id, sessionId)));
  if (known !== undefined) throw refused('not-on-team');
}

async function wasOpened(
  scope: ClinicScope,
  { personId, sessionId }: { readonly personId: string; readonly sessionId: string },
): Promise<boolean> {
  const rows = await scope.tx
    .select({ id: breakGlass.id })
    .from(breakGlass)
    .where(
      and(
        scope.own(breakGlass.clinicId),
        eq(breakGlass.sessionId, sessionId),
        eq(breakGlass.personId, personId),
        sql`${breakGlass.endsAt} > clock_timestamp() - ${SENT_WITHIN_HOURS} * interval '1 hour'`,
      ),
    )
    .limit(1);
  return rows.length > 0;
}
