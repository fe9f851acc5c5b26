import type { DataOf } from '@tandem/domain';
import { describe, expect, it } from 'vitest';
import { infusionRateView, infusionStartView } from './infusion.tsx';

const which = { infusionId: '00000000-0000-4000-8000-000000000001', drug: 'ketamine' } as const;
const rate: DataOf<'infusion-rate'> = { ...which, state: 'already-given', rateMgPerHour: 30 };
const start: DataOf<'infusion-start'> = { ...which, state: 'already-given', rateMgPerHour: 30 };

const context = { zone: 'UTC', startMs: 0 };
const correctedRate = (rateMgPerHour: string) =>
  infusionRateView.form?.dataOf({ rateMgPerHour }, rate, context);
const correctedStart = (rateMgPerHour: string) =>
  infusionStartView.form?.dataOf({ rateMgPerHour }, start, context);

describe('a rate that is corrected', () => {
  it('may have been a pause, which a start cannot be', () => {
    expect(correctedRate('0')).toEqual({ data: { ...rate, rateMgPerHour: 0 } });
    expect(correctedStart('0')).toEqual({ sentence: 'Write a number more than 0, such as 68.4.' });
    expect(correctedStart('12')).toEqual({ data: { ...start, rateMgPerHour: 12 } });
  });

  it('is read by the rules of the entry line', () => {
    expect(correctedRate(' 12.5 ')).toEqual({ data: { ...rate, rateMgPerHour: 12.5 } });
    expect(correctedRate('.5')).toEqual({ sentence: 'Write 0.5, with a zero before the point.' });
    for (const typed of ['', '-1', 'none'])
      expect(correctedRate(typed)).toEqual({ sentence: 'Write a rate in mg/h, such as 30; 0 is a pause.' });
  });
});
