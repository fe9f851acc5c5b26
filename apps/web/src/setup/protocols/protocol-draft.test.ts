import { effectiveValues, type ProtocolPlan } from '@tandem/domain';
import { describe, expect, it } from 'vitest';
import { draftOf, isTouched, ownField, type ProtocolDraft, readDraft } from './protocol-draft.ts';

const ids = { id: '00000000-0000-4000-8000-000000000001', basedOn: '00000000-0000-4000-8000-000000000002' };

/** Every shape that a value may have: number, choice, yes or no, text, minutes, rows, a sign set as a whole. */
const example: ProtocolPlan = {
  drug: 'ketamine',
  route: 'im',
  usualDoses: [
    { mgPerKg: 0.6, atMinute: 0 },
    { amountMg: 20, atMinute: 14 },
  ],
  ceilingMgPerKg: 1.5,
  minimumIntervalMinutes: 10,
  observationMinutes: 120,
  observationAfterLastMinutes: 60,
  vitalsAtMinutes: [5, 15, 30, 45, 60],
  vitalsEveryMinutes: 15,
  rems: true,
  limits: { systolic: { medium: { high: 150 }, high: { low: 85, high: 180 } } },
  hold: { systolic: { high: 145 } },
  checklist: { fasting: 'block' },
  arc: [
    { phase: 'settling', fromMinute: -20 },
    { phase: 'peak', fromMinute: 10 },
  ],
  source: 'Example.',
  sources: { ceilingMgPerKg: 'clinic policy' },
};
const base = { name: 'IM ketamine', plan: example };
const draft = draftOf(base.name, example);

const typed = (texts: Record<string, string>, more: Partial<ProtocolDraft> = {}): ProtocolDraft => ({
  ...draft,
  ...more,
  texts: { ...draft.texts, ...texts },
});
const planOf = (read: ReturnType<typeof readDraft>) => ('body' in read ? read.body.data : read.problems);
const problemsOf = (read: ReturnType<typeof readDraft>) => ('problems' in read ? read.problems : {});
/** The example's doses with cells of one row typed anew. */
const doses = (at: number, cells: Record<string, string>) => ({
  usualDoses: (draft.rows.usualDoses ?? []).map((row, index) =>
    index === at ? { ...row, cells: { ...row.cells, ...cells } } : row,
  ),
});

describe('a version as it is typed', () => {
  it('[PRO-6] is the plan that it was filled from while nobody changes it', () => {
    expect(isTouched(draft, base)).toBe(false);
    expect(planOf(readDraft(draft, base, ids))).toEqual(example);
    // What the plan leaves out is shown at its default and still left out.
    expect(draft.texts['limits.diastolic.high.high']).toMatch(/^\d+$/);
    expect(planOf(readDraft(draft, base, ids))).not.toHaveProperty('limits.diastolic');
  });

  it('[PRO-6] says the same plan when every value of it was typed over another one', () => {
    const other = { name: 'Other', plan: { drug: 'esketamine', route: 'in' } as const };
    const read = planOf(readDraft(draft, other, ids));
    expect(read).toMatchObject(example);
    expect(effectiveValues(read as ProtocolPlan)).toEqual(effectiveValues(example));
  });

  it('[PRO-6] changes the value that was typed and no other', () => {
    const read = readDraft(typed({ ceilingMgPerKg: ' 1.25 ' }), base, ids);
    expect(planOf(read)).toEqual({ ...example, ceilingMgPerKg: 1.25 });
    expect(planOf(readDraft(typed({ ceilingMgPerKg: '' }), base, ids))).toEqual(without('ceilingMgPerKg'));
    expect(planOf(readDraft(typed({ vitalsAtMinutes: '10, 20 40' }), base, ids))).toEqual({
      ...example,
      vitalsAtMinutes: [10, 20, 40],
    });
    const rows = { ...draft.rows, ...doses(1, { amountMg: '12.5' }) };
    expect(planOf(readDraft(typed({}, { rows }), base, ids))).toEqual({
      ...example,
      usualDoses: [
        { mgPerKg: 0.6, atMinute: 0 },
        { amountMg: 12.5, atMinute: 14 },
      ],
    });
  });

  it('[PRO-6] sets a sign as a whole once one end of it is typed', () => {
    const shown = effectiveValues(example) as { limits: Record<string, Record<string, object>> };
    const read = planOf(readDraft(typed({ 'limits.diastolic.medium.high': '99' }), base, ids));
    const { medium, high } = shown.limits.diastolic ?? {};
    expect(read).toMatchObject({
      limits: { ...example.limits, diastolic: { medium: { ...medium, high: 99 }, high } },
    });
  });

  it('[PRO-6] names the field of a number that cannot be read', () => {
    const problems = (texts: Record<string, string>) => problemsOf(readDraft(typed(texts), base, ids));
    expect(problems({ ceilingMgPerKg: '1,5' })).toEqual({
      ceilingMgPerKg: expect.stringMatching(/: Write 1\.5, with a point instead of a comma\.$/),
    });
    expect(problems({ minimumIntervalMinutes: 'ten' })).toEqual({
      minimumIntervalMinutes: expect.stringMatching(/ must be a number, such as 68\.4\.$/),
    });
    expect(Object.keys(problems({ vitalsAtMinutes: '5, x' }))).toEqual(['vitalsAtMinutes']);
    const { 'limits.systolic.medium.high': sign } = problems({ 'limits.systolic.medium.high': '.5' });
    expect(sign).toMatch(/^Systolic .*: Write 0\.5, with a zero before the point\.$/);
    const rows = { ...draft.rows, ...doses(1, { atMinute: '1.0' }) };
    expect(problemsOf(readDraft(typed({}, { rows }), base, ids))).toEqual({
      'usualDoses[1].atMinute': expect.stringMatching(/row 2, at minute: Write 1, without a zero/),
    });
  });

  it('[PRO-6] names the field of a number out of its band in the words of the form', () => {
    const [told] = Object.entries(problemsOf(readDraft(typed({ minimumIntervalMinutes: '0' }), base, ids)));
    expect(told?.[0]).toBe('minimumIntervalMinutes');
    expect(told?.[1]).toMatch(/must be at least 1 minute\.$/);
    expect(told?.[1]).not.toContain('minimumIntervalMinutes');
    expect(ownField('data.ceilingMg', 'data.ceilingMg must be small. Nothing was stored.')).toEqual({
      field: 'ceilingMg',
      sentence: 'Ceiling must be small.',
    });
  });
});

function without(key: keyof ProtocolPlan): ProtocolPlan {
  const { [key]: _, ...rest } = example;
  return rest as ProtocolPlan;
}
