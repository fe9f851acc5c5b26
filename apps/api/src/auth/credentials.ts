import { hashPassword, verifyPassword } from 'better-auth/crypto';
import type { Sql } from 'postgres';
import type { FittingCode, SecondFactors } from './second-factor/second-factors.ts';

/** What somebody shows to be let in. */
export interface Shown {
  /** In small letters. */
  readonly email: string;
  readonly password: string;
  readonly code: string | undefined;
  /** Of the token of a device on which people passed the second factor today. */
  readonly deviceHash: Buffer | null;
}

export type Checked =
  | {
      readonly type: 'right';
      readonly personId: string;
      readonly timeZone: string;
      /** To be used up; null: none was asked for. */
      readonly code: FittingCode | null;
    }
  | { readonly type: 'code-needed' }
  | { readonly type: 'wrong' };

interface Row {
  readonly personId: string;
  readonly password: string | null;
  readonly timeZone: string | null;
  readonly secret: Uint8Array | null;
  readonly recoveryHashes: string[];
  readonly isRemembered: boolean;
}

/** The hash that a password is held against where there is none: an unknown email must take as long. */
const nobodys = hashPassword('the password of nobody');

/**
 * Password and code in one look: one query, one hash and one code are reckoned whoever asks, so that an unknown
 * email, a wrong password, a wrong code, a disabled person and one without a clinic take equally long. Changes
 * nothing; only who is right on all counts uses up their code.
 */
export async function checkCredentials(auth: Sql, factors: SecondFactors, shown: Shown): Promise<Checked> {
  const [row] = await auth<Row[]>`
    select u.id "personId", a.password, c.time_zone "timeZone", f.secret,
      array(select encode(hash, 'hex') from auth.recovery_codes r
        where r.user_id = u.id and r.used_at is null) "recoveryHashes",
      exists (select 1 from auth.remembered_devices d where d.user_id = u.id
        and d.token_hash = ${shown.deviceHash}::bytea and d.expires_at > clock_timestamp()) "isRemembered"
    from auth.users u
    left join auth.accounts a on a.user_id = u.id and a.provider_id = 'credential'
    left join auth.second_factors f on f.user_id = u.id
    left join lateral (
      select clinic_id from auth.memberships
      where person_id = u.id and disabled_at is null order by created_at limit 1
    ) m on true
    left join tandem.clinics c on c.id = m.clinic_id
    where u.email = ${shown.email}`;
  const hash = row?.password ?? (await nobodys);
  const isPassword = await verifyPassword({ hash, password: shown.password });
  const { personId = '', secret = null, recoveryHashes = [] } = row ?? {};
  const fitting = factors.fitting({ personId, secret, recoveryHashes }, shown.code ?? '');
  if (!isPassword || row == null || row.password === null || row.timeZone === null) return { type: 'wrong' };
  const right = { type: 'right', personId, timeZone: row.timeZone } as const;
  if (secret === null || (shown.code === undefined && row.isRemembered)) return { ...right, code: null };
  if (shown.code === undefined) return { type: 'code-needed' };
  return fitting === null ? { type: 'wrong' } : { ...right, code: fitting };
}

/** A person of a clinic. */
export interface Account {
  readonly personId: string;
  readonly clinicId: string;
}

/** Who works under this email, in the clinic that they would be signed in to; null: nobody. */
export async function accountOf(auth: Sql, email: string): Promise<Account | null> {
  const [row] = await auth<Account[]>`
    select m.person_id "personId", m.clinic_id "clinicId"
    from auth.users u join auth.memberships m on m.person_id = u.id
    where u.email = ${email} and m.disabled_at is null order by m.created_at limit 1`;
  return row ?? null;
}
