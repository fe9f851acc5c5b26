import { type AnyNewEntry, evolve, initialState, type SessionState } from '@tandem/domain';

export const START = Date.UTC(2026, 10, 24, 15, 0);
export const ZONE = 'UTC';
export const minute = (count: number): number => START + count * 60_000;
export const idOf = (number: number): string => `dddddddd-0000-4000-8000-${String(number).padStart(12, '0')}`;

type Kind = AnyNewEntry['kind'] | 'ended' | 'signed';
export type Told = readonly [kind: Kind, atMinute: number, data: unknown];

/** Steps that put a session in progress at minute 0; entry `n` of what is told after them has `idOf(n)`. */
const FIRST = 2;

/** A running session under a protocol that asks for a set of vital signs every 15 minutes. */
export function told(entries: readonly Told[], protocol: object = { vitalsEveryMinutes: 15 }): SessionState {
  const data = { drug: 'ketamine', route: 'im', ceilingMg: 80, ...protocol };
  const pins = { patient: {}, weightKg: 68, protocol: { id: '', name: '', data }, team: [] };
  const all: readonly (readonly [string, number, unknown])[] = [
    ['planned', 0, {}],
    ['started', 0, { startedAt: null, reason: null, transcribed: false, pins }],
    ...entries,
  ];
  return all.reduce(
    (state, [kind, atMinute, one], at) =>
      evolve(state, {
        id: idOf(at - FIRST + 1),
        sessionId: 's',
        seq: at + 1,
        kind,
        version: 1,
        happenedAt: new Date(minute(atMinute)).toISOString(),
        recordedAt: new Date(minute(atMinute)).toISOString(),
        author: { id: 'a', name: 'Dr Amara Okafor', role: 'physician' },
        data: one,
        context: null,
        hash: '',
      }),
    initialState('s'),
  );
}

export const set = (
  atMinute: number,
  systolic: number,
  diastolic: number,
  more: Record<string, number> = {},
): Told => ['vital-signs', atMinute, { systolic, diastolic, ...more }];

export const dose = (atMinute: number, amountMg: number): Told => [
  'dose',
  atMinute,
  { state: 'already-given', drug: 'ketamine', route: 'im', amountMg },
];

export const amendment = (
  atMinute: number,
  number: number,
  data: unknown,
  more: { reason?: string; correctedHappenedAt?: string } = {},
): Told => ['amendment', atMinute, { entryId: idOf(number), data, reason: 'mistyped', ...more }];
