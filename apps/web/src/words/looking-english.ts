import type { clientPageWords } from './client-words.ts';
import type { compareWords } from './compare-words.ts';
import type { drillWords } from './drill-words.ts';
import type { insightWords } from './insight-words.ts';
import type { pastWords } from './past-words.ts';
import type { planWords } from './plan-words.ts';
import type { replayWords } from './replay-words.ts';

/**
 * What is said of past sessions and of what is learnt from them: their list, replay, comparing, insights and drills;
 * one piece, fetched with the first of these pages. Of sentences that they share with pages that are not translated,
 * those alone that they say.
 */
export interface LookingBack {
  readonly past: typeof pastWords;
  readonly filters: Pick<typeof clientPageWords.past, 'clear'>;
  readonly sessionValues: Pick<
    typeof clientPageWords.client,
    'noRoom' | 'running' | 'planned' | 'cancelled' | 'notShown'
  >;
  readonly picture: typeof clientPageWords.picture;
  readonly replay: typeof replayWords;
  readonly compare: typeof compareWords;
  readonly insights: typeof insightWords;
  readonly drills: typeof drillWords;
  readonly team: Pick<typeof planWords.plan, 'notOnTeam'>;
}
