import { type Entry, fold } from '@tandem/domain';
import { displaySettings } from '@tandem/wire';
import { expect, test } from 'vitest';
import { displayView } from './view.ts';

const T0 = Date.parse('2026-03-05T10:00:00.000Z');
const at = (minute: number) => new Date(T0 + minute * 60_000).toISOString();
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const author = { id: uuid(1), name: 'Canary Author', role: 'physician' } as const;

/** What must stay on the server, whatever the wall is set to. */
const canaries = [
  'Canary',
  'CANARY-MRN',
  'Penicillin',
  'canary-note',
  'canary-protocol',
  'canary-term',
  'ketamine',
  '37.5',
  'physician',
];
const values = ['148', '92', '88', '97'];

const patient = {
  id: uuid(2),
  familyName: 'Canary-Rivera',
  givenName: 'Canary-Maya',
  birthDate: '1987-03-14',
  sex: 'female',
  mrn: 'CANARY-MRN',
  allergies: { status: 'known', items: ['Penicillin'] },
};
const pins = {
  patient,
  weightKg: 68.4,
  protocol: { id: uuid(3), name: 'canary-protocol', data: { drug: 'ketamine', route: 'im' } },
  team: [{ personId: author.id, name: author.name, role: author.role }],
};

const log: readonly (readonly [kind: string, minute: number, data: object])[] = [
  ['started', 0, { startedAt: null, reason: null, transcribed: false, pins }],
  ['vital-signs', 1, { systolic: 120, diastolic: 78, heartRate: 70, spo2: 98 }],
  ['dose', 2, { state: 'already-given', drug: 'ketamine', route: 'im', amountMg: 37.5 }],
  ['note', 3, { text: 'canary-note', category: 'words' }],
  ['phase', 4, { phase: 'plateau' }],
  ['adverse-event', 5, { term: 'canary-term', grade: 1 }],
  ['vital-signs', 6, { systolic: 148, diastolic: 92 }],
  ['vital-signs', 7, { heartRate: 88, spo2: 97 }],
];
const entries = log.map(([kind, minute, data], index) => ({
  id: uuid(100 + index),
  sessionId: uuid(9),
  seq: index + 1,
  kind,
  version: 1,
  happenedAt: at(minute),
  recordedAt: at(minute),
  author,
  data,
  context: null,
  hash: 'h',
})) as Entry[];
const state = fold(uuid(9), entries);
const place = { roomName: 'Room 2', timeZone: 'Europe/Berlin' };
const view = (setting: (typeof displaySettings)[number], minute = 8) =>
  displayView({ ...place, setting }, state, T0 + minute * 60_000);

test('[DSP-1] no name, id, note or dose leaves the server, whatever the setting', () => {
  for (const setting of displaySettings) {
    const told = JSON.stringify(view(setting));
    for (const canary of canaries) expect(told, `${setting}: ${canary}`).not.toContain(canary);
    expect(told, setting).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
  }
});

test('[DSP-1] calm is phase, priority and clock: no value, and not when one is due', () => {
  expect(view('calm')).toEqual({
    shows: 'calm',
    ...place,
    serverTime: at(8),
    session: { phase: 'plateau', notice: 'high', lastSeq: 8 },
  });
  for (const value of values) expect(JSON.stringify(view('calm')).replace(at(8), '')).not.toContain(value);
  expect(view('off')).toEqual({ shows: 'off', ...place, serverTime: at(8) });
});

test('[DSP-1] staff side is the last of each sign with its own time, and the pressures', () => {
  expect(view('staff-side')).toEqual({
    shows: 'staff-side',
    ...place,
    serverTime: at(8),
    session: {
      phase: 'plateau',
      notice: 'high',
      lastSeq: 8,
      nextDueAt: at(17),
      pressure: { systolic: 148, diastolic: 92, at: at(6), oldFrom: at(20) },
      heartRate: { value: 88, at: at(7), oldFrom: at(20) },
      spo2: { value: 97, at: at(7), oldFrom: at(20) },
      pressures: [
        { at: at(1), systolic: 120, diastolic: 78 },
        { at: at(6), systolic: 148, diastolic: 92 },
      ],
    },
  });
});

test('[DSP-1] the worst notice that is open is told by its priority alone', () => {
  // A dose before the gate is High; before it there was nothing.
  const before = fold(uuid(9), entries.slice(0, 2));
  for (const setting of ['calm', 'staff-side'] as const) {
    const then = displayView({ ...place, setting }, before, T0 + 2 * 60_000);
    expect(then, setting).toMatchObject({ session: { notice: null } });
    expect(view(setting), setting).toMatchObject({ session: { notice: 'high' } });
  }
});

test('[DSP-1] a room in which no session runs is its name and the clock', () => {
  for (const setting of ['calm', 'staff-side'] as const) {
    expect(displayView({ ...place, setting }, null, T0)).toEqual({
      shows: setting,
      ...place,
      serverTime: at(0),
      session: null,
    });
  }
});
