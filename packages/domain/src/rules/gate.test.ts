import { describe, expect, test } from 'vitest';
import type { CheckKey } from '../checklist/catalog.ts';
import { append, at, entry, given, MINUTE, nurse, T0, type Told } from '../session/given.test-support.ts';
import { answersOf, gateOf } from './gate.ts';
import { under } from './notices.test-support.ts';

const answered = (minute: number, item: CheckKey, more: object = {}): Told => ({
  command: append(
    entry('checklist', { answers: [{ item, result: 'fulfilled', ...more }] }, { happenedAt: at(minute) }),
  ),
  actor: nurse,
  nowMs: T0,
});
const rowsOf = (...told: Told[]) => gateOf(given(...under({}), ...told).state);

describe('[GAT-1] the list before the first dose', () => {
  test('has no row of going home', () => {
    expect([...new Set(rowsOf().map(({ row }) => row.list))]).toEqual(['gate']);
  });

  test('is held by rows that block, and not by those that are only asked', () => {
    expect(rowsOf().map(({ blocks }) => blocks)).toEqual(rowsOf().map(({ mode }) => mode === 'block'));
    const consent = (...told: Told[]) => rowsOf(...told).find(({ row }) => row.key === 'consent');
    expect(consent()).toMatchObject({ blocks: true, settled: false, answer: null });
    expect(consent(answered(-5, 'consent'))).toMatchObject({ blocks: false, settled: true });
  });
});

describe('[GAT-2] the answer that counts', () => {
  const { state } = given(
    ...under({}),
    answered(-20, 'fasting', { note: 'since 8' }),
    answered(-10, 'fasting', { result: 'not-fulfilled', note: 'coffee at 9' }),
  );
  const untilMinute = (minute: number) => answersOf(state, T0 + minute * MINUTE).get('fasting');

  test('is the last one until then, with who gave it and when', () => {
    expect(untilMinute(-21)).toBeUndefined();
    expect(untilMinute(-20)).toMatchObject({ note: 'since 8', by: nurse.name, at: at(-20) });
    expect(untilMinute(-11)).toMatchObject({ note: 'since 8' });
    expect(untilMinute(-10)).toMatchObject({ result: 'not-fulfilled', note: 'coffee at 9', at: at(-10) });
    expect(answersOf(state).get('fasting')).toMatchObject({ note: 'coffee at 9' });
  });

  test('so a list that is read for an earlier moment stands as it stood', () => {
    const fasting = (minute: number) =>
      gateOf(state, T0 + minute * MINUTE).find(({ row }) => row.key === 'fasting')?.settled;
    expect([-21, -11, -10].map(fasting)).toEqual([false, true, false]);
  });
});
