import { drillWords } from '../words/drill-words.ts';
import { words } from '../words/list-pages.ts';

/** Both pages in one piece: who reads one opens the other. */
export { DrillPage } from './drill-page.tsx';
export { DrillsPage } from './drills-page.tsx';

/** What this says, for another language to be laid over. */
export const english = { drills: drillWords, team: words.plan };
