import { randomUUID } from 'node:crypto';
import { harbor, PASSWORD, PIN } from '../../support/fixtures.ts';
import type { RouteCase } from './cases.ts';
import { chosen, kept, lookedUp, undescribed } from './ids.ts';

const none = {};
const nothing = () => ({});

/** Sign-in, clients, protocols, people and rooms: calls that are about no session. */
export const clinicCases: readonly RouteCase[] = [
  { route: 'GET /api/openapi.json', guard: 'public', ids: none, make: nothing },
  // Over plain HTTP the answer is that it speaks websocket only: who may ask is asked before that.
  { route: 'GET /api/live', guard: 'session.read', ids: none, answers: 400, make: nothing },
  {
    route: 'POST /api/auth/sign-in/email',
    guard: 'public',
    ids: none,
    make: ({ role }) => ({ body: { email: harbor.emails[role], password: PASSWORD } }),
  },
  {
    route: 'POST /api/auth/sign-out',
    guard: 'public',
    ids: none,
    endsLogin: true,
    make: () => ({ body: {} }),
  },
  { route: 'GET /api/me', guard: 'signed-in', ids: none, make: nothing },
  { route: 'POST /api/me/role', guard: 'signed-in', ids: none, make: ({ role }) => ({ body: { role } }) },
  {
    route: 'POST /api/me/pin',
    guard: 'signed-in',
    ids: none,
    make: () => ({ body: { pin: PIN, password: PASSWORD } }),
  },
  { route: 'GET /api/people', guard: 'people.read', ids: none, make: nothing },
  {
    route: 'PATCH /api/clinic',
    guard: 'clinic.write',
    ids: none,
    make: () => ({ body: { estimate: true } }),
  },
  { route: 'GET /api/text-templates', guard: 'signed-in', ids: none, make: nothing },
  {
    route: 'PUT /api/text-templates/:key',
    guard: 'clinic.write',
    ids: none,
    make: () => ({ more: { key: 'table' }, body: { text: '{{date}} {{vitals table}}' } }),
  },
  { route: 'GET /api/joining', guard: 'rooms.read', ids: none, make: nothing },
  { route: 'GET /api/health', guard: 'health.read', ids: none, make: nothing },
  { route: 'GET /api/patients', guard: 'patient.read', ids: none, make: nothing },
  {
    route: 'POST /api/patients',
    guard: 'patient.write',
    ids: { id: chosen('patient') },
    make: () => ({
      body: {
        id: randomUUID(),
        familyName: 'Rivera',
        givenName: 'Luz',
        birthDate: '1991-05-02',
        sex: 'female',
        allergies: { status: 'known', items: ['Penicillin'] },
        contacts: [{ name: 'Her brother' }],
      },
    }),
  },
  {
    // The id is only mixed into those of the clients.
    route: 'POST /api/patients/import',
    guard: 'patient.write',
    ids: { id: kept('patient') },
    make: () => ({
      body: {
        id: randomUUID(),
        csv: `family name,given name,birth date\nRivera,Luz ${randomUUID()},1991-05-02\n`,
        dryRun: false,
      },
    }),
  },
  { route: 'GET /api/protocols', guard: 'protocol.read', ids: none, make: nothing },
  {
    route: 'POST /api/protocols',
    guard: 'protocol.draft',
    ids: { id: chosen('protocol'), basedOn: lookedUp('protocol') },
    make: ({ world }) => ({
      body: {
        id: randomUUID(),
        name: `House ${randomUUID()}`,
        basedOn: world.ours.protocol[0],
        data: { drug: 'ketamine', route: 'im', ceilingMg: 120 },
      },
    }),
  },
  {
    route: 'POST /api/protocols/trial',
    guard: 'protocol.draft',
    ids: none,
    make: () => ({ body: { name: 'IM ketamine', data: { drug: 'ketamine', route: 'im' }, from: 0 } }),
  },
  {
    route: 'POST /api/protocols/:id/confirm',
    guard: 'protocol.confirm',
    ids: { 'path id': lookedUp('protocol') },
    target: 'protocol',
    consumes: true,
    make: ({ world }) => ({ id: world.ours.protocol[0] as string, body: {} }),
  },
  {
    route: 'GET /api/sessions',
    guard: 'session.list',
    ids: {
      'query cursor': undescribed(kept('cursor')),
      'query patientId': kept('patient'),
      'query protocolId': kept('protocol'),
      'query roomId': kept('room'),
      'query personId': kept('person'),
    },
    make: () => ({ query: { limit: '1' } }),
  },
  {
    route: 'POST /api/sessions/search',
    guard: 'session.list',
    ids: {
      cursor: undescribed(kept('cursor')),
      patientId: kept('patient'),
      protocolId: kept('protocol'),
      roomId: kept('room'),
      personId: kept('person'),
    },
    make: () => ({ body: { limit: 1 } }),
  },
  {
    route: 'GET /api/patients/:id',
    guard: 'patient.read',
    ids: { 'path id': lookedUp('patient') },
    make: ({ world }) => ({ id: world.ours.patient[0] as string }),
  },
];
