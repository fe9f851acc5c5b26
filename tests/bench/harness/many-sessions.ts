import { addPerson, hashPassword } from '@tandem/api/auth/people.ts';
import { clinicScopes } from '@tandem/api/db/clinic-scope.ts';
import { connect, type RoleUrls } from '@tandem/api/db/connect.ts';
import { LogWriter } from '@tandem/api/log/append.ts';
import { isRefusal } from '@tandem/domain';
import {
  type ClinicSession,
  type ClinicYearInput,
  clinicYear,
  rngOf,
  type Step,
  stepsOf,
} from '@tandem/scenarios';
import { fillerEntries } from './filler.ts';
import { addClients, addYear } from './year.ts';

export interface ManyOptions {
  readonly seed: number;
  readonly sessions: number;
  /** Of all sessions together; each gets as many more as its own story lacks. */
  readonly entries: number;
  readonly lead: { readonly email: string; readonly password: string };
  readonly say: (line: string) => void;
}
export interface ManySessions {
  readonly clinicId: string;
  readonly sessions: number;
  readonly entries: number;
  readonly seconds: number;
}

/** More do not fit into the calendar of one small house. */
const PER_YEAR = 1_000;
const YEAR_MS = 430 * 24 * 3_600_000;
/** Sessions under way at once: enough for shared commits, few enough for the writer's cache. */
const AT_ONCE = 60;
const MOST_PER_APPEND = 100;

/**
 * One clinic with many past sessions, each through the one writer with a scenario clock: rules, seals and chain as in
 * a room, so that `npm run verify` holds. Years lie one before the other in the same rooms.
 */
export async function makeSessions(urls: RoleUrls, options: ManyOptions): Promise<ManySessions> {
  const { seed, say } = options;
  const database = connect(urls);
  try {
    const inClinic = clinicScopes(database);
    const years = Math.ceil(options.sessions / PER_YEAR);
    const first = await addYear(urls, seed, Math.min(options.sessions, PER_YEAR));
    const { clinicId } = first;
    const { email, password } = options.lead;
    const passwordHash = await hashPassword(password);
    await addPerson(database.auth, inClinic, clinicId, {
      email,
      name: 'Dr Helen Park',
      roles: ['lead'],
      passwordHash,
    });
    const writer = new LogWriter(database.writer);
    const began = performance.now();
    let [done, entries] = [0, 0];
    for (let year = 0; year < years; year += 1) {
      const input: ClinicYearInput = {
        ...first.input,
        seed: seed + year,
        untilMs: first.input.untilMs - year * YEAR_MS,
        sessions: Math.min(PER_YEAR, options.sessions - year * PER_YEAR),
      };
      if (year > 0) await inClinic(clinicId, (scope) => addClients(scope, input));
      const planned = clinicYear(input).sessions;
      const wanted = planned.slice(0, options.sessions - done);
      for (let at = 0; at < wanted.length; at += AT_ONCE) {
        const part = wanted.slice(at, at + AT_ONCE);
        const goal = Math.round((options.entries - entries) / Math.max(1, options.sessions - done));
        const counts = await Promise.all(
          part.map((session) => write(writer, clinicId, session, input.untilMs, goal)),
        );
        done += part.length;
        entries += counts.reduce((sum, count) => sum + count, 0);
        const seconds = (performance.now() - began) / 1000;
        say(
          `${done} of ${options.sessions} sessions, ${entries} entries, ${Math.round(entries / seconds)} entries/s`,
        );
      }
    }
    return { clinicId, sessions: done, entries, seconds: (performance.now() - began) / 1000 };
  } finally {
    await database.close();
  }
}

async function write(
  writer: LogWriter,
  clinicId: string,
  session: ClinicSession,
  untilMs: number,
  goal: number,
): Promise<number> {
  const streamId = session.input.sessionId;
  const answers = await Promise.all(
    filled(session, stepsOf(session, untilMs).map(asGiven), goal).map(({ atMs, actor, command }) =>
      writer.append({ clinicId, streamId, actor, command, clockMs: () => atMs }),
    ),
  );
  return answers.reduce((sum, answer) => {
    if (isRefusal(answer)) throw new Error(`session ${streamId} was refused: ${JSON.stringify(answer)}`);
    return sum + answer.appended;
  }, 0);
}

/**
 * Doses as given already: among ten thousand stories there are some in which a hold would have asked for a reason, and
 * nobody stands here to give one.
 */
function asGiven(step: Step): Step {
  if (step.command.type !== 'append') return step;
  const entries = step.command.entries.map((entry) =>
    entry.kind === 'dose' ? { ...entry, data: { ...entry.data, state: 'already-given' as const } } : entry,
  );
  return { ...step, command: { ...step.command, entries } };
}

/** The story of a session with more entries before its end, until it has `goal` of them. */
function filled({ input }: ClinicSession, steps: readonly Step[], goal: number): Step[] {
  const own = steps.reduce(
    (sum, { command }) => sum + (command.type === 'append' ? command.entries.length : 1),
    0,
  );
  const end = steps.findIndex(({ command }) => command.type === 'end');
  const start = steps.find(({ command }) => command.type === 'start');
  const ended = steps[end];
  if (start === undefined || ended === undefined || goal <= own) return [...steps];
  const { therapist } = input.people;
  const extra = fillerEntries(
    rngOf('filler', input.seed, input.sessionId),
    goal - own,
    start.atMs,
    ended.atMs,
  );
  const more: Step[] = [];
  for (let at = 0; at < extra.length; at += MOST_PER_APPEND)
    more.push({
      atMs: ended.atMs,
      actor: therapist,
      command: { type: 'append', entries: extra.slice(at, at + MOST_PER_APPEND) },
    });
  return [...steps.slice(0, end), ...more, ...steps.slice(end)];
}
