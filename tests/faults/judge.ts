import type { House } from './house.ts';
import type { Screen } from './screen.ts';
import type { Written } from './writers.ts';

export interface Verdict {
  /** Confirmed to a writer, and not in the log. */
  readonly lost: number;
  /** In the log more than once. */
  readonly doubled: number;
  /** In the log, and sent by nobody; the steps of the session aside. */
  readonly unknown: number;
  /** Places where seq does not go on by one. */
  readonly gaps: number;
  readonly brokenLinks: number;
  /** Screens that did not get every entry once, in order. */
  readonly wrongScreens: number;
}

export const FLAWLESS: Verdict = {
  lost: 0,
  doubled: 0,
  unknown: 0,
  gaps: 0,
  brokenLinks: 0,
  wrongScreens: 0,
};

/** @param steps how many entries of the session no writer sent: planned, started */
export async function judge(
  house: House,
  session: string,
  { sent, confirmed }: Written,
  steps: number,
  screens: readonly Screen[] = [],
): Promise<Verdict> {
  const log = await house.log(session);
  const ids = new Set(log.map(({ id }) => id));
  const inOrder = JSON.stringify(log.map(({ id, seq }) => [id, seq]));
  return {
    lost: [...confirmed].filter((id) => !ids.has(id)).length,
    doubled: log.length - ids.size,
    unknown: log.filter(({ id }) => !sent.has(id)).length - steps,
    gaps: log.filter(({ seq }, at) => seq !== at + 1).length,
    brokenLinks: (await house.brokenLinks(session)).length,
    wrongScreens: screens.filter(
      ({ seen }) => JSON.stringify(seen.map(({ id, seq }) => [id, seq])) !== inOrder,
    ).length,
  };
}
