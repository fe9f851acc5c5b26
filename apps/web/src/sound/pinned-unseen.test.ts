import type { BoardSession } from '@tandem/wire';
import { expect, test } from 'vitest';
import { unseenOnBoard, watchWorst } from './pinned-unseen.ts';

type Worst = NonNullable<BoardSession['worstNotice']>;
const worst = (more: Partial<Worst> = {}): Worst => ({
  ...{ noticeId: 'a', priority: 'high', sentence: 'BP 182/98, over 180', escalation: 0 },
  ...more,
});

test('[SND-3] one that comes while the page is open sounds at once, one that stood there when it is called for', () => {
  const stood = watchWorst(undefined, worst(), 1_000);
  expect(unseenOnBoard(stood, worst(), 1_000)).toEqual([]);
  expect(unseenOnBoard(stood, worst({ escalation: 1 }), 1_000)).toHaveLength(1);
  const came = watchWorst(null, worst(), 1_000);
  expect(unseenOnBoard(came, worst(), 1_000)).toEqual([{ id: 'a', raisedMs: 1_000 }]);
  expect(unseenOnBoard(came, worst({ priority: 'medium' }), 1_000)).toEqual([]);
});

test('[SND-3] after a minute that nobody is called for, somebody has seen it; its date stays', () => {
  const came = watchWorst(null, worst(), 1_000);
  expect(watchWorst(came, worst(), 50_000)).toBe(came);
  expect(unseenOnBoard(came, worst(), 60_999)).toHaveLength(1);
  expect(unseenOnBoard(came, worst(), 61_000)).toEqual([]);
  expect(unseenOnBoard(came, worst({ escalation: 2 }), 130_000)).toHaveLength(1);
  expect(watchWorst(came, null, 2_000)).toBeNull();
  expect(watchWorst(came, worst({ noticeId: 'b' }), 2_000)).toEqual({ id: 'b', sinceMs: 2_000 });
});
