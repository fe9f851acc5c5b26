import type { OnPages } from '../page-english.ts';
import type { ToldSoFar } from '../told.ts';
import { cards } from './cards.ts';
import { clientImport, importProblems } from './client-import.ts';
import { checkInSteps, course, planForms } from './course.ts';
import { drillLinks } from './drill-links.ts';
import { health } from './health.ts';
import { openings } from './openings.ts';
import { paper } from './paper.ts';
import { people } from './people.ts';
import { protocols } from './protocols.ts';
import { questionnaires } from './questionnaires.ts';
import { report } from './report.ts';
import { setup, setupPage } from './setup.ts';
import { tablet } from './tablet.ts';
import { templates } from './templates.ts';
import { trial } from './trial.ts';

/** The report, the course, the openings and setup. */
export const onPages = {
  report,
  course,
  planForms,
  checkInSteps,
  openings,
  setup,
  setupPage,
  people,
  protocols,
  health,
  tablet,
  templates,
  trial,
  questionnaires,
  clientImport,
  importProblems,
  paper,
  cards,
  drillLinks,
} satisfies ToldSoFar<OnPages>;
