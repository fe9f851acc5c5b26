import type { Author, ProtocolPlan } from '@tandem/domain';
import { type ClinicSession, clinicYear, scenarioKinds, stepsOf } from '@tandem/scenarios';
import { CLINIC, type SealedSession, sealedSession } from './sealed-session.ts';

const UNTIL_MS = Date.parse('2026-11-24T16:30:00Z');
const id = (part: string, at: number) => `${part}000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
const person = (name: string, role: Author['role'], at: number): Author => ({ id: id('aa', at), name, role });

const plans: Readonly<Record<string, ProtocolPlan>> = {
  im: { drug: 'ketamine', route: 'im', ceilingMgPerKg: 1.5, minimumIntervalMinutes: 10 },
  iv: { drug: 'ketamine', route: 'iv', ceilingMgPerKg: 1 },
  sl: { drug: 'ketamine', route: 'sl', ceilingMg: 400, minimumIntervalMinutes: 20 },
  po: { drug: 'ketamine', route: 'po', ceilingMg: 300 },
  esketamine: { drug: 'esketamine', route: 'in', ceilingMg: 84, minimumIntervalMinutes: 5, rems: true },
};

/** A clinic of 300 sessions over 14 months; the same every time. */
const year = clinicYear({
  seed: 9,
  untilMs: UNTIL_MS,
  timeZone: 'America/New_York',
  rooms: [id('bb', 1), id('bb', 2), id('bb', 3)],
  physicians: [person('Dr Amara Okafor', 'physician', 1), person('Dr Łucja Żółć', 'physician', 2)],
  therapists: [person('Jonas Lindqvist', 'therapist', 3), person('Ἑλένη Παπαδοπούλου', 'therapist', 4)],
  nurses: [person('Tunde Mensah', 'nurse', 5)],
  protocols: Object.entries(plans).map(([name, data], at) => ({
    id: id('cc', at),
    name: `Ketamine ${name}`,
    data,
  })),
});

/** `count` of its sessions, every kind of scenario among them. */
export function* scenarioSessions(count: number): Generator<SealedSession> {
  const firsts = scenarioKinds.flatMap(
    (kind) => year.sessions.find((session) => session.kind === kind) ?? [],
  );
  const rest = year.sessions.filter((session) => !firsts.includes(session));
  for (const session of [...firsts, ...rest].slice(0, count)) yield sealed(session);
}

export function sealed(session: ClinicSession): SealedSession {
  return sealedSession(session.input.sessionId, stepsOf(session, UNTIL_MS), CLINIC);
}

/** One session of this kind. */
export function scenarioSession(kind: (typeof scenarioKinds)[number]): SealedSession {
  return sealed(year.sessions.find((session) => session.kind === kind) as ClinicSession);
}
