import { type CourseLine, courseLines } from '../course/course-lines.ts';
import { errorWords, whenWords } from '../course/course-words.ts';
import type { Section } from './composition.ts';
import type { FhirContext } from './context.ts';
import { integrationResources } from './integration.ts';
import { measureResources } from './measures.ts';

/** What happened between the sessions, under headings of its own: it is of the client's course, not of the session. */
export function courseSections(context: FhirContext): Section[] {
  const { record } = context;
  const [measured, integrated] = [true, false].map((isMeasure) =>
    courseLines(record)
      .filter(({ label }) => (label === 'Measure') === isMeasure)
      .map(told),
  );
  function told({ label, words, shown }: CourseLine): string {
    const error = errorWords(shown, record);
    const wrong = error === null ? '' : ` (${error})`;
    return `${whenWords(record, shown.happenedAt)} ${label}: ${words}${wrong} (${shown.recorder.name})`;
  }
  return [
    {
      title: 'Measures between sessions',
      kinds: [],
      lines: measured ?? [],
      resources: measureResources(context),
    },
    { title: 'Integration', kinds: [], lines: integrated ?? [], resources: integrationResources(context) },
  ];
}
