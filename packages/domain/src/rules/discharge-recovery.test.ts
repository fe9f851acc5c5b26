import { describe, expect, test } from 'vitest';
import { at, entry, type Told, uuid } from '../session/given.test-support.ts';
import {
  aldrete,
  begun,
  infuse,
  isMet,
  padss,
  rass,
  readAt,
  rowAt,
  stop,
  told,
  unasked,
  well,
} from './discharge.test-support.ts';
import { dose, saw, set, symptom, under } from './notices.test-support.ts';

describe('[DCH-5] awake', () => {
  const awake = (...of: Told[]) => readAt(begun(dose(1, 40), ...of), 'awake', 141);
  const needs = '; MOAA/S 5 or RASS 0 now';

  test.each([
    ['no scale', [], `no MOAA/S${needs}`],
    ['MOAA/S 5', [set(140, { moaas: 5 })], 'MOAA/S 5'],
    ['MOAA/S 4', [set(140, { moaas: 4 })], `MOAA/S 4${needs}`],
    ['RASS 0', [rass(140, 0)], 'RASS 0'],
    ['drowsy', [rass(140, -1)], `RASS -1${needs}`],
    ['restless', [rass(140, 1)], `RASS +1${needs}`],
    ['both', [set(139, { moaas: 5 }), rass(140, 0)], 'MOAA/S 5, RASS 0'],
    ['restless, and alert', [set(139, { moaas: 5 }), rass(140, 2)], `MOAA/S 5, RASS +2${needs}`],
    ['calm, and drowsy', [set(140, { moaas: 4 }), rass(140, 0)], `MOAA/S 4, RASS 0${needs}`],
  ])('%s', (_what, of, words) => {
    expect(awake(...of)).toBe(words);
  });

  test.each([
    [126, 'MOAA/S 5', 'RASS 0'],
    [125, `MOAA/S 5, 16 min old${needs}`, `RASS 0, 16 min old${needs}`],
  ])('at 141, one of minute %d', (minute, moaasWords, rassWords) => {
    expect(awake(set(minute, { moaas: 5 }))).toBe(moaasWords);
    expect(awake(rass(minute, 0))).toBe(rassWords);
  });

  test('an old one neither says so nor stands against it', () => {
    expect(awake(rass(120, -1), set(140, { moaas: 5 }))).toBe('MOAA/S 5, RASS -1, 21 min old');
  });

  test('the last RASS of then counts, and no other scale', () => {
    expect(awake(rass(130, -1), rass(138, 0), aldrete(139, 2))).toBe('RASS 0');
    expect(awake(rass(130, 0), rass(142, -1))).toBe('RASS 0');
    expect(awake(rass(130, -1), rass(141, 0))).toBe('RASS 0');
  });
});

describe('[DCH-6] recovery scored', () => {
  const scored = (...of: Told[]) => readAt(begun(dose(1, 40), ...of), 'recovery-scored', 141);
  const needs = '; Aldrete 9 or PADSS 9';

  test.each([
    ['no score', [], `no score${needs}`],
    ['Aldrete 8', [aldrete(140, 0)], `Aldrete 8 of 10${needs}`],
    ['Aldrete 9', [aldrete(140, 1)], 'Aldrete 9 of 10'],
    ['PADSS 8', [padss(140, 0)], `PADSS 8 of 10${needs}`],
    ['PADSS 9', [padss(140, 1)], 'PADSS 9 of 10'],
    ['one of the two', [aldrete(139, 0), padss(140, 2)], 'Aldrete 8 of 10, PADSS 10 of 10'],
    ['the other one', [aldrete(139, 2), padss(140, 0)], 'Aldrete 10 of 10, PADSS 8 of 10'],
    ['the last one', [aldrete(130, 2), aldrete(140, 0)], `Aldrete 8 of 10${needs}`],
    ['another scale', [rass(140, 0)], `no score${needs}`],
  ])('%s', (_what, of, words) => {
    expect(scored(...of)).toBe(words);
  });

  test('one from before the last dose, or of later, does not count', () => {
    expect(scored(aldrete(119, 2), dose(120, 20))).toBe(`no score${needs}`);
    expect(scored(aldrete(120, 2), dose(120, 20))).toBe('Aldrete 10 of 10');
    expect(scored(aldrete(141, 2))).toBe('Aldrete 10 of 10');
    expect(scored(aldrete(142, 2))).toBe(`no score${needs}`);
  });

  test('nor one taken while the dose still went in', () => {
    const slow = dose(1, 40, { data: { route: 'iv', durationMinutes: 40 } });
    const at_ = (minute: number) => isMet(begun(slow, aldrete(minute, 2)), 'recovery-scored', 141);
    expect([40, 41].map(at_)).toEqual([false, true]);
    const infused = (minute: number) =>
      isMet(begun(infuse(1, 'ketamine'), aldrete(minute, 2), stop(41, 'ketamine')), 'recovery-scored', 141);
    expect([40, 41].map(infused)).toEqual([false, true]);
  });

  test("the protocol's numbers count", () => {
    const of = [...under({ aldreteFrom: 10, padssFrom: 8 }), dose(1, 40)];
    expect(readAt([...of, aldrete(140, 1)], 'recovery-scored', 141)).toBe(
      'Aldrete 9 of 10; Aldrete 10 or PADSS 8',
    );
    expect(readAt([...of, padss(140, 0)], 'recovery-scored', 141)).toBe('PADSS 8 of 10');
  });
});

describe('[DCH-7] nothing open', () => {
  // What was due in the meantime would be late and High too: it has been answered here.
  const taken = [6, 16, 31, 46, 61, 76, 91, 106, 121].map((minute) => set(minute, well));
  const calm = [...unasked(set(0, well), dose(1, 40)), ...taken];
  const open = (...more: Told[]) => readAt([...calm, ...more], 'nothing-open', 145);
  const needs = '; an outcome for each';
  const high = (minute: number, systolic: number, n: number) =>
    set(minute, { systolic, diastolic: 96 }, { id: uuid(n) });

  test('a calm session', () => {
    expect(open()).toBe('nothing is open');
  });

  test('a High notice, until its outcome or a value in range', () => {
    const seen = (more: object = {}) => open(high(140, 190, 70), saw(142, `bp-high:${uuid(70)}`, more));
    expect(open(high(140, 190, 70))).toBe(`1 High notice${needs}`);
    expect(seen()).toBe(`1 High notice${needs}`);
    expect(seen({ outcome: 'Resting.' })).toBe('nothing is open');
    expect(open(high(140, 190, 70), set(143, well))).toBe('nothing is open');
  });

  test('one that a worse reading took the place of is counted with it', () => {
    const worse = [high(138, 190, 70), high(140, 205, 71)];
    expect(open(...worse)).toBe(`1 High notice${needs}`);
    expect(open(...worse, saw(142, `bp-high:${uuid(71)}`, { outcome: 'Resting.' }))).toBe('nothing is open');
  });

  test('two of them', () => {
    const both = set(140, { systolic: 190, diastolic: 96, spo2: 88 });
    expect(open(both)).toBe(`2 High notices${needs}`);
  });

  test('a Medium one is not asked about', () => {
    expect(open(high(140, 165, 70))).toBe('nothing is open');
  });

  test.each([
    ['grade 1', { grade: 1 }, false],
    ['grade 2', { grade: 2 }, true],
    ['grade 3', { grade: 3 }, true],
    ['one that ended', { grade: 2, endedAt: at(141) }, false],
    ['one with an outcome', { grade: 2, outcome: 'Resolved' }, false],
    ['one not resolved, which is no outcome', { grade: 2, outcome: 'Not resolved' }, true],
    ['in whatever words', { grade: 2, outcome: 'Still not resolved, sent home with a plan' }, true],
  ])('an adverse event: %s', (_what, data, isOpen) => {
    const event = told(140, entry('adverse-event', { term: 'chest_pain', ...data }));
    expect(open(event)).toBe(isOpen ? `chest pain, grade ${data.grade}${needs}` : 'nothing is open');
  });

  test('an event counts from its minute on', () => {
    expect(open(symptom(145, 'headache'))).toBe(`headache, grade 2${needs}`);
    expect(open(symptom(146, 'headache'))).toBe('nothing is open');
  });

  test('an emergency, until it is over', () => {
    const declared = told(140, entry('emergency', { mark: 'declared' }));
    const over = told(143, entry('emergency', { mark: 'over' }));
    expect(open(declared)).toBe(`an emergency${needs}`);
    expect(open(declared, over)).toBe('nothing is open');
  });

  test('each is named', () => {
    const all = [
      told(139, entry('emergency', { mark: 'declared' })),
      high(140, 190, 70),
      symptom(141, 'nausea'),
      symptom(142, 'vomiting'),
    ];
    expect(open(...all)).toBe(`an emergency, 1 High notice, nausea, grade 2, vomiting, grade 2${needs}`);
    expect(rowAt([...calm, ...all], 'nothing-open', 145).met).toBe(false);
  });
});
