import {
  type AnyNewEntry,
  type Author,
  checkRows,
  type DataOf,
  type EntryKind,
  type Pins,
} from '@tandem/domain';
import { type Call, type SealedSession, sealedSession } from './sealed-session.ts';

export const uuid = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
export const SESSION = uuid(1);
export const physician: Author = { id: uuid(11), name: 'Dr Amara Okafor', role: 'physician' };
export const therapist: Author = { id: uuid(12), name: 'Jonas Lindqvist', role: 'therapist' };
export const lead: Author = { id: uuid(13), name: 'Ruth Feldmann', role: 'lead' };
const START_MS = Date.parse('2026-11-24T14:52:00.000Z');
export const at = (minute: number) => new Date(START_MS + minute * 60_000).toISOString();

/** Ids of what the tests look for. */
export const ids = {
  amendedVitals: uuid(101),
  retractedDose: uuid(103),
  dose: uuid(102),
  booster: uuid(104),
  infusion: uuid(105),
  amendedNote: uuid(110),
  redactedNote: uuid(111),
  event: uuid(120),
  retractedEvent: uuid(121),
  retractedVitals: uuid(122),
  refused: uuid(130),
} as const;

const pins: Pins = {
  patient: {
    id: uuid(20),
    familyName: 'Παπαδοπούλου-Żółć',
    givenName: 'Zoë <b>',
    birthDate: '1987-03-14',
    sex: 'female',
    mrn: '004 1187',
    allergies: { status: 'known', items: ['Penicillin', 'Latex & "rubber"'] },
  },
  weightKg: 68.4,
  protocol: {
    id: uuid(30),
    name: 'Ketamine IM',
    data: { drug: 'ketamine', route: 'im', ceilingMgPerKg: 1.5 },
  },
  team: [physician, therapist].map(({ id, name, role }) => ({ personId: id, name, role })),
};

let next = 1000;
const fresh = () => uuid(next++);

/** One entry by one person, at its minute. */
export function call<Kind extends EntryKind>(
  minute: number,
  actor: Author,
  kind: Kind,
  data: Partial<DataOf<Kind>>,
  more: { id?: string; context?: AnyNewEntry['context'] } = {},
): Call {
  const entry = { id: more.id ?? fresh(), kind, happenedAt: at(minute), data, context: more.context };
  return {
    atMs: START_MS + minute * 60_000 + 4_000,
    actor,
    command: { type: 'append', entries: [entry as unknown as AnyNewEntry] },
  };
}
const step = (minute: number, actor: Author, command: Call['command']): Call => ({
  atMs: START_MS + minute * 60_000,
  actor,
  command,
});

const plan = {
  patientId: uuid(20),
  protocolId: uuid(30),
  plannedAt: at(0),
  weightKg: 68.4,
  people: [physician, therapist].map(({ id, role }) => ({ personId: id, role })),
};
const given = { state: 'already-given', drug: 'ketamine', route: 'im' } as const;
const answers = checkRows
  .filter(({ list }) => list === 'gate')
  .map(({ key, asks }) => ({
    item: key,
    result: 'fulfilled' as const,
    ...(asks === 'weight' ? { weightKg: 68.4 } : {}),
    ...(asks === 'person' ? { person: 'Sister', note: 'Waits downstairs' } : {}),
  }));

/** Before the end: everything that a session can hold, amended, retracted, refused, late and over some minutes. */
const during: readonly Call[] = [
  step(-1000, therapist, { type: 'plan', id: fresh(), plan }),
  step(0, physician, { type: 'start', id: fresh(), startedAt: null, reason: null, pins }),
  call(1, physician, 'checklist', { answers }),
  call(2, therapist, 'note', { text: 'To meet the part that hides.', category: 'intention' }),
  call(3, physician, 'vital-signs', {
    systolic: 124,
    diastolic: 78,
    heartRate: 62,
    spo2: 98,
    respiratoryRate: 14,
    temperatureC: 36.6,
    moaas: 5,
    oxygenLitresPerMin: 0,
  }),
  call(4, therapist, 'phase', { phase: 'settling' }),
  call(
    20,
    physician,
    'dose',
    { ...given, amountMg: 40, site: 'left deltoid', lot: 'K-77', concentrationMgPerMl: 50 },
    { id: ids.dose },
  ),
  call(21, physician, 'dose', { ...given, amountMg: 60, separateFrom: ids.dose } as never, {
    id: ids.retractedDose,
  }),
  call(22, physician, 'retraction', {
    entryId: ids.retractedDose,
    reason: 'Recorded twice.',
    anyGiven: false,
  }),
  call(25, therapist, 'phase', { phase: 'peak' }),
  call(
    30,
    physician,
    'vital-signs',
    { systolic: 164, diastolic: 90, heartRate: 88, spo2: 97 },
    { id: ids.amendedVitals },
  ),
  call(31, physician, 'amendment', {
    entryId: ids.amendedVitals,
    data: { systolic: 146, diastolic: 90, heartRate: 88, spo2: 97 },
    reason: 'mistyped',
  }),
  call(
    32,
    therapist,
    'note',
    { text: 'It’s heavy… like a coat someone handed me.', category: 'words' },
    { id: ids.amendedNote },
  ),
  call(33, therapist, 'amendment', {
    entryId: ids.amendedNote,
    data: { text: 'It’s heavy, like a coat someone handed me.', category: 'words' },
    reason: 'heard again',
  }),
  call(
    34,
    therapist,
    'note',
    { text: 'Names her brother Aristotle.', category: 'noticed' },
    { id: ids.redactedNote },
  ),
  call(
    34,
    physician,
    'dose',
    { ...given, amountMg: 20, boosterOf: ids.dose },
    { id: ids.booster, context: { lateReason: 'Both hands were needed.' } },
  ),
  call(
    35,
    physician,
    'vital-signs',
    {
      notMeasured: [
        { sign: 'bloodPressure', reason: 'Cuff off', outcome: 'refused' },
        { sign: 'spo2', reason: 'Cold hands', outcome: 'unable' },
      ],
    },
    { id: ids.refused },
  ),
  call(
    36,
    physician,
    'infusion-start',
    { infusionId: uuid(900), drug: 'ketamine', rateMgPerHour: 12, state: 'already-given' },
    { id: ids.infusion },
  ),
  call(46, physician, 'infusion-rate', {
    infusionId: uuid(900),
    drug: 'ketamine',
    rateMgPerHour: 6,
    state: 'already-given',
  }),
  call(56, physician, 'infusion-stop', { infusionId: uuid(900), drug: 'ketamine', reason: 'Enough.' }),
  call(57, physician, 'dose-not-given', { reason: 'refused', drug: 'ketamine', route: 'im', amountMg: 20 }),
  call(
    58,
    physician,
    'adverse-event',
    {
      term: 'nausea',
      grade: 2,
      action: 'Fresh air',
      onsetAt: at(55),
      outcome: 'resolved',
      serious: false,
      doseId: ids.dose,
      relatedness: 'probable',
    },
    { id: ids.event },
  ),
  call(59, physician, 'adverse-event', { term: 'headache', grade: 1 }, { id: ids.retractedEvent }),
  call(60, physician, 'retraction', { entryId: ids.retractedEvent, reason: 'Another client.' }),
  call(61, physician, 'dose', {
    state: 'already-given',
    drug: 'ondansetron',
    route: 'iv',
    amountMg: 4,
    durationMinutes: 5,
  }),
  call(62, physician, 'emergency', { mark: 'oxygen', detail: '2 L' }),
  call(63, therapist, 'moment', { text: 'The coat came off.', endsAt: at(64), tags: ['shame'] }),
  call(65, therapist, 'shift', { from: 'I am the mistake', to: 'I was doing my best with what I had' }),
  call(66, therapist, 'words-to-keep', { text: 'I was doing my best with what I had.' }),
  call(
    118,
    physician,
    'vital-signs',
    { systolic: 244, diastolic: 120, heartRate: 190 },
    { id: ids.retractedVitals },
  ),
  call(119, physician, 'retraction', { entryId: ids.retractedVitals, reason: 'Another client.' }),
  call(120, physician, 'vital-signs', {
    systolic: 126,
    diastolic: 80,
    heartRate: 70,
    spo2: 98,
    respiratoryRate: 14,
    moaas: 5,
  }),
  call(121, physician, 'assessment', {
    instrument: 'aldrete',
    answers: ['activity', 'respiration', 'circulation', 'consciousness', 'saturation'].map((item) => ({
      item,
      value: 2,
    })),
  }),
];

const after: readonly Call[] = [
  step(180, physician, { type: 'end', id: fresh(), endedAt: null, disposition: 'completed' }),
  step(185, lead, {
    type: 'redact',
    id: fresh(),
    entryId: ids.redactedNote,
    reason: 'Names somebody else.',
    askedBy: { id: therapist.id, name: therapist.name },
    readBy: [],
  }),
];

/** A session with one of everything. Signing it is another matter: its dose over the plan has no reason. */
export const richSession: SealedSession = sealedSession(SESSION, [...during, ...after]);

/** The same, closed by a lead a week later because nobody signed. */
export const closedSession: SealedSession = sealedSession(SESSION, [
  ...during,
  ...after,
  step(8 * 24 * 60, lead, { type: 'close', id: uuid(990), reason: 'Both have left.', leftIds: [] }),
]);
