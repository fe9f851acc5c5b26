import { type Author, type Role, roles } from '@tandem/domain';
import type { ClinicSettings } from '@tandem/wire';
import type { Sql } from 'postgres';
import { settingsOf } from '../clinic/settings.ts';

/** Who is asking: a person at one clinic, acting under one role. */
export interface Login {
  readonly loginId: string;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly clinicId: string;
  readonly clinicName: string;
  readonly timeZone: string;
  /** What the clinic chose. */
  readonly settings: ClinicSettings;
  readonly demo: boolean;
  readonly roles: readonly Role[];
  readonly role: Role;
  readonly author: Author;
  /** Signed in with a password alone at a clinic that asks for a second factor: it is set up before anything else. */
  readonly mustEnrol: boolean;
}

interface LoginRow extends Omit<Login, 'role' | 'author' | 'settings'> {
  readonly actingRole: Role | null;
  readonly settings: unknown;
}

/** Nobody asked anything under this login for so long, and no page of it was open: it has ended. */
const IDLE = '2 hours';

/** The login with this id as it stands now, and whether its last use was kept more than a minute ago. */
export async function readLogin(
  auth: Sql,
  loginId: string,
): Promise<{ readonly login: Login; readonly signDue: boolean } | null> {
  const [row] = await auth<(LoginRow & { readonly signDue: boolean })[]>`
    select l.id "loginId", u.id "personId", u.email, l.acting_role "actingRole", m.name, m.roles,
      c.id "clinicId", c.name "clinicName", c.time_zone "timeZone", c.demo, c.settings,
      not c.demo and not exists (
        select 1 from auth.second_factors f where f.user_id = u.id and f.secret is not null
      ) "mustEnrol",
      l.used_at < clock_timestamp() - interval '1 minute' "signDue"
    from auth.logins l
    join auth.users u on u.id = l.user_id
    join auth.memberships m on m.person_id = u.id and m.disabled_at is null
    join tandem.clinics c on c.id = m.clinic_id
    where l.id = ${loginId} and l.used_at > clock_timestamp() - ${IDLE}::interval
    order by m.created_at limit 1`;
  if (row === undefined) return null;
  const { actingRole: chosen, signDue, settings, ...rest } = row;
  const own = roles.filter((role) => row.roles.includes(role));
  const role = actingRole(own, chosen) as Role;
  const { personId: id, name } = rest;
  const author = { id, name, role };
  return { login: { ...rest, settings: settingsOf(settings), roles: own, role, author }, signDue };
}

/** The role chosen for this login while the person still has it, otherwise the first of theirs. */
export function actingRole(own: readonly Role[], chosen: Role | null): Role | null {
  if (chosen !== null && own.includes(chosen)) return chosen;
  return roles.find((role) => own.includes(role)) ?? null;
}
