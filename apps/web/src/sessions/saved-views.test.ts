import { expect, test } from 'vitest';
import { noFilters } from './filters.ts';
import { parseViews, sameView, withView } from './saved-views.ts';

const high = { ...noFilters, notices: 'high' as const };

test('[PST-8] a saved view holds choices and no words that were looked for, each view once', () => {
  const views = withView([], { ...high, text: 'Rivera' });
  expect(JSON.stringify(views)).not.toContain('Rivera');
  expect(withView(views, high)).toHaveLength(1);
  expect(sameView(views[0] as never, { ...high, text: 'another' })).toBe(true);
  expect(withView(views, { ...high, period: '90' }).map(({ period }) => period)).toEqual(['90', 'any']);
});

test('[PST-8] what was kept by another version, or by nobody, is read as far as it is known', () => {
  expect(parseViews(null)).toEqual([]);
  expect(parseViews('{"no":"list"}')).toEqual([]);
  expect(parseViews('[{"notices":"high","text":"Rivera","later":1}]')).toEqual(withView([], high));
});
