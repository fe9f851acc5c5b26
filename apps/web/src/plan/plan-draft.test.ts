import { describe, expect, it } from 'vitest';
import { session } from '../day/session.test-support.ts';
import { draftOfSession, emptied, plannedMs } from './plan-draft.ts';

const zone = 'America/New_York';

describe('a plan in the form', () => {
  it('[DAY-7] means what it was filled from while its time is not typed anew', () => {
    // The second 01:30 of that night, with seconds that no field shows.
    const stored = session('a', { plannedAt: '2026-11-01T06:30:12.345Z' });
    const draft = draftOfSession(stored, zone);
    expect([draft.date, draft.time]).toEqual(['2026-11-01', '01:30']);
    expect(plannedMs(draft, zone)).toBe(Date.parse(stored.plannedAt));
    expect(plannedMs({ ...draft, time: '01:31' }, zone)).toBe(Date.parse('2026-11-01T05:31:00Z'));
    expect(plannedMs({ ...draft, date: '2026-11-02' }, zone)).toBe(Date.parse('2026-11-02T06:30:00Z'));
    expect(plannedMs({ ...draft, date: '0002-11-02' }, zone)).toBeNull();
  });

  it('[DAY-9] says which emptied field would come back', () => {
    const draft = draftOfSession(session('a', { room: { id: 'r', name: 'Room 1' }, weightKg: 68 }), zone);
    expect(emptied(draft, { ...draft, roomId: '' })?.field).toBe('roomId');
    expect(emptied(draft, { ...draft, weight: ' ' })?.field).toBe('weightKg');
    expect(emptied(draft, { ...draft, minutes: '' })?.field).toBe('durationMinutes');
    expect(emptied(draft, { ...draft, roomId: 'other', weight: '70' })).toBeNull();
    expect(emptied({ ...draft, weight: '' }, { ...draft, weight: '' })).toBeNull();
  });
});
