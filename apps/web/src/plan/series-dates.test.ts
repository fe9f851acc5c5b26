import { describe, expect, it } from 'vitest';
import { client, room, session } from '../day/session.test-support.ts';
import { emptyPlan, type PlanDraft } from './plan-draft.ts';
import { remarkedDates } from './series-dates.ts';

const zone = 'America/New_York';
const nowMs = Date.parse('2026-11-24T12:00:00Z');
const draft: PlanDraft = {
  ...emptyPlan(nowMs, zone, { id: 'okafor', role: 'physician' }, { roomId: 'room-2' }),
  date: '2026-11-27',
  time: '10:00',
  patientId: 'rivera',
};
const remarks = (dates: string[], others: ReturnType<typeof session>[] = [], of = draft) =>
  remarkedDates({ draft: of, dates, others, zone, nowMs }).map((row) => row.remarks);

describe('each day of a series', () => {
  it('[SER-3] is named when it falls on a weekend or on a room that is taken', () => {
    const taken = session('other', {
      plannedAt: '2026-12-04T16:30:00.000Z',
      room: room(2),
      patient: client('SATO'),
    });
    expect(remarks(['2026-11-27', '2026-11-28', '2026-12-04'], [taken])).toEqual([
      [],
      ['On a weekend.'],
      ['Room 2 is taken 11:30 to 13:30 by SATO, Maya.'],
    ]);
  });

  it('[SER-3] is named when it is another day of the series, or has no such time', () => {
    expect(remarks(['2026-11-27', '2026-11-27'])).toEqual([
      [],
      ['At the same time as session 1 of this series.'],
    ]);
    const atNight = { ...draft, time: '02:30' };
    expect(remarks(['2027-03-15', '2027-03-14'], [], atNight)).toEqual([
      [],
      ['The clinic’s clock does not show 02:30 on this day.'],
    ]);
    expect(remarks(['2026-11-27', ''])).toEqual([[], ['Choose a date.']]);
  });
});
