import { type Entry, evolveCourse, initialCourse, type Measure, measures, ofCourse } from '@tandem/domain';
import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { courseQuery, coursesQuery } from '../course/course-calls.ts';
import type { Filled } from '../course/filled.ts';
import { MeasureValue } from '../course/measure-value.tsx';
import { Trend } from '../course/trend.tsx';
import { refusedAs } from '../data/api.ts';
import { sentenceOf } from '../data/failure.ts';
import { useMe } from '../data/me.ts';
import { dayOf } from '../data/zone.ts';
import { buttonClass } from '../ui/button.tsx';
import { dayWords } from '../ui/names.ts';
import { Sentence } from '../ui/page.tsx';
import { words } from '../words/list-pages.ts';
import classes from './client-facts.module.css';

const text = words.client.scores;
/** What a client's sessions are looked at beside; all others are one link away. */
const SHOWN = ['phq-9', 'gad-7', 'shame-check-in'];
const EVERY_MS = 30_000;

/** The last values of a client and their course, small: one time axis for all, each on its own whole range. */
export function Scores({ clientId }: { readonly clientId: string }) {
  const { filled, error } = useFilled(clientId);
  const shown = measures.filter(({ key }) => SHOWN.includes(key));
  const times = filled.map(({ happenedAt }) => Date.parse(happenedAt));
  const span = [Math.min(...times), Math.max(...times)] as const;
  const rows = shown.flatMap((measure) => {
    const own = filled.filter(
      ({ data }) => data.instrument === measure.key && data.version === measure.version,
    );
    return own.length === 0 ? [] : [{ measure, own }];
  });
  return (
    <section className={classes.facts} aria-label={text.title}>
      <div className={classes.group}>
        <div className={classes.head}>
          <h2 className={classes.title}>{text.title}</h2>
          <Link to="/clients/$clientId/course" params={{ clientId }} className={buttonClass('quiet', true)}>
            {text.all}
          </Link>
        </div>
        {error !== null &&
          (refusedAs(error) === 'not-on-team' ? (
            <p className={classes.none}>{text.notShown}</p>
          ) : (
            <Sentence>
              {text.notLoaded} {sentenceOf(error)}
            </Sentence>
          ))}
        {error === null && rows.length === 0 && <p className={classes.none}>{text.none}</p>}
        {rows.map(({ measure, own }) => (
          <Row key={measure.key} measure={measure} values={own} span={span} />
        ))}
      </div>
    </section>
  );
}

function Row(props: {
  readonly measure: Measure;
  readonly values: readonly Filled[];
  readonly span: readonly [number, number];
}) {
  const { measure, values } = props;
  const { timeZone } = useMe().clinic;
  const last = values.at(-1);
  if (last === undefined) return null;
  return (
    <article className={classes.score} aria-label={measure.name}>
      <h3>{measure.name}</h3>
      <p className={classes.by}>{dayWords(dayOf(Date.parse(last.happenedAt), timeZone))}</p>
      <div className={classes.scoreValue}>
        <MeasureValue measure={measure} answers={last.data.answers} />
      </div>
      <Trend {...props} />
    </article>
  );
}

/** Of every series together, by when they were filled in. */
function useFilled(clientId: string) {
  const courses = useQuery({ ...coursesQuery(clientId), refetchInterval: EVERY_MS, retry: false });
  const wholes = useQueries({
    queries: (courses.data?.items ?? []).map(({ id }) => ({
      ...courseQuery(id),
      refetchInterval: EVERY_MS,
      retry: false,
    })),
  });
  const filled = wholes.flatMap(({ data }) => {
    if (data === undefined) return [];
    const state = (data.entries as Entry[]).reduce(evolveCourse, initialCourse(data.course.id));
    return ofCourse(state, 'measure');
  });
  return {
    filled: filled.toSorted((a, b) => Date.parse(a.happenedAt) - Date.parse(b.happenedAt)),
    error: courses.error ?? wholes.find((one) => one.error !== null)?.error ?? null,
  };
}
