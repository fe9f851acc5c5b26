import { may, type Role } from '@tandem/domain';
import { settingsOf } from '../clinic/settings.ts';
import type { ClinicScope } from '../db/clinic-scope.ts';
import { clinics } from '../db/schema.ts';
import { isFencedRole, openPairs, pairKey } from '../sessions/team.ts';

interface Watcher {
  readonly personId: string;
  readonly role: Role;
}

/** The running sessions whose values this watcher sees; undefined for one that was not asked about. */
export type Sight = (watcher: Watcher) => ReadonlySet<string> | undefined;

/** What each of those who look at a clinic's board sees of it: by role, and where it is so by team (TEA-2). */
export async function seenBy(
  scope: ClinicScope,
  watchers: readonly Watcher[],
  sessionIds: readonly string[],
): Promise<Sight> {
  const [clinic] = await scope.tx
    .select({ settings: clinics.settings })
    .from(clinics)
    .where(scope.own(clinics.id));
  const { teamOnly } = settingsOf(clinic?.settings);
  const fenced = watchers.filter(({ role }) => isFencedRole(role, teamOnly));
  const people = new Set(fenced.map(({ personId }) => personId));
  const open = await openPairs(
    scope,
    [...people].flatMap((personId) => sessionIds.map((sessionId) => ({ personId, sessionId }))),
  );
  const everything = new Set(sessionIds);
  const seen = new Map<Watcher, ReadonlySet<string>>(
    watchers.map((watcher) => {
      const { personId, role } = watcher;
      if (!may(role, 'session.read', 'in-progress')) return [watcher, new Set()];
      if (!isFencedRole(role, teamOnly)) return [watcher, everything];
      return [watcher, new Set(sessionIds.filter((sessionId) => open.has(pairKey({ personId, sessionId }))))];
    }),
  );
  return (watcher) => seen.get(watcher);
}
