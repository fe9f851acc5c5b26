import { checkRows } from '../checklist/catalog.ts';
import type { DataOf } from '../entries/registry.ts';
import {
  append,
  at,
  entry,
  type Given,
  MINUTE,
  physician,
  T0,
  type Told,
} from '../session/given.test-support.ts';
import { doseFindings } from './dose-checks.ts';
import { under } from './notices.test-support.ts';

/** Signs that hold no dose. */
export const calm = { systolic: 124, diastolic: 78, heartRate: 72, spo2: 98 };
export type Answer = DataOf<'checklist'>['answers'][number];

/** Every row of the gate answered with yes. */
export const allYes = checkRows
  .filter(({ list }) => list === 'gate')
  .map(
    ({ key, asks }): Answer => ({
      item: key,
      result: 'fulfilled',
      ...(asks === 'weight' ? { weightKg: 68.4 } : {}),
    }),
  );
export const answered = (answers: readonly Answer[], actor = physician, minute = -20): Told => ({
  command: append(entry('checklist', { answers: [...answers] }, { happenedAt: at(minute) })),
  actor,
  nowMs: T0,
});
export const without = (...keys: string[]) => allYes.filter(({ item }) => !keys.includes(item));
/** Under a ceiling of 80 mg and an interval of 10 minutes, every row answered: what is left is up to the test. */
export const ready = (...more: Told[]): Told[] => [
  ...under({ ceilingMg: 80, minimumIntervalMinutes: 10 }),
  answered(allYes),
  ...more,
];

/** Ketamine into the muscle unless a test says otherwise. */
export const asked = (minute: number, amountMg = 40, more: object = {}) =>
  ({
    drug: 'ketamine',
    route: 'im',
    micrograms: amountMg * 1000,
    atMs: T0 + minute * MINUTE,
    ...more,
  }) as const;
/** What stands against it, by the ids of the rules. */
export const rules = (session: Given, minute: number, amountMg?: number, more?: object) =>
  doseFindings(session.state, asked(minute, amountMg, more)).map(({ ruleId }) => ruleId);

/** What a device gets that sends a dose about to be given. */
export const give = (
  session: Given,
  minute: number,
  data: object = {},
  who = physician,
  context: object | undefined = undefined,
) =>
  session.when(
    append(
      entry(
        'dose',
        { state: 'about-to-give', drug: 'ketamine', route: 'im', amountMg: 40, ...data } as never,
        { happenedAt: at(minute), ...(context === undefined ? {} : { context }) },
      ),
    ),
    who,
    T0 + minute * MINUTE,
  ).refusal;
