/**
 * The id of the notice that an entry raised: rule, then entry (clinical.md 1.4, rule semantics).
 * @param entryId of the entry with the value out of limits
 */
export function noticeId(rule: 'bp-high' | 'heart-rate-high', entryId: string): string {
  return `${rule}:${entryId}`;
}
