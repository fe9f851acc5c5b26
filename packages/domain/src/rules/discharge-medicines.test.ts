import { describe, expect, test } from 'vitest';
import { type Told, uuid } from '../session/given.test-support.ts';
import { begun, infuse, isMet, keysAt, readAt, stop } from './discharge.test-support.ts';
import { dose, under } from './notices.test-support.ts';

describe('[DCH-2] observed long enough', () => {
  const observed = (minute: number, ...of: Told[]) => readAt(begun(...of), 'observed', minute);

  test.each([
    [119, '119 of 120 min since the first dose, 119 of 60 min since the last dose; another 1 min'],
    [120, '120 of 120 min since the first dose, 120 of 60 min since the last dose'],
  ])('%d min after a single dose into the muscle, which is no booster', (minute, words) => {
    expect(observed(minute, dose(0, 40))).toBe(words);
  });

  test.each([
    [159, '159 of 120 min since the first dose, 59 of 60 min since the last dose; another 1 min'],
    [160, '160 of 120 min since the first dose, 60 of 60 min since the last dose'],
  ])('at minute %d, a second one under the tongue at 100', (minute, words) => {
    const lozenge = { data: { route: 'sl' } };
    expect(observed(minute, dose(0, 100, lozenge), dose(100, 100, lozenge))).toBe(words);
  });

  test.each([
    [189, '189 of 120 min since the first dose, 89 of 90 min since the booster; another 1 min'],
    [190, '190 of 120 min since the first dose, 90 of 90 min since the booster'],
  ])('at minute %d, a booster into the muscle at 100', (minute, words) => {
    expect(observed(minute, dose(0, 40), dose(100, 20))).toBe(words);
  });

  test('the longer wait of the two is the one that is left', () => {
    expect(observed(105, dose(12, 40), dose(26, 20))).toMatch(/; another 27 min$/);
    expect(observed(105, dose(0, 40), dose(26, 20))).toMatch(/; another 15 min$/);
    expect(observed(105, dose(0, 40), dose(60, 20))).toMatch(/; another 45 min$/);
  });

  test("the protocol's minutes count", () => {
    const longer = {
      observationMinutes: 150,
      observationAfterLastMinutes: 100,
      observationAfterBoosterMinutes: 110,
    };
    expect(readAt([...under(longer), dose(0, 40)], 'observed', 150)).toBe(
      '150 of 150 min since the first dose, 150 of 100 min since the last dose',
    );
    expect(readAt([...under(longer), dose(0, 40), dose(50, 20)], 'observed', 150)).toBe(
      '150 of 150 min since the first dose, 100 of 110 min since the booster; another 10 min',
    );
  });

  test('a dose over 70 min counts from its end, and as long as it goes in nothing has passed', () => {
    const slow = dose(0, 40, { data: { route: 'iv', durationMinutes: 70 } });
    expect(observed(50, slow)).toMatch(/ 0 of 60 min since the last dose;/);
    expect(observed(129, slow)).toMatch(/ 59 of 60 min since the last dose; another 1 min$/);
    expect(observed(130, slow)).toMatch(/ 60 of 60 min since the last dose$/);
  });

  test('so does an infusion, also one that outlasts the dose after it', () => {
    expect(observed(130, infuse(0, 'ketamine'))).toMatch(/ 0 of 60 min since the last dose; another 60 min$/);
    expect(observed(130, infuse(0, 'ketamine'), stop(70, 'ketamine'))).toMatch(
      / 60 of 60 min since the last dose$/,
    );
    const lozenge = dose(20, 100, { data: { route: 'sl' } });
    expect(observed(130, infuse(0, 'ketamine'), lozenge, stop(80, 'ketamine'))).toMatch(
      / 50 of 60 min since the last dose; another 10 min$/,
    );
  });

  test('is asked once ketamine or esketamine was given, and of nothing else', () => {
    expect(keysAt(begun(), 30)).not.toContain('observed');
    const rescue = dose(0, 4, { data: { drug: 'ondansetron', route: 'po' } });
    expect(keysAt(begun(rescue), 30)).not.toContain('observed');
    expect(keysAt(begun(rescue, dose(31, 40)), 30)).not.toContain('observed');
    expect(keysAt(begun(rescue, dose(31, 40)), 31)).toContain('observed');
  });
});

describe('[DCH-8] two hours since a reversal agent or a benzodiazepine went in', () => {
  const drugged = (minute: number, drug: string, more: object = {}) =>
    dose(minute, 1, { data: { drug, route: 'iv', ...more } });
  const past = (minute: number, ...of: Told[]) => readAt(begun(dose(1, 40), ...of), 'reversal-past', minute);

  test.each(['naloxone', 'flumazenil', 'midazolam', 'lorazepam', 'diazepam'])('%s', (drug) => {
    expect(past(129, drugged(10, drug))).toBe(`119 of 120 min since ${drug}; another 1 min`);
    expect(past(130, drugged(10, drug))).toBe(`120 of 120 min since ${drug}`);
  });

  test('one over 10 min counts from its end, and while it goes in nothing has passed', () => {
    const slow = drugged(10, 'midazolam', { durationMinutes: 10 });
    expect(past(15, slow)).toBe('0 of 120 min since midazolam; another 120 min');
    expect(past(139, slow)).toBe('119 of 120 min since midazolam; another 1 min');
    expect(past(140, slow)).toBe('120 of 120 min since midazolam');
    expect(past(140, infuse(10, 'midazolam'))).toBe('0 of 120 min since midazolam; another 120 min');
  });

  test('of several the one that went in last counts, whichever began last', () => {
    const slow = drugged(10, 'midazolam', { durationMinutes: 30 });
    expect(past(150, slow, drugged(20, 'naloxone'))).toBe('110 of 120 min since midazolam; another 10 min');
    expect(past(150, slow, drugged(50, 'naloxone'))).toBe('100 of 120 min since naloxone; another 20 min');
  });

  test('is not asked after any other drug', () => {
    expect(keysAt(begun(dose(1, 40), drugged(10, 'ondansetron')), 20)).not.toContain('reversal-past');
    expect(past(20, drugged(10, 'midazolam'), drugged(19, 'ondansetron'))).toMatch(/^10 of 120 min since m/);
  });
});

describe('an infusion', () => {
  test('has to be stopped', () => {
    const runs = begun(infuse(0, 'ketamine'));
    expect(readAt(runs, 'infusion-stopped', 30)).toBe('an infusion runs; its stop');
    const stopped = [...runs, stop(40, 'ketamine')];
    expect(readAt(stopped, 'infusion-stopped', 39)).toBe('an infusion runs; its stop');
    expect(readAt(stopped, 'infusion-stopped', 40)).toBe('stopped');
    expect(isMet(stopped, 'infusion-stopped', 40)).toBe(true);
  });

  test('holds the client here while one of two still runs', () => {
    const other = infuse(5, 'ondansetron', { infusionId: uuid(701) });
    const one = begun(infuse(0, 'ketamine'), other, stop(40, 'ketamine'));
    expect(readAt(one, 'infusion-stopped', 50)).toBe('an infusion runs; its stop');
  });

  test('is not asked about where there was none', () => {
    const over5 = dose(0, 40, { data: { route: 'iv', durationMinutes: 5 } });
    expect(keysAt(begun(over5), 2)).not.toContain('infusion-stopped');
    expect(keysAt(begun(over5, infuse(1, 'ondansetron')), 2)).toContain('infusion-stopped');
  });
});
