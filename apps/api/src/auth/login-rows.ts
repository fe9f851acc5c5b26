import { formatInstant } from '@tandem/domain';
import type { OwnLogin } from '@tandem/wire';
import type { Sql } from 'postgres';

/** The rows of logins: which a person has, when each was used last, and their end. */

/** What a login began on, in words, and that its person signed in. */
export async function noteSignIn(
  auth: Sql,
  { loginId, personId }: { readonly loginId: string; readonly personId: string },
  device: string,
): Promise<void> {
  await auth`update auth.logins set user_agent = ${device}, ip_address = null where id = ${loginId}`;
  await auth`update auth.users set last_sign_in_at = clock_timestamp() where id = ${personId}`;
}

/**
 * They were used just now. One that has been idle for too long is not brought back. A database that cannot be written
 * to still shows what is in it, so its refusal is nobody's here.
 */
export async function keepUsed(auth: Sql, loginIds: readonly string[]): Promise<void> {
  if (loginIds.length === 0) return;
  await auth`
    update auth.logins set used_at = clock_timestamp()
    where id = any(${[...loginIds]}::uuid[]) and used_at < clock_timestamp() - interval '1 minute'`.catch(
    () => {},
  );
}

/** The logins of a person that are good now, the newest use first. */
export async function loginsOf(auth: Sql, personId: string, askingId: string): Promise<OwnLogin[]> {
  const rows = await auth<{ id: string; device: string | null; beganMs: number; usedMs: number }[]>`
    select id, user_agent device, (extract(epoch from created_at) * 1000)::float8 "beganMs",
      (extract(epoch from used_at) * 1000)::float8 "usedMs"
    from auth.logins
    where user_id = ${personId} and expires_at > clock_timestamp()
      and used_at > clock_timestamp() - interval '2 hours'
    order by id = ${askingId} desc, used_at desc`;
  return rows.map(({ id, device, beganMs, usedMs }) => ({
    id,
    device: device || 'A program',
    beganAt: formatInstant(beganMs),
    usedAt: formatInstant(usedMs),
    isThis: id === askingId,
  }));
}

/** @returns whether it was this person's and is ended */
export async function endLogin(auth: Sql, personId: string, loginId: string): Promise<boolean> {
  const ended = await auth`
    delete from auth.logins where id = ${loginId} and user_id = ${personId} returning 1`;
  return ended.length > 0;
}

/** Every login of a person, or every other than this one. @returns how many ended */
export async function endLogins(auth: Sql, personId: string, except: string | null): Promise<number> {
  const ended = await auth`
    delete from auth.logins where user_id = ${personId} and id is distinct from ${except}::uuid
    returning expires_at > clock_timestamp() and used_at > clock_timestamp() - interval '2 hours' as good`;
  return ended.filter(({ good }) => good === true).length;
}
