import {
  type Author,
  type CheckIn,
  type CourseDataOf,
  type CourseItem,
  type CourseKind,
  type CourseState,
  checkIns,
  type Entry,
  evolveCourse,
  type Instant,
  initialCourse,
  type Measure,
  measures,
  ofCourse,
  recorderOf,
  type SafetyTask,
  safetyTasks,
} from '@tandem/domain';

/** One course of the client as its log has it: that of the session's series, and what belongs to no series. */
export interface CourseInput {
  readonly id: string;
  /** All of them in seq order. */
  readonly entries: readonly Entry[];
  /** What the clinic asks besides the measures that come with Tandem. */
  readonly ownMeasures?: readonly Measure[];
}

/** One entry of a course as it stands. */
export interface CourseShown<Kind extends CourseKind> {
  readonly id: string;
  readonly happenedAt: Instant;
  readonly recordedAt: Instant;
  readonly recorder: Author;
  readonly data: CourseDataOf<Kind>;
  /** Who said that it was entered in error, when and why; null while it stands. */
  readonly error: { readonly by: Author; readonly at: Instant; readonly reason: string } | null;
}
export interface ShownMeasure extends CourseShown<'measure'> {
  /** Null when nobody here knows its questions any more: its answers are then told by their names. */
  readonly measure: Measure | null;
  /** What was answered about being better off dead, and what was done about it. */
  readonly safety: SafetyTask | null;
}
export interface ShownPlan extends CourseShown<'integration-plan'> {
  /** The plan that this one took the place of. */
  readonly replaces: string | null;
  readonly isLatest: boolean;
}
export interface ShownCheckIn extends CourseShown<'check-in'> {
  readonly dueAt: Instant;
  readonly moves: number;
  readonly outcome: CheckIn['outcome'];
  /** When something was last said about it. */
  readonly changedAt: Instant;
}
export interface ShownInsight extends CourseShown<'insight'> {
  readonly approval: CourseDataOf<'insight-approval'>;
}

/** What happened between the sessions, as every format writes it; in each list by when it happened. */
export interface CourseRecord {
  /** Hash of the last entry of each course that is in here. */
  readonly heads: readonly string[];
  readonly measures: readonly ShownMeasure[];
  readonly stories: readonly CourseShown<'story'>[];
  readonly plans: readonly ShownPlan[];
  readonly checkIns: readonly ShownCheckIn[];
  /** Those alone that the client agreed to: the others are nobody's to hand on. */
  readonly insights: readonly ShownInsight[];
  /** How many the client has not agreed to. */
  readonly notAgreed: number;
  /** Whoever is named in it. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

/** Null when there is nothing in any of them. */
export function courseRecord(courses: readonly CourseInput[]): CourseRecord | null {
  const all = courses.map(oneCourse);
  const together = <One extends Dated>(listOf: (course: CourseRecord) => readonly One[]) =>
    all.flatMap(listOf).sort(byTime);
  const record: CourseRecord = {
    heads: all.flatMap(({ heads }) => heads),
    measures: together((course) => course.measures),
    stories: together((course) => course.stories),
    plans: together((course) => course.plans),
    checkIns: together((course) => course.checkIns),
    insights: together((course) => course.insights),
    notAgreed: all.reduce((sum, { notAgreed }) => sum + notAgreed, 0),
    people: [...new Map(all.flatMap(({ people }) => people).map((person) => [person.id, person])).values()],
  };
  const lists = [record.measures, record.stories, record.plans, record.checkIns, record.insights];
  return lists.every((list) => list.length === 0) && record.notAgreed === 0 ? null : record;
}

interface Dated {
  readonly happenedAt: Instant;
}
const byTime = (a: Dated, b: Dated) => Date.parse(a.happenedAt) - Date.parse(b.happenedAt);

function oneCourse({ id, entries, ownMeasures = [] }: CourseInput): CourseRecord {
  const state = entries.reduce(evolveCourse, initialCourse(id));
  const known = [...measures, ...ownMeasures];
  const safety = new Map(safetyTasks(state).map((task) => [task.measureId, task]));
  const plans = shown(state, 'integration-plan');
  const standing = plans.filter(({ error }) => error === null);
  const insights = shown(state, 'insight').map((insight) => ({
    ...insight,
    approval: ofCourse(state, 'insight-approval').findLast(({ data }) => data.insightId === insight.id)?.data,
  }));
  return {
    heads: state.lastHash === '' ? [] : [state.lastHash],
    measures: shown(state, 'measure').map((one) => ({
      ...one,
      measure:
        known.find(({ key, version }) => key === one.data.instrument && version === one.data.version) ?? null,
      safety: safety.get(one.id) ?? null,
    })),
    stories: shown(state, 'story'),
    plans: plans.map((plan) => {
      const before = plan.error === null ? standing[standing.indexOf(plan) - 1] : undefined;
      return { ...plan, replaces: before?.id ?? null, isLatest: plan === standing.at(-1) };
    }),
    checkIns: shownCheckIns(state),
    insights: insights.filter((one): one is ShownInsight => one.approval !== undefined),
    notAgreed: insights.filter(({ approval, error }) => approval === undefined && error === null).length,
    people: peopleOf(state),
  };
}

/** Entries of one kind, those entered in error among them. */
function shown<Kind extends CourseKind>(state: CourseState, kind: Kind): CourseShown<Kind>[] {
  const whole = { ...state, withdrawn: new Map<string, string>() };
  return ofCourse(whole, kind).map(({ id, happenedAt, data, entry }: CourseItem<Kind>) => ({
    id,
    happenedAt,
    recordedAt: entry.recordedAt,
    recorder: recorderOf(entry),
    data,
    error: errorOf(state, id),
  }));
}

function errorOf(state: CourseState, id: string): CourseShown<CourseKind>['error'] {
  const withdrawal = ofCourse(state, 'withdrawal').find(({ data }) => data.entryId === id);
  if (withdrawal === undefined) return null;
  const { entry, data } = withdrawal;
  return { by: recorderOf(entry), at: entry.recordedAt, reason: data.reason };
}

function shownCheckIns(state: CourseState): ShownCheckIn[] {
  const known = new Map(checkIns(state).map((one) => [one.id, one]));
  const told = ofCourse(state, 'check-in-outcome');
  return shown(state, 'check-in').map((one) => {
    const { dueMs, moves = 0, outcome = null } = known.get(one.id) ?? {};
    const last = told.filter(({ data }) => data.checkInId === one.id).at(-1);
    return {
      ...one,
      dueAt: dueMs === undefined ? one.data.dueAt : new Date(dueMs).toISOString(),
      moves,
      outcome,
      changedAt: one.error?.at ?? last?.entry.recordedAt ?? one.recordedAt,
    };
  });
}

function peopleOf(state: CourseState): CourseRecord['people'] {
  const authors = state.entries.map((entry) => recorderOf(entry));
  const asked = shown(state, 'check-in').flatMap(({ data: { owner, deputy } }) =>
    deputy === undefined ? [owner] : [owner, deputy],
  );
  // The server puts a name to each (INT-4); where none is stored the id is all that is known.
  return [...authors, ...asked].map(({ id, name }) => ({ id, name: name ?? id }));
}
