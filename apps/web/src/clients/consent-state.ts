import type { Consent } from '@tandem/wire';
import { dayOf } from '../data/zone.ts';
import { dayWords } from '../ui/names.ts';
import { consentWords as text } from '../words/consent-words.ts';

/** From so many days before its end on, the days that are left are counted. */
const COUNTED_DAYS = 30;
const DAY_MS = 86_400_000;

export interface ConsentState {
  readonly words: string;
  /** `ending`: it counts, not for long. */
  readonly standing: 'current' | 'ending' | 'over';
}

/**
 * How a consent stands, in words.
 * @param today the clinic's day, `YYYY-MM-DD`
 */
export function consentState(consent: Consent, today: string, zone: string): ConsentState {
  const { signedOn, expiresOn, withdrawnAt, withdrawnBy } = consent;
  if (withdrawnAt !== null) {
    const day = dayWords(dayOf(Date.parse(withdrawnAt), zone));
    return { words: text.withdrawn(withdrawnBy, day), standing: 'over' };
  }
  if (expiresOn !== null && expiresOn < today)
    return { words: text.expired(dayWords(expiresOn)), standing: 'over' };
  if (signedOn > today) return { words: text.from(dayWords(signedOn)), standing: 'over' };
  if (expiresOn === null) return { words: text.current, standing: 'current' };
  const left = Math.round((Date.parse(expiresOn) - Date.parse(today)) / DAY_MS);
  return left < COUNTED_DAYS
    ? { words: text.expiresIn(left), standing: 'ending' }
    : { words: text.until(dayWords(expiresOn)), standing: 'current' };
}

/** As they were signed, the newest first. The server tells them oldest first. */
export function newestFirst(consents: readonly Consent[]): Consent[] {
  return [...consents].reverse();
}
