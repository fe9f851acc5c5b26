import type { checkInSteps, importWording, planForms } from '@tandem/domain';
import type { cardWords } from './card-words.ts';
import type { clientImportWords } from './client-import-words.ts';
import type { courseWords } from './course-words.ts';
import type { drillWords } from './drill-words.ts';
import type { healthWords } from './health-words.ts';
import type { instrumentWords } from './instrument-words.ts';
import type { openingsWords } from './openings-words.ts';
import type { paperWords } from './paper-words.ts';
import type { peopleWords } from './people-words.ts';
import type { planWords } from './plan-words.ts';
import type { protocolWords } from './protocol-words.ts';
import type { reportWords } from './report-words.ts';
import type { setupWords } from './setup-words.ts';
import type { tabletWords } from './tablet-words.ts';
import type { templateWords } from './template-words.ts';
import type { trialWords } from './trial-words.ts';

/**
 * What is said of a session afterwards (its report, what happens between sessions, who opened it with a reason) and
 * what setup says, with clients from a file, forms on paper and the one-page cards; one piece, fetched with the first of these pages.
 */
export interface OnPages {
  readonly report: typeof reportWords;
  readonly course: typeof courseWords;
  readonly planForms: typeof planForms;
  readonly checkInSteps: typeof checkInSteps;
  readonly openings: typeof openingsWords;
  readonly setup: typeof setupWords;
  readonly setupPage: typeof planWords.setup;
  readonly people: typeof peopleWords;
  readonly protocols: typeof protocolWords;
  readonly health: typeof healthWords;
  readonly templates: typeof templateWords;
  readonly tablet: typeof tabletWords;
  readonly trial: typeof trialWords;
  readonly questionnaires: typeof instrumentWords;
  readonly clientImport: typeof clientImportWords;
  readonly importProblems: typeof importWording;
  readonly paper: typeof paperWords;
  readonly cards: typeof cardWords;
  readonly drillLinks: Pick<typeof drillWords, 'setupTitle' | 'setupLink'>;
}
