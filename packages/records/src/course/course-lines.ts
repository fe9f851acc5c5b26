import type { CourseKind } from '@tandem/domain';
import type { SessionRecord } from '../session-record.ts';
import type { CourseShown } from './course-record.ts';
import {
  approvalWords,
  measureWords,
  outcomeWords,
  planWords,
  stepName,
  storyWords,
} from './course-words.ts';

/** One entry of the course in one line of plain words. */
export interface CourseLine {
  readonly label: 'Measure' | 'Integration plan' | 'Check-in' | 'Story' | 'Insight';
  readonly words: string;
  readonly shown: CourseShown<CourseKind>;
}

/** All of them, list by list, those entered in error among them. */
export function courseLines(record: SessionRecord): CourseLine[] {
  const { course } = record;
  if (course === null) return [];
  return [
    ...course.measures.map((shown) => ({
      label: 'Measure' as const,
      words: measureWords(shown, record),
      shown,
    })),
    ...course.plans.map((shown) => ({
      label: 'Integration plan' as const,
      words: planWords(shown),
      shown,
    })),
    ...course.checkIns.map((shown) => ({
      label: 'Check-in' as const,
      words: `${stepName(shown)}: ${outcomeWords(shown, record)}`,
      shown,
    })),
    ...course.stories.map((shown) => ({ label: 'Story' as const, words: storyWords(shown), shown })),
    ...course.insights.map((shown) => ({
      label: 'Insight' as const,
      words: `${shown.data.text}, ${approvalWords(shown, record)}`,
      shown,
    })),
  ];
}
