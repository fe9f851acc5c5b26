import type { words } from '../../words.ts';
import type { Told } from '../told.ts';
import { wall } from './displays.ts';
import { page } from './page.ts';
import { keys, notices, shared } from './shared.ts';

/** What every page needs: complete, or the dashboard does not compile. */
export const today = {
  ...page,
  ...notices,
  ...shared,
  allKeys: keys,
  phases: wall.phases,
} satisfies Told<typeof words>;
