import { describe, expect, test } from 'vitest';
import {
  given,
  physician,
  pins,
  planned,
  steps,
  T0,
  type Told,
  uuid,
} from '../session/given.test-support.ts';
import { allYes, answered, asked, calm, rules } from './dose-checks.test-support.ts';
import { doseFindings } from './dose-checks.ts';
import { dose, noticesAt, set } from './notices.test-support.ts';

const A = uuid(11);

/** Ready for a first dose, with these allergies on record. */
const allergic = (...items: string[]) => {
  const patient = { ...pins.patient, allergies: { status: 'known' as const, items } };
  const told: Told = { command: { ...steps.start, pins: { ...pins, patient } }, nowMs: T0 };
  return given(planned, told, answered(allYes), set(-4, calm));
};
const named = (drugName: string) => ({ drug: 'other', drugName, route: 'iv' });

describe('[DOS-16] a recorded allergy that names the drug', () => {
  test.each([
    ['Ketamine', {}, 'Ketamine (rash)'],
    ['Ketamine', {}, 'KETAMINE'],
    ['Ketamine', {}, 'S-ketamine'],
    ['Esketamine', { drug: 'esketamine' }, 'rash after esketamine'],
    ['Ondansetron', { drug: 'ondansetron' }, 'ondansetron, itching'],
    ['Cefazolin (1 g)', named('Cefazolin (1 g)'), 'cefazolin (1 g), hives'],
    ['(R)-ketamine', named('(R)-ketamine'), '(R)-Ketamine'],
    ['Östradiol', named('Östradiol'), 'ÖSTRADIOL: hives'],
  ])('%s %j stands against "%s"', (drug, what, allergy) => {
    expect(doseFindings(allergic('Latex', allergy, 'Pollen').state, asked(0, 40, what))).toEqual([
      { ruleId: 'dose-allergy', allergy, drug },
    ]);
  });

  test.each([
    [{}, 'Penicillin'],
    [{}, 'Esketamine'],
    [{}, 'Other drugs'],
    [named('Cefazolin'), 'Other drugs, not named'],
    [named('Cefazolin (1 g)'), 'cefazolin 1 g'],
    [named('Östradiol'), 'Xöstradiol'],
    [named('B12'), 'AB12'],
  ])('%j does not stand against "%s"', (what, allergy) => {
    expect(rules(allergic(allergy), 0, 40, what)).toEqual([]);
  });

  test('before the start no record is pinned, and none is known', () => {
    expect(rules(given(planned), 0, 4, { drug: 'ondansetron' })).toEqual([]);
  });

  test('given all the same it is High', () => {
    const session = allergic('Ketamine');
    const { state } = session.when(dose(0, 40, { id: A }).command, physician, T0);
    expect(noticesAt({ ...session, state }, 1).get(`dose-allergy:${A}`)).toMatchObject({
      priority: 'high',
      facts: { type: 'dose-allergy', allergy: 'Ketamine', drug: 'Ketamine' },
    });
  });
});
