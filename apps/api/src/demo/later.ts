/** Minutes after midnight: the day's first start, and the last one that still ends in the clinic's day. */
const FIRST_START = 9 * 60;
const LAST_START = 16 * 60;
const DAY_ENDS = 24 * 60 - 1;
/** Notice before the first of them, and between the two: as far apart as the day allows. */
const NOTICE = 60;
const GAPS = [150, 90, 60, 30] as const;

/**
 * Two starts later on the clinic's day, on the half hour while the day has room for them. In the evening they follow
 * each other as closely as it takes to stay on that day.
 * @param minute of the day, now
 * @returns minutes after midnight, ascending
 */
export function laterMinutes(minute: number): [number, number] {
  const first = Math.max(FIRST_START, halfHour(minute + NOTICE));
  for (const gap of GAPS) if (first + gap <= LAST_START) return [first, first + gap];
  if (first + NOTICE <= DAY_ENDS) return [first, first + NOTICE];
  const third = Math.floor((DAY_ENDS - minute) / 3);
  return [minute + third, minute + 2 * third];
}

const halfHour = (minute: number) => Math.ceil(minute / 30) * 30;
