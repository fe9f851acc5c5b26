import { randomUUID } from 'node:crypto';
import type { CourseKind } from '@tandem/domain';
import type { At, RouteCase } from './cases.ts';
import { chosen, type IdUse, kept, lookedUp } from './ids.ts';

const ofPatient = ({ world }: At) => ({ id: world.ours.patient[0] as string });
const patient = { 'path id': lookedUp('patient') };
const ofCourse = ({ world }: At) => ({ id: world.course.id });
const course = { 'path id': lookedUp('course') };

function kindCase(
  kind: CourseKind,
  ids: Readonly<Record<string, IdUse>>,
  data: (at: At) => Record<string, unknown>,
): RouteCase {
  const inData = Object.entries(ids).map(([name, use]) => [`entries[].data.${name}`, use] as const);
  return {
    route: 'POST /api/courses/:id/entries',
    kind,
    guard: 'course.write',
    ids: { ...course, 'entries[].id': chosen('entry'), ...Object.fromEntries(inData) },
    make: (at) => ({
      ...ofCourse(at),
      body: { entries: [{ id: randomUUID(), kind, happenedAt: new Date().toISOString(), data: data(at) }] },
    }),
  };
}

const session = { sessionId: lookedUp('session') };
const ofSession = ({ world }: At) => ({ sessionId: world.course.sessionId });
const person = ({ world }: At) => ({ id: world.ours.person[0], name: 'Dr Ada Fell' });

/** What happens between sessions: who reads and writes it, and which ids it names. */
export const courseCases: readonly RouteCase[] = [
  { route: 'GET /api/patients/:id/courses', guard: 'course.read', ids: patient, make: ofPatient },
  {
    route: 'POST /api/patients/:id/courses',
    guard: 'course.write',
    ids: { ...patient, id: chosen('course'), seriesId: kept('series') },
    make: (at) => ({ ...ofPatient(at), body: { id: randomUUID(), seriesId: randomUUID() } }),
  },
  { route: 'GET /api/courses/:id', guard: 'course.read', ids: course, make: ofCourse },
  { route: 'GET /api/courses/:id/calendar', guard: 'course.read', ids: course, make: ofCourse },
  { route: 'GET /api/course-tasks', guard: 'course.read', ids: {}, make: () => ({}) },
  kindCase('measure', session, (at) => ({
    instrument: 'gad-7',
    version: 1,
    answers: [{ item: 'q1', value: 1 }],
    filledBy: 'client',
    ...ofSession(at),
  })),
  kindCase('safety-outcome', { measureId: lookedUp('entry') }, ({ world }) => ({
    measureId: world.course.measureId,
    outcome: 'Spoken with her.',
  })),
  kindCase('story', session, (at) => ({ from: 'I am the mistake.', ...ofSession(at) })),
  kindCase('integration-plan', session, (at) => ({
    items: [{ form: 'journaling', text: 'Each evening.' }],
    ...ofSession(at),
  })),
  kindCase(
    'check-in',
    { ...session, 'owner.id': lookedUp('person'), 'deputy.id': lookedUp('person') },
    (at) => ({
      step: '72h',
      dueAt: new Date().toISOString(),
      owner: person(at),
      deputy: person(at),
      ...ofSession(at),
    }),
  ),
  kindCase('check-in-outcome', { checkInId: lookedUp('entry') }, ({ world }) => ({
    checkInId: world.course.checkInId,
    outcome: 'moved',
    movedTo: new Date().toISOString(),
  })),
  kindCase('insight', { ...session, entryId: kept('entry') }, (at) => ({
    text: 'Grief for the mother.',
    entryId: at.world.ours.entry[0],
    ...ofSession(at),
  })),
  kindCase('insight-approval', { insightId: lookedUp('entry') }, ({ world }) => ({
    insightId: world.course.insightId,
    how: 'in-person',
    approvedAt: new Date().toISOString(),
  })),
  {
    // Withdrawn before: allowed, and told so.
    ...kindCase('withdrawal', { entryId: lookedUp('entry') }, ({ world }) => ({
      entryId: world.course.withdrawnId,
      reason: 'Wrong client.',
    })),
    answers: 409,
  },
];
