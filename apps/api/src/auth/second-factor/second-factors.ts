import type { OfferedFactor } from '@tandem/wire';
import type { Sql, TransactionSql } from 'postgres';
import { seal, unsealOrNull } from '../../cipher.ts';
import { hashOfCode, isSixDigits, newRecoveryCodes, plainCode } from './recovery-codes.ts';
import { newSecret, offerOf, stepOf } from './totp.ts';

/** What is known of a person's second factor when they sign in; read with the password in one query. */
export interface FactorRow {
  readonly personId: string;
  /** Sealed; null: none is set up. */
  readonly secret: Uint8Array | null;
  /** Of those that are not used up, in hex. */
  readonly recoveryHashes: readonly string[];
}

/** A code that fits and is not used up yet: {@link SecondFactors.claim} does that. */
export type FittingCode =
  | { readonly type: 'step'; readonly step: number }
  | { readonly type: 'recovery'; readonly hash: Buffer };

/** Stands in for the secret of who has none, so that a look takes as long. */
const NOBODYS = Buffer.alloc(20);

/** Each person's second factor: a secret of their authenticator app, and recovery codes as hashes. */
export class SecondFactors {
  constructor(
    private readonly auth: Sql,
    private readonly key: Uint8Array,
    private readonly nowMs: () => number = Date.now,
  ) {}

  /** Does this code fit? Nothing is changed or read from the database, so that yes and no take equally long. */
  fitting({ personId, secret, recoveryHashes }: FactorRow, typed: string): FittingCode | null {
    const plain = plainCode(typed);
    const opened = secret === null ? null : unsealOrNull(this.key, secret, personId);
    const step = stepOf(opened ?? NOBODYS, isSixDigits(plain) ? plain : '000000', this.nowMs());
    const hash = hashOfCode(plain);
    if (isSixDigits(plain)) return step === null || opened === null ? null : { type: 'step', step };
    return recoveryHashes.includes(hash.toString('hex')) ? { type: 'recovery', hash } : null;
  }

  /** Uses the code up. One statement decides, so of two calls with the same code one is told no. */
  async claim(personId: string, code: FittingCode): Promise<boolean> {
    const claimed =
      code.type === 'step'
        ? await this.auth`
            update auth.second_factors set last_step = ${code.step}
            where user_id = ${personId} and last_step < ${code.step} returning 1`
        : await this.auth`
            update auth.recovery_codes set used_at = clock_timestamp()
            where user_id = ${personId} and hash = ${code.hash} and used_at is null returning 1`;
    return claimed.length > 0;
  }

  async standing(personId: string): Promise<{ isOn: boolean; recoveryCodesLeft: number }> {
    const [row] = await this.auth<{ isOn: boolean; left: number }[]>`
      select exists (select 1 from auth.second_factors where user_id = ${personId} and secret is not null) "isOn",
        (select count(*) from auth.recovery_codes where user_id = ${personId} and used_at is null)::int "left"`;
    return { isOn: row?.isOn === true, recoveryCodesLeft: row?.left ?? 0 };
  }

  /** A new secret to be set up. The one in force stays until the first code of the new one. */
  async offer(personId: string, account: string): Promise<OfferedFactor> {
    const secret = newSecret();
    const sealed = seal(this.key, secret, personId);
    await this.auth`
      insert into auth.second_factors (user_id, offered) values (${personId}, ${sealed})
      on conflict (user_id) do update set offered = excluded.offered`;
    return offerOf(secret, account);
  }

  /** Puts what was offered in force, by its first code. @returns new recovery codes, or null: the code does not fit */
  async enrol(personId: string, typed: string): Promise<string[] | null> {
    return await this.auth.begin(async (tx) => {
      const [row] = await tx<{ offered: Uint8Array | null }[]>`
        select offered from auth.second_factors where user_id = ${personId} for update`;
      const secret = row?.offered == null ? null : unsealOrNull(this.key, row.offered, personId);
      const step = secret === null ? null : stepOf(secret, plainCode(typed), this.nowMs());
      if (step === null) return null;
      await tx`
        update auth.second_factors
        set secret = offered, offered = null, confirmed_at = clock_timestamp(), last_step = ${step}
        where user_id = ${personId}`;
      return putNewCodes(tx, personId);
    });
  }

  /** In place of those before, used or not. */
  async newCodes(personId: string): Promise<string[]> {
    return await this.auth.begin((tx) => putNewCodes(tx, personId));
  }

  /** Turned off by the person, or reset by an admin. */
  async remove(personId: string): Promise<void> {
    await this.auth.begin(async (tx) => {
      await tx`delete from auth.second_factors where user_id = ${personId}`;
      await tx`delete from auth.recovery_codes where user_id = ${personId}`;
      await tx`delete from auth.remembered_devices where user_id = ${personId}`;
    });
  }
}

async function putNewCodes(tx: TransactionSql, personId: string): Promise<string[]> {
  const codes = newRecoveryCodes();
  await tx`delete from auth.recovery_codes where user_id = ${personId}`;
  const rows = codes.map((code) => ({ user_id: personId, hash: hashOfCode(code) }));
  await tx`insert into auth.recovery_codes ${tx(rows)}`;
  return codes;
}
