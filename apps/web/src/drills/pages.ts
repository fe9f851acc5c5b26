/** Both pages in one piece: who reads one opens the other. */
export { DrillPage } from './drill-page.tsx';
export { DrillsPage } from './drills-page.tsx';
