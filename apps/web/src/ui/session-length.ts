/** How long a session lasted, start to end; null before its end. */
export function lengthMs(session: { readonly startedAt: string | null; readonly endedAt: string | null }) {
  const { startedAt, endedAt } = session;
  return startedAt === null || endedAt === null ? null : Date.parse(endedAt) - Date.parse(startedAt);
}
