import type { SessionRecord } from '../session-record.ts';
import { type CourseLine, courseLines } from './course-lines.ts';
import { notAgreedWords, whenWords } from './course-words.ts';

type Place = (record: SessionRecord) => string;

/** What stands of a list, a line each; of what was entered in error nothing, since no correction stands beside it. */
const list =
  (
    label: CourseLine['label'],
    isShown: (line: CourseLine, record: SessionRecord) => boolean = () => true,
  ): Place =>
  (record) =>
    courseLines(record)
      .filter((line) => line.label === label && line.shown.error === null && isShown(line, record))
      .map(({ words, shown }) => `${whenWords(record, shown.happenedAt)}  ${words} (${shown.recorder.name})`)
      .join('\n');

/** Places of a template for what happened between the sessions. */
export const coursePlaces: Readonly<Record<string, Place>> = {
  measures: list('Measure'),
  'integration plan': list('Integration plan', ({ shown: { id } }, { course }) =>
    Boolean(course?.plans.some((plan) => plan.id === id && plan.isLatest)),
  ),
  'check-ins': list('Check-in'),
  story: list('Story'),
  insights: (record) =>
    [list('Insight')(record), notAgreedWords(record) ?? ''].filter((text) => text !== '').join('\n'),
};
