import { type CheckKey, checkRows } from '../checklist/catalog.ts';
import type { Author } from '../roles.ts';
import {
  append,
  at,
  entry,
  given,
  MINUTE,
  physician,
  T0,
  type Told,
  uuid,
} from '../session/given.test-support.ts';
import { type Discharge, type DischargeItem, dischargeOf } from './discharge.ts';
import { under } from './notices.test-support.ts';

/** An entry of this minute. */
export const told = (minute: number, one: ReturnType<typeof entry>, actor: Author = physician): Told => ({
  command: append({ ...one, happenedAt: at(minute) }),
  actor,
  nowMs: T0 + minute * MINUTE,
});

export const answer = (minute: number, item: CheckKey, more: object = {}, actor?: Author): Told =>
  told(minute, entry('checklist', { answers: [{ item, result: 'fulfilled', ...more }] }), actor);
/** A physician goes on without the row. */
export const goOn = (minute: number, item: CheckKey): Told =>
  answer(minute, item, { result: 'not-fulfilled', overrideReason: 'As discussed.' });

const score = (minute: number, instrument: 'aldrete' | 'padss' | 'rass', values: Record<string, number>) => {
  const answers = Object.entries(values).map(([item, value]) => ({ item, value }));
  return told(minute, entry('assessment', { instrument, answers }));
};
/** Aldrete of 8 and what the legs can do, 0 to 2. */
export const aldrete = (minute: number, activity: number): Told =>
  score(minute, 'aldrete', { activity, respiration: 2, circulation: 2, consciousness: 2, saturation: 2 });
/** PADSS of 8 and what is left of the pain, 0 to 2. */
export const padss = (minute: number, pain: number): Told =>
  score(minute, 'padss', { 'vital-signs': 2, ambulation: 2, 'nausea-vomiting': 2, pain, bleeding: 2 });
export const rass = (minute: number, level: number): Told => score(minute, 'rass', { level });

type Infused = 'ketamine' | 'midazolam' | 'ondansetron';
export const infuse = (minute: number, drug: Infused, more: object = {}): Told =>
  told(
    minute,
    entry('infusion-start', {
      infusionId: uuid(700),
      drug,
      state: 'already-given',
      rateMgPerHour: 10,
      ...more,
    }),
  );
export const stop = (minute: number, drug: Infused): Told =>
  told(minute, entry('infusion-stop', { infusionId: uuid(700), drug }));

/** A session that has begun, and what happened in it. */
export const begun = (...more: Told[]): Told[] => [...under({}), ...more];
/** One that was asked nothing before its dose: no notice of the dose itself is open. */
export const unasked = (...more: Told[]): Told[] => [
  ...under({
    checklist: Object.fromEntries(
      checkRows.filter(({ list }) => list === 'gate').map(({ key }) => [key, 'off']),
    ),
  }),
  ...more,
];
export const well = { systolic: 120, diastolic: 76, heartRate: 72, respiratoryRate: 14, spo2: 98, moaas: 5 };

export const dischargeAt = (of: readonly Told[], minute: number): Discharge =>
  dischargeOf(given(...of).state, T0 + minute * MINUTE);
export const keysAt = (of: readonly Told[], minute: number): CheckKey[] =>
  dischargeAt(of, minute).items.map(({ key }) => key);

/** A row at this minute. @throws when the session is not asked it */
export function rowAt(of: readonly Told[], key: CheckKey, minute: number): DischargeItem {
  const found = dischargeAt(of, minute).items.find((row) => row.key === key);
  if (found === undefined) throw new Error(`no row ${key}`);
  return found;
}
export const isMet = (of: readonly Told[], key: CheckKey, minute: number): boolean =>
  rowAt(of, key, minute).met;

/** What is read of a row: the fact, and after a semicolon what would meet it. */
export function readAt(of: readonly Told[], key: CheckKey, minute: number): string {
  const { fact, needs } = rowAt(of, key, minute);
  return needs === null ? fact : `${fact}; ${needs}`;
}
