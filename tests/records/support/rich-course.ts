import { emptyHead, type Head, seal } from '@tandem/api/log/seal.ts';
import {
  type Author,
  type CourseKind,
  decideCourse,
  type Entry,
  evolveCourse,
  initialCourse,
  isRefusal,
  type NewCourseEntry,
} from '@tandem/domain';
import type { CourseInput } from '@tandem/records';
import { at, physician, SESSION, therapist, uuid } from './rich-session.ts';
import { CLINIC } from './sealed-session.ts';

const COURSE = uuid(40);

/** Ids of what the tests look for. */
export const courseIds = {
  phq9: uuid(2001),
  phq9Gap: uuid(2002),
  phq9Error: uuid(2003),
  gad7: uuid(2004),
  shame: uuid(2005),
  plan: uuid(2010),
  laterPlan: uuid(2011),
  checkIn: uuid(2020),
  moved: uuid(2021),
  missed: uuid(2022),
  insight: uuid(2030),
  notAgreed: uuid(2031),
  story: uuid(2040),
} as const;

let next = 3000;
type DataOf<Kind extends CourseKind> = Extract<NewCourseEntry, { kind: Kind }>['data'];

function written<Kind extends CourseKind>(
  minute: number,
  actor: Author,
  kind: Kind,
  data: DataOf<Kind>,
  id: string = uuid(next++),
): { readonly minute: number; readonly actor: Author; readonly entry: NewCourseEntry } {
  return { minute, actor, entry: { id, kind, happenedAt: at(minute), data } as unknown as NewCourseEntry };
}

const DAY = 24 * 60;
const numbered = (values: readonly number[]) => values.map((value, n) => ({ item: `q${n + 1}`, value }));
const owner = { id: therapist.id, name: therapist.name };
/** On no team and author of nothing: the copy has to bring them along. */
export const deputy = { id: uuid(14), name: 'Tunde Mensah' };

const calls = [
  written(
    -DAY,
    therapist,
    'measure',
    {
      instrument: 'phq-9',
      version: 1,
      answers: numbered([2, 2, 1, 2, 1, 3, 1, 0, 1]),
      filledBy: 'client',
      timing: 'before',
      sessionId: SESSION,
    },
    courseIds.phq9,
  ),
  written(-DAY + 20, physician, 'safety-outcome', {
    measureId: courseIds.phq9,
    outcome: 'Asked at once. Passing thoughts, no plan; she calls us.',
  }),
  written(
    -DAY + 30,
    therapist,
    'measure',
    { instrument: 'gad-7', version: 1, answers: numbered([1, 1, 2, 1, 0, 1, 3]), filledBy: 'staff' },
    courseIds.gad7,
  ),
  written(
    -DAY + 40,
    therapist,
    'measure',
    {
      instrument: 'shame-check-in',
      version: 1,
      answers: [
        { item: 'judging', value: 8 },
        { item: 'hiding', value: 7 },
        { item: 'best', value: 2 },
      ],
      filledBy: 'client',
    },
    courseIds.shame,
  ),
  written(-30, therapist, 'story', { from: 'I am the mistake' }, courseIds.story),
  written(
    DAY,
    therapist,
    'integration-plan',
    { items: [{ form: 'journaling', text: 'Each evening' }] },
    courseIds.plan,
  ),
  written(
    DAY + 5,
    therapist,
    'integration-plan',
    {
      items: [
        { form: 'journaling', text: 'Ten lines, <by hand>', when: 'each evening' },
        { form: 'quiet-walk', text: 'Along the river' },
        { form: 'own', text: 'Paint the coat' },
      ],
      sessionId: SESSION,
    },
    courseIds.laterPlan,
  ),
  written(
    DAY,
    therapist,
    'check-in',
    { step: '24h', dueAt: at(DAY + 180), owner, deputy, sessionId: SESSION },
    courseIds.checkIn,
  ),
  written(DAY, therapist, 'check-in', { step: '72h', dueAt: at(3 * DAY), owner }, courseIds.moved),
  written(DAY, therapist, 'check-in', { step: '1wk', dueAt: at(7 * DAY), owner }, courseIds.missed),
  written(DAY + 200, therapist, 'check-in-outcome', {
    checkInId: courseIds.checkIn,
    outcome: 'done',
    text: 'Slept well. The coat stays off.',
  }),
  written(2 * DAY, therapist, 'check-in-outcome', {
    checkInId: courseIds.moved,
    outcome: 'moved',
    movedTo: at(4 * DAY),
  }),
  written(7 * DAY + 60, therapist, 'check-in-outcome', { checkInId: courseIds.missed, outcome: 'missed' }),
  written(
    2 * DAY,
    therapist,
    'insight',
    { text: 'The shame was never mine to carry.', sessionId: SESSION, at: at(63) },
    courseIds.insight,
  ),
  written(2 * DAY, therapist, 'insight-approval', {
    insightId: courseIds.insight,
    how: 'by-phone',
    approvedAt: at(2 * DAY),
  }),
  written(
    2 * DAY,
    therapist,
    'insight',
    { text: 'Perhaps her father knew.', sessionId: SESSION },
    courseIds.notAgreed,
  ),
  written(
    14 * DAY,
    therapist,
    'measure',
    { instrument: 'phq-9', version: 1, answers: numbered([1, 1, 0, 1]), filledBy: 'client', timing: 'after' },
    courseIds.phq9Gap,
  ),
  written(
    14 * DAY + 1,
    therapist,
    'measure',
    {
      instrument: 'phq-9',
      version: 1,
      answers: numbered([3, 3, 3, 3, 3, 3, 3, 3, 0]),
      filledBy: 'staff',
    },
    courseIds.phq9Error,
  ),
  written(14 * DAY + 2, therapist, 'withdrawal', {
    entryId: courseIds.phq9Error,
    reason: 'Another client.',
  }),
];

/** A course with one of everything, decided and sealed by the code of the writer. */
export const richCourse: CourseInput = { id: COURSE, entries: sealedCourse() };

function sealedCourse(): Entry[] {
  let state = initialCourse(COURSE);
  let head: Head = emptyHead;
  const entries: Entry[] = [];
  const append = (actor: Author, minute: number, command: Parameters<typeof decideCourse>[0]) => {
    const nowMs = Date.parse(at(minute)) + 2_000;
    const decided = decideCourse(command, state, { sessionId: COURSE, actor, nowMs, known: new Map() });
    if (isRefusal(decided)) throw new Error(JSON.stringify(decided));
    for (const one of decided) {
      if (!('draft' in one)) continue;
      const sealed = seal(CLINIC, COURSE, one.draft, actor, head, nowMs);
      entries.push(JSON.parse(JSON.stringify(sealed.entry)) as Entry);
      head = sealed.head;
      state = evolveCourse(state, sealed.entry);
    }
  };
  append(therapist, -2 * DAY, { type: 'open-course', id: uuid(41), patientId: uuid(20), seriesId: null });
  for (const { actor, minute, entry } of calls)
    append(actor, minute, { type: 'course-append', entries: [entry] });
  return entries;
}
