import type { LookingBack } from '../looking-english.ts';
import type { ToldSoFar } from '../told.ts';
import { compare } from './compare.ts';
import { drills, team } from './drills.ts';
import { insights } from './insights.ts';
import { filters, past, sessionValues } from './past.ts';
import { picture } from './picture.ts';
import { replay } from './replay.ts';

/** Past sessions and what is learnt from them. */
export const lookingBack = {
  past,
  filters,
  sessionValues,
  picture,
  replay,
  compare,
  insights,
  drills,
  team,
} satisfies ToldSoFar<LookingBack>;
