import { randomUUID } from 'node:crypto';
import type { SessionOrigin } from '@tandem/domain';
import { dayAt, minuteOfDay, type Step, wallMs } from '@tandem/scenarios';
import { eq } from 'drizzle-orm';
import { sessions } from '../db/schema.ts';
import { type DemoDay, personOf } from './day.ts';
import { laterMinutes } from './later.ts';
import { holdVisit, type Wanted } from './visit.ts';
import { keepWaiting } from './waiting.ts';

const MINUTE_MS = 60_000;
const STALE_MS = 6 * 60 * MINUTE_MS;
/** About as long as a session lasts: one that was left open is taken to have ended then. */
const LASTS_MS = 165 * MINUTE_MS;

/**
 * The demo's today, at every start: sessions older than 6 h are ended and the next ones put in their rooms, so that
 * the demo never shows a session of last week as running. The rest of the day is filled up around them.
 */
export async function liveToday(day: DemoDay): Promise<void> {
  const open = await inProgress(day);
  const stale = open.filter(
    ({ origin, startedMs }) => origin === 'demo' && day.nowMs - startedMs >= STALE_MS,
  );
  for (const session of stale) await endStale(day, session);
  const busy = new Set(open.filter((session) => !stale.includes(session)).map(({ patientId }) => patientId));
  for (const wanted of inRooms(day.nowMs)) {
    if (!busy.has(day.year.clients[wanted.at]?.id ?? '')) await holdVisit(day, wanted);
  }
  await planLater(day);
  await keepWaiting(day);
}

/** Three rooms in session, one physician in two of them; the first two clients share a family name. */
function inRooms(nowMs: number): Wanted[] {
  const until = 'in-progress';
  return [
    {
      ...{ at: 0, kind: 'pressure-rise', room: 0, until, plannedMs: justAfter(nowMs, isHighPressure) },
      physician: 'physician@harbor.test',
      therapist: 'therapist@harbor.test',
    },
    {
      ...{ at: 1, kind: 'uneventful', room: 1, until, plannedMs: () => nowMs - 95 * MINUTE_MS },
      physician: 'physician.two@harbor.test',
      therapist: 'therapist.two@harbor.test',
    },
    {
      ...{ at: 2, kind: 'repeat-dose', room: 2, until, plannedMs: justAfter(nowMs, isReady) },
      physician: 'physician@harbor.test',
      therapist: 'therapist.three@harbor.test',
    },
  ];
}

/** Planned so that the first such step is what comes next. */
function justAfter(nowMs: number, isNext: (step: Step) => boolean) {
  return (steps: readonly Step[]) => nowMs - (steps.find(isNext)?.atMs ?? 62 * MINUTE_MS) + 20_000;
}

const records = (kind: string) => (step: Step) =>
  step.command.type === 'append' && step.command.entries.some((entry) => entry.kind === kind);
/** The high reading is in, and nobody has said that they saw it. */
const isHighPressure = records('acknowledgement');
/** Baseline taken, nothing given. */
const isReady = records('dose');

interface Open {
  readonly id: string;
  readonly origin: SessionOrigin;
  readonly patientId: string;
  readonly startedMs: number;
}

/** Whoever began them: a client of the demo may be in a session that a person started. */
async function inProgress({ services, clinic }: DemoDay): Promise<Open[]> {
  const { id, origin, patientId, startedAt } = sessions;
  const rows = await services.inClinic(clinic.id, ({ tx }) =>
    tx.select({ id, origin, patientId, startedAt }).from(sessions).where(eq(sessions.status, 'in-progress')),
  );
  return rows.map((row) => ({ ...row, startedMs: row.startedAt?.getTime() ?? 0 }));
}

async function endStale(day: DemoDay, { id, startedMs }: Open): Promise<void> {
  const endedAt = new Date(startedMs + LASTS_MS).toISOString();
  const command = { type: 'end', id: randomUUID(), endedAt, disposition: 'completed' } as const;
  const actor = personOf(day, 'physician@harbor.test');
  await day.services.writer.append({ clinicId: day.clinic.id, streamId: id, actor, command });
}

/** Two sessions later today, unless some are planned already. */
async function planLater(day: DemoDay): Promise<void> {
  const { services, clinic, nowMs } = day;
  const { timeZone } = clinic;
  const today = dayAt(nowMs, timeZone);
  const planned = await services.inClinic(clinic.id, ({ tx }) =>
    tx.select({ at: sessions.plannedAt }).from(sessions).where(eq(sessions.status, 'planned')),
  );
  if (planned.filter(({ at }) => dayAt(at.getTime(), timeZone) === today).length >= 2) return;
  const [first, second] = laterMinutes(minuteOfDay(nowMs, timeZone));
  const at = (minute: number) => () => wallMs(today, minute, timeZone);
  await holdVisit(day, {
    ...{ at: 3, kind: 'uneventful', room: 0, until: 'planned', plannedMs: at(first) },
    physician: 'physician@harbor.test',
    therapist: 'therapist@harbor.test',
  });
  await holdVisit(day, {
    ...{ at: 4, kind: 'uneventful', room: 1, until: 'planned', plannedMs: at(second) },
    physician: 'physician.two@harbor.test',
    therapist: 'therapist.two@harbor.test',
  });
}
