import { describe, expect, it } from 'vitest';
import { momentView } from './meaning.tsx';
import { endAfter, endOf, tagsIn } from './region.ts';

const at = (clock: string) => Date.parse(`2026-11-24T${clock}:00.000Z`);

describe('the times of a moment as they are typed', () => {
  it('[MNG-10] ends at the next time of its clock, across midnight too; a time before the start is said to be one', () => {
    expect(endAfter('10:20', at('10:12'), 'UTC')).toBe(at('10:20'));
    expect(endAfter('0:05', at('23:58'), 'UTC')).toBe(Date.parse('2026-11-25T00:05:00.000Z'));
    expect(endAfter('10:11', at('10:12'), 'UTC')).toBe('before');
    expect(endAfter('10:12', at('10:12'), 'UTC')).toBe('before');
    expect(endAfter('soon', at('10:12'), 'UTC')).toBeNull();
    // In spring's gap the clock never shows it: the last time that it did was a day before.
    expect(endAfter('2:30', Date.parse('2026-03-08T06:10:00.000Z'), 'America/New_York')).toBe('before');
  });

  it('[MNG-10] an end that is left as it was keeps its seconds', () => {
    const shown = '2026-11-24T10:20:31.000Z';
    expect(endOf('10:20', at('10:12'), 'UTC', shown)).toBe(shown);
    expect(endOf('10:21', at('10:12'), 'UTC', shown)).toBe('2026-11-24T10:21:00.000Z');
    expect(endOf('10:20', at('10:21'), 'UTC', shown)).toBe('before');
  });

  it('[MNG-10] tags are typed in a row, each once, with or without its sign', () => {
    expect(tagsIn('grief, #mother ,, Grief')).toEqual(['grief', 'mother']);
  });

  it('[MNG-10] a moment is corrected by its words, tags and end, and never left without both', () => {
    const original = { text: 'Silence', endsAt: '2026-11-24T10:20:31.000Z', tags: ['grief'] };
    const form = momentView.form;
    const context = { zone: 'UTC', startMs: at('10:12') };
    const draft = form?.draftOf(original, 'UTC') ?? {};
    expect(form?.dataOf(draft, original, context)).toEqual({ data: original });
    expect(form?.dataOf({ ...draft, until: '' }, original, context)).toEqual({
      data: { text: 'Silence', tags: ['grief'] },
    });
    for (const wrong of [{ until: '10:10' }, { until: 'x' }, { text: '', tags: '' }])
      expect(form?.dataOf({ ...draft, ...wrong }, original, context)).toHaveProperty('sentence');
  });
});
