import { type AnyNewEntry, type Author, checkRows, type NewCourseEntry, type Pins } from '@tandem/domain';

/** A short session of somebody who does not exist, and the weeks after it, as people would have typed them. */

export const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
export const SESSION = id(1);
export const COURSE = id(2);
export const physician: Author = { id: id(11), name: 'Dr Amara Okafor', role: 'physician' };
export const therapist: Author = { id: id(12), name: 'Jonas Lindqvist', role: 'therapist' };
const START_MS = Date.parse('2026-11-24T14:00:00.000Z');
export const at = (minute: number) => new Date(START_MS + minute * 60_000).toISOString();

const team = [physician, therapist];
export const pins: Pins = {
  patient: {
    id: id(20),
    familyName: 'Example',
    givenName: 'Robin',
    birthDate: '1987-03-14',
    sex: 'female',
    mrn: '004 1187',
    allergies: { status: 'known', items: ['Penicillin'] },
  },
  weightKg: 68.4,
  protocol: {
    id: id(30),
    name: 'Ketamine IM',
    data: { drug: 'ketamine', route: 'im', ceilingMgPerKg: 1.5 },
  },
  team: team.map(({ id: personId, name, role }) => ({ personId, name, role })),
};
export const plan = {
  patientId: id(20),
  protocolId: id(30),
  plannedAt: at(0),
  people: team.map(({ id: personId, role }) => ({ personId, role })),
};

type Said = readonly [minute: number, by: Author, kind: AnyNewEntry['kind'], data: object];
const answers = checkRows
  .filter(({ list, mode }) => list === 'gate' && mode === 'block')
  .map(({ key, asks }) => ({
    item: key,
    result: 'fulfilled',
    ...(asks === 'weight' ? { weightKg: 68.4 } : {}),
    ...(asks === 'person' ? { person: 'Ines Rivera, sister' } : {}),
  }));
const given = { state: 'already-given', drug: 'ketamine', route: 'im' };
export const MISTYPED = id(100);

export const said: readonly Said[] = [
  [1, physician, 'checklist', { answers }],
  [2, therapist, 'note', { text: 'To meet the part that hides.', category: 'intention' }],
  [4, physician, 'vital-signs', { systolic: 124, diastolic: 78, heartRate: 62, spo2: 98, moaas: 5 }],
  [6, therapist, 'phase', { phase: 'settling' }],
  [10, physician, 'dose', { ...given, amountMg: 40, site: 'left deltoid' }],
  [26, physician, 'vital-signs', { systolic: 164, diastolic: 90, heartRate: 88, spo2: 97 }],
  [
    27,
    physician,
    'amendment',
    {
      entryId: MISTYPED,
      data: { systolic: 146, diastolic: 90, heartRate: 88, spo2: 97 },
      reason: 'mistyped',
    },
  ],
  [30, therapist, 'note', { text: 'It’s heavy, like a coat someone handed me.', category: 'words' }],
  [34, physician, 'adverse-event', { term: 'nausea', grade: 1, action: 'Fresh air', outcome: 'resolved' }],
  [40, therapist, 'moment', { text: 'The coat came off.', tags: ['shame'] }],
  [44, therapist, 'shift', { from: 'I am the mistake', to: 'I was doing my best with what I had' }],
  [46, therapist, 'words-to-keep', { text: 'I was doing my best with what I had.' }],
  [130, physician, 'vital-signs', { systolic: 126, diastolic: 80, heartRate: 70, spo2: 98, moaas: 5 }],
  [
    132,
    physician,
    'assessment',
    {
      instrument: 'aldrete',
      answers: ['activity', 'respiration', 'circulation', 'consciousness', 'saturation'].map((item) => ({
        item,
        value: 2,
      })),
    },
  ],
];

export const DAY = 24 * 60;
const owner = { id: therapist.id, name: therapist.name };
const INSIGHT = id(202);
export const between: readonly NewCourseEntry[] = [
  {
    id: id(200),
    kind: 'measure',
    happenedAt: at(-DAY),
    data: {
      instrument: 'phq-9',
      version: 1,
      filledBy: 'client',
      timing: 'before',
      answers: [2, 2, 1, 2, 1, 3, 1, 0, 0].map((value, n) => ({ item: `q${n + 1}`, value })),
    },
  },
  {
    id: id(201),
    kind: 'integration-plan',
    happenedAt: at(DAY),
    data: { items: [{ form: 'quiet-walk', text: 'Along the river', when: 'each morning' }] },
  },
  {
    id: INSIGHT,
    kind: 'insight',
    happenedAt: at(DAY),
    data: { text: 'The shame was never mine to carry.', sessionId: SESSION },
  },
  {
    id: id(203),
    kind: 'insight-approval',
    happenedAt: at(DAY),
    data: { insightId: INSIGHT, how: 'in-person', approvedAt: at(DAY) },
  },
  {
    id: id(204),
    kind: 'story',
    happenedAt: at(DAY),
    data: { from: 'I am the mistake', to: 'I was doing my best with what I had' },
  },
  { id: id(205), kind: 'check-in', happenedAt: at(DAY), data: { step: '1wk', dueAt: at(7 * DAY), owner } },
];
