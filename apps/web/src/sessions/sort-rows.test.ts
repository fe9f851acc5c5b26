import type { Session } from '@tandem/wire';
import { expect, test } from 'vitest';
import { serverSort, sortRows } from './sort-rows.ts';

function session(id: string, day: number, minutes: number | null, room: string | null, more = {}): Session {
  const at = (minute: number) => new Date(Date.UTC(2026, 2, day, 10, minute)).toISOString();
  return {
    id,
    status: 'signed',
    origin: 'live',
    patient: null,
    protocol: null,
    plannedAt: at(0),
    durationMinutes: null,
    startedAt: minutes === null ? null : at(0),
    endedAt: minutes === null ? null : at(minutes),
    weightKg: null,
    room: room === null ? null : { id: room, name: room },
    people: [],
    plannedDoses: [],
    seriesId: null,
    series: null,
    setting: 'in-clinic',
    disposition: null,
    lastSeq: 3,
    ...more,
  };
}
const all = [
  session('c', 3, 110, 'Room 10'),
  session('b', 2, null, null, { status: 'cancelled' }),
  session('a', 1, 120, 'Room 2', { status: 'ended' }),
];
const ids = (sorted: readonly Session[]) => sorted.map(({ id }) => id).join('');

test('[PST-3] a whole list is sorted by its columns, what is not known last, equals newest first', () => {
  expect(ids(sortRows(all, serverSort))).toBe('cba');
  expect(ids(sortRows(all, { key: 'date', up: true }))).toBe('abc');
  expect(ids(sortRows(all, { key: 'duration', up: true }))).toBe('cab');
  expect(ids(sortRows(all, { key: 'duration', up: false }))).toBe('acb');
  expect(ids(sortRows(all, { key: 'room', up: true }))).toBe('acb');
  expect(ids(sortRows(all, { key: 'record', up: true }))).toBe('acb');
  expect(ids(sortRows(all, { key: 'client', up: true }))).toBe('cba');
});
