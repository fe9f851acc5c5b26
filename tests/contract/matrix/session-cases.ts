import { randomUUID } from 'node:crypto';
import { type SessionStatus, sessionStatuses } from '@tandem/domain';
import { PIN } from '../../support/fixtures.ts';
import type { At, RouteCase } from './cases.ts';
import { chosen, kept, lookedUp } from './ids.ts';

const path = { 'path id': lookedUp('session') };
const step = { ...path, id: chosen('entry') };
const planParts = {
  protocolId: lookedUp('protocol'),
  roomId: lookedUp('room'),
  'people[].personId': lookedUp('person'),
  seriesId: kept('series'),
};

function plan({ world: { ours } }: At) {
  return {
    protocolId: ours.protocol[0],
    plannedAt: new Date().toISOString(),
    roomId: ours.room[0],
    people: [{ personId: ours.person[0], role: 'physician' }],
    plannedDoses: [{ route: 'im', amountMg: 40 }],
    seriesId: ours.series[0],
  };
}

function read(route: string): RouteCase {
  return {
    route,
    guard: 'session.read',
    ids: path,
    target: 'session',
    effectiveIn: sessionStatuses,
    make: ({ session }) => ({ id: session.id }),
  };
}

function lifecycle(
  name: string,
  guard: RouteCase['guard'],
  effectiveIn: SessionStatus,
  body: Readonly<Record<string, unknown>> = {},
): RouteCase {
  return {
    route: `POST /api/sessions/:id/${name}`,
    guard,
    ids: step,
    target: 'session',
    effectiveIn: [effectiveIn],
    consumes: true,
    make: ({ session }) => ({ id: session.id, body: { id: randomUUID(), ...body } }),
  };
}

/** Planning, reading and the steps of a session. */
export const sessionCases: readonly RouteCase[] = [
  {
    route: 'POST /api/sessions/:id/approvals',
    guard: 'doses.write',
    ids: { ...path, id: chosen('approval'), personId: lookedUp('person') },
    target: 'session',
    effectiveIn: sessionStatuses,
    make: ({ session, role, world: { callers } }) => ({
      id: session.id,
      body: {
        id: randomUUID(),
        // Somebody else than who asks.
        personId: role === 'physician' ? callers.nurse.personId : callers.physician.personId,
        pin: PIN,
        drug: 'ketamine',
        route: 'im',
        amountMg: 20,
      },
    }),
  },
  {
    route: 'POST /api/sessions',
    guard: 'session.plan',
    ids: { id: chosen('session'), patientId: lookedUp('patient'), ...planParts },
    make: (at) => ({ body: { id: randomUUID(), patientId: at.world.ours.patient[0], ...plan(at) } }),
  },
  {
    route: 'PATCH /api/sessions/:id',
    guard: 'session.plan',
    ids: { ...step, ...planParts },
    target: 'session',
    effectiveIn: ['planned'],
    make: (at) => ({ id: at.session.id, body: { id: randomUUID(), ...plan(at) } }),
  },
  read('GET /api/sessions/:id'),
  read('GET /api/sessions/:id/entries'),
  read('GET /api/sessions/:id/state'),
  {
    route: 'GET /api/sessions/:id/export',
    guard: 'session.export',
    ids: path,
    target: 'session',
    effectiveIn: sessionStatuses,
    make: ({ session }) => ({ id: session.id, query: { format: 'bundle' } }),
  },
  lifecycle('start', 'session.run', 'planned'),
  lifecycle('cancel', 'session.run', 'planned', { reason: 'She is ill.' }),
  lifecycle('end', 'session.run', 'in-progress', { disposition: 'completed' }),
  lifecycle('sign', 'session.sign', 'ended', { meaning: 'Reviewed.' }),
  // Whoever signs still works here: allowed, and told whom to ask (SGN-3).
  {
    ...lifecycle('close', 'session.close', 'ended', { reason: 'Nobody is left to sign.' }),
    answers: 409,
    consumes: false,
  },
  { ...lifecycle('addenda', 'session.addendum', 'signed', { text: 'She wrote.' }), consumes: false },
];
