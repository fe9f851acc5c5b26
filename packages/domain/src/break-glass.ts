/** For how long somebody who is not on a session's team may open it with a reason (reliability.md 5). */
export const BREAK_GLASS_MINUTES = 60;
/** A lead looks at each opening within so many days. */
export const REVIEW_WITHIN_DAYS = 7;

const MINUTE_MS = 60_000;

/**
 * Whole minutes that an opening still lasts, counted up, so that 0 means over; never more than it can last, whatever a
 * clock that is a little behind says.
 * @param endsAt an instant
 */
export function minutesLeft(endsAt: string, nowMs: number): number {
  const left = Math.ceil((Date.parse(endsAt) - nowMs) / MINUTE_MS);
  return Math.min(BREAK_GLASS_MINUTES, Math.max(0, left));
}

/** Nobody has looked at it, and the days for that are over. @param openedAt an instant */
export function isReviewOverdue(
  { openedAt, reviewedAt }: { readonly openedAt: string; readonly reviewedAt: string | null },
  nowMs: number,
): boolean {
  return reviewedAt === null && nowMs - Date.parse(openedAt) > REVIEW_WITHIN_DAYS * 24 * 60 * MINUTE_MS;
}
