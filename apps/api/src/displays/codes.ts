import { randomInt } from 'node:crypto';
import { formatInstant } from '@tandem/domain';
import { CODE_LENGTH, CODE_LETTERS, type ShownCode } from '@tandem/wire';
import type { Sql } from 'postgres';

/** Long enough to walk to the tablet and back. */
const GOOD_FOR = '10 minutes';

/** A code for the screen with this token, in place of the one that it showed before. */
export async function newCode(auth: Sql, tokenHash: Buffer, before: Buffer | null): Promise<ShownCode> {
  await auth`
    delete from auth.display_codes
    where expires_at < clock_timestamp() or token_hash = ${before ?? Buffer.alloc(0)}`;
  for (;;) {
    // One in use already: another one. There are 34 million.
    const [row] = await auth<Row[]>`
      insert into auth.display_codes (code, token_hash, expires_at)
      values (${randomCode()}, ${tokenHash}, clock_timestamp() + ${GOOD_FOR}::interval)
      on conflict (code) do nothing returning code, ${untilMs(auth)}`;
    if (row !== undefined) return shown(row);
  }
}

/** The code that this screen still shows, or null. */
export async function waitingCode(auth: Sql, tokenHash: Buffer): Promise<ShownCode | null> {
  const [row] = await auth<Row[]>`
    select code, ${untilMs(auth)} from auth.display_codes
    where token_hash = ${tokenHash} and expires_at > clock_timestamp()`;
  return row === undefined ? null : shown(row);
}

interface Row {
  readonly code: string;
  readonly untilMs: number;
}

/** As a number: this pool's driver reads no times (db/connect.ts). */
const untilMs = (auth: Sql) => auth`(extract(epoch from expires_at) * 1000)::float8 "untilMs"`;
const shown = ({ code, untilMs: ms }: Row): ShownCode => ({ code, expiresAt: formatInstant(ms) });

function randomCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join('');
}
