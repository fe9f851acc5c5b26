import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drugCatalog, drugKeys, drugRow, routeCatalog } from '../drugs/catalog.ts';
import { weightKgSchema } from '../weight.ts';
import { doseSchema, summarizeDose } from './dose.ts';
import { allergiesSchema } from './lifecycle.ts';
import { noteSchema } from './note.ts';

const base = { drug: 'ketamine', route: 'im', amountMg: 40 };
const issueOf = (data: unknown) => doseSchema.safeParse(data).error?.issues[0]?.path.join('.') ?? null;

describe('a dose', () => {
  test('[DOS-5] given an amount of up to 3 decimals over 0, when recorded, then taken as it is; a finer one, 0 or less, refused', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000_000 }), (micrograms) => {
        expect(doseSchema.parse({ ...base, amountMg: micrograms / 1000 }).amountMg).toBe(micrograms / 1000);
      }),
    );
    for (const amountMg of [0, -1, 40.0001, 1e-4, 0.1 + 0.2, 100_000.001, Number.NaN, '40', null]) {
      expect(issueOf({ ...base, amountMg })).toBe('amountMg');
    }
  });

  test('[DOS-5] given no state, when read, then about to give: the careful one', () => {
    expect(doseSchema.parse(base).state).toBe('about-to-give');
  });

  test('[DOS-6] given a duration, when the route is not IV, then refused', () => {
    expect(issueOf({ ...base, durationMinutes: 40 })).toBe('durationMinutes');
    expect(issueOf({ ...base, route: 'iv', durationMinutes: 40 })).toBeNull();
  });

  test('[DOS-6] given a drug that is not listed, when recorded, then it needs its name; a listed one takes none', () => {
    expect(issueOf({ ...base, drug: 'other' })).toBe('drugName');
    expect(issueOf({ ...base, drug: 'other', drugName: 'Magnesium' })).toBeNull();
    expect(issueOf({ ...base, drugName: 'Ketamine' })).toBe('drugName');
    expect(issueOf({ ...base, drug: 'Ketamine' })).toBe('drug');
  });

  test('[DOS-7] given a dose, when printed, then the drug in full, a space before mg, the route and the place', () => {
    expect(summarizeDose(doseSchema.parse({ ...base, amountMg: 0.5, site: 'left deltoid' }))).toBe(
      'Ketamine 0.5 mg IM, left deltoid',
    );
    expect(summarizeDose(doseSchema.parse({ ...base, route: 'iv', durationMinutes: 40 }))).toBe(
      'Ketamine 40 mg IV, over 40 min',
    );
    expect(summarizeDose(doseSchema.parse({ ...base, drug: 'other', drugName: 'Magnesium' }))).toBe(
      'Magnesium 40 mg IM',
    );
  });

  test('[DOS-2] ketamine and esketamine alone are counted; the SNOMED routes are those of clinical.md 4.2', () => {
    expect(drugCatalog.filter((row) => row.studyDrug).map((row) => row.key)).toEqual([
      'ketamine',
      'esketamine',
    ]);
    for (const key of drugKeys) expect(drugRow(key).key).toBe(key);
    // 34206005 is subcutaneous and 37839007 sublingual: the trap of clinical.md's headline 4.
    expect([routeCatalog.sc.snomed, routeCatalog.sl.snomed]).toEqual(['34206005', '37839007']);
  });
});

describe('other data of a session', () => {
  test('[LIF-9] weight: 2 and 500 kg are taken, a gram beyond either or a finer one is refused', () => {
    for (const kg of [2, 68.4, 68.123, 500]) expect(weightKgSchema.parse(kg)).toBe(kg);
    for (const kg of [1.999, 500.001, 68.1234, '68', Number.NaN])
      expect(weightKgSchema.safeParse(kg).success).toBe(false);
  });

  test('[LIF-9] allergies: known ones are named; unknown or none names none', () => {
    const ok = (value: unknown) => allergiesSchema.safeParse(value).success;
    expect(ok({ status: 'known', items: ['Latex'] })).toBe(true);
    expect(ok({ status: 'known', items: [] })).toBe(false);
    expect(ok({ status: 'known' })).toBe(false);
    expect(allergiesSchema.parse({ status: 'not-asked' })).toEqual({ status: 'not-asked', items: [] });
    expect(ok({ status: 'none-known', items: ['Latex'] })).toBe(false);
  });

  test('[NOT-1] a note of 1 and of 4,000 characters is taken; of 0 and 4,001, refused; without a category it was noticed', () => {
    expect(noteSchema.parse({ text: 'x' })).toEqual({ text: 'x', category: 'noticed' });
    expect(noteSchema.safeParse({ text: 'x'.repeat(4000) }).success).toBe(true);
    for (const text of ['', '  ', 'x'.repeat(4001)])
      expect(noteSchema.safeParse({ text }).success).toBe(false);
    expect(noteSchema.safeParse({ text: 'x', category: 'process' }).success).toBe(false);
  });
});
