import { type LimitRow, limitRows } from '../rules/limits.ts';
import { vitalSign } from '../vitals/catalog.ts';

/** "Medium counts from minute 60 ..." and what else the rule of a sign holds that no protocol sets. */
export function limitNotes(row: LimitRow): string[] {
  const { mediumFromMinute, twice, emergencyBelow, high, medium, highCounts } = row;
  const hasUpper = high.high !== undefined || medium.high !== undefined;
  return [
    ...(hasUpper ? [highCounts ? 'The upper limit itself counts' : 'The upper limit itself is inside'] : []),
    ...(mediumFromMinute === undefined
      ? []
      : [`Medium counts from minute ${mediumFromMinute} after the first dose`]),
    ...(twice === undefined ? [] : [`Under ${twice.below} twice within ${twice.withinMinutes} min is High`]),
    ...(emergencyBelow === undefined ? [] : [`Under ${emergencyBelow} is an emergency`]),
  ];
}

/** Signs whose limits hold more than two ends, with what else holds. */
export const limitNotesBySign: ReadonlyMap<string, readonly string[]> = new Map(
  limitRows.map((row) => [vitalSign(row.sign).label, limitNotes(row)]),
);
