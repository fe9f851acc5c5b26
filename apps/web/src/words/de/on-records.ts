import type { OnRecords } from '../page-english.ts';
import type { ToldSoFar } from '../told.ts';
import { checkInSteps, course, planForms } from './course.ts';
import { openings } from './openings.ts';
import { report } from './report.ts';

/** The report, the course and the openings. */
export const onRecords = {
  report,
  course,
  planForms,
  checkInSteps,
  openings,
} satisfies ToldSoFar<OnRecords>;
