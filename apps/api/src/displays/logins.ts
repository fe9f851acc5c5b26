import type { DisplaySetting } from '@tandem/wire';
import type { Sql } from 'postgres';

/** A screen that somebody paired, as its cookie says. */
export interface DisplayLogin {
  readonly id: string;
  readonly clinicId: string;
  readonly roomId: string;
  readonly setting: DisplaySetting;
  readonly timeZone: string;
  /** Its last sign was kept more than a minute ago. */
  readonly signDue: boolean;
}

/** Read anew each time: what was unpaired or set otherwise is so at once. Null: no such screen, or no more. */
export async function displayLogin(auth: Sql, tokenHash: Buffer): Promise<DisplayLogin | null> {
  const [row] = await auth<DisplayLogin[]>`
    select d.id, d.clinic_id "clinicId", d.room_id "roomId", d.setting, c.time_zone "timeZone",
      d.seen_at < clock_timestamp() - interval '1 minute' "signDue"
    from tandem.displays d join tandem.clinics c on c.id = d.clinic_id
    where d.token_hash = ${tokenHash} and d.seen_at > clock_timestamp() - interval '30 days'`;
  return row ?? null;
}
