import type { checkInSteps, planForms } from '@tandem/domain';
import type { courseWords } from './course-words.ts';
import type { displayWords } from './display-words.ts';
import type { healthWords } from './health-words.ts';
import type { openingsWords } from './openings-words.ts';
import type { peopleWords } from './people-words.ts';
import type { planWords } from './plan-words.ts';
import type { processNoteWords } from './process-note-words.ts';
import type { protocolWords } from './protocol-words.ts';
import type { removalWords } from './removal-words.ts';
import type { reportWords } from './report-words.ts';
import type { setupWords } from './setup-words.ts';
import type { templateWords } from './template-words.ts';

/** What is said of a session afterwards: its report, what happens between sessions, who opened it with a reason. */
export interface OnRecords {
  readonly report: typeof reportWords;
  readonly course: typeof courseWords;
  readonly planForms: typeof planForms;
  readonly checkInSteps: typeof checkInSteps;
  readonly openings: typeof openingsWords;
}

/** What the pages of setup say. */
export interface OnSetup {
  readonly setup: typeof setupWords;
  readonly setupPage: typeof planWords.setup;
  readonly people: typeof peopleWords;
  readonly protocols: typeof protocolWords;
  readonly health: typeof healthWords;
  readonly templates: typeof templateWords;
  /** What setup says of what belongs to other pages. */
  readonly openings: typeof openingsWords;
  readonly displays: typeof displayWords;
  readonly removal: typeof removalWords;
  readonly processNotes: typeof processNoteWords;
}
