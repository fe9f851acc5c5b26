import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Session } from '@tandem/wire';
import { ProcessLock } from '../db/process-lock.ts';
import type { Answer } from './api-person.ts';
import type { Roster } from './roster.ts';
import { TrainingRoom } from './training-room.ts';
import { TrainingSession } from './training-session.ts';

const STALE_MS = 6 * 3_600_000;

interface MoverOptions {
  /** Of the ordinary API, without a path. */
  readonly address: string;
  /** For the lock alone: nothing is written through it. */
  readonly databaseUrl: string;
  /** Makes sure of room and people; asked again until it succeeds. */
  readonly prepare: () => Promise<Roster>;
  /** From the end of one write to the next. */
  readonly everyMs?: number;
  readonly quietMs?: number;
  readonly report?: (line: string) => void;
}

export interface Mover {
  /** Resolves when nothing is under way any more and the lock is free. */
  stop(): Promise<void>;
}

/**
 * Keeps one training session of the demo moving, as its people would: through the ordinary API, one write at a time.
 * Whatever fails is said once and tried again; it never ends the process.
 */
export function startMover(options: MoverOptions): Mover {
  const aborter = new AbortController();
  const lock = new ProcessLock(options.databaseUrl, 'mover');
  const running = run(options, lock, aborter.signal);
  return {
    stop: async () => {
      aborter.abort();
      // The connection is closed first: a question that the database never answers must not keep the process.
      await lock.close();
      await running;
    },
  };
}

async function run(options: MoverOptions, lock: ProcessLock, signal: AbortSignal): Promise<void> {
  const { everyMs = 20_000, report = (line) => console.error(line) } = options;
  const beats = new Beats(options, signal);
  let told = false;
  while (!signal.aborted) {
    const trouble = await beats.beat(lock).catch((error: unknown) => reasonOf(error));
    if (trouble !== null && !told && !signal.aborted)
      report(`The demo's training session is not moving: ${trouble}. It is tried again.`);
    told = trouble !== null;
    await sleep(everyMs, undefined, { signal }).catch(() => {});
  }
}

class Beats {
  private readonly deviceId = `mover-${randomUUID().slice(0, 8)}`;
  private readonly closed = new Set<string>();
  private room: TrainingRoom | null = null;
  private session: TrainingSession | null = null;

  constructor(
    private readonly options: MoverOptions,
    private readonly signal: AbortSignal,
  ) {}

  /** One act, or none. @returns why the server refused it @throws on a failure that may pass */
  async beat(lock: ProcessLock): Promise<string | null> {
    if (!(await lock.held())) {
      // Another process moves; what is known here is out of date by the time this one takes over.
      this.session = null;
      return null;
    }
    this.room ??= new TrainingRoom(this.options.address, await this.options.prepare(), this.signal);
    const open = await this.room.open();
    const running = open.find((session) => session.status === 'in-progress' && ageMs(session) < STALE_MS);
    if (running === undefined) return refusalOf(await this.beginAnew(this.room, open));
    if (this.session?.id !== running.id) {
      this.session = await TrainingSession.of(this.room, running, {
        deviceId: this.deviceId,
        quietMs: this.options.quietMs ?? 75_000,
      });
      return null;
    }
    const over = open.find(({ id, status }) => status === 'ended' && !this.closed.has(id));
    return refusalOf(
      over === undefined ? await this.session.move(Date.now()) : await this.sign(this.room, over),
    );
  }

  private async beginAnew(room: TrainingRoom, open: readonly Session[]): Promise<Answer<unknown>> {
    for (const { id } of open.filter(({ status }) => status === 'in-progress')) {
      const ended = await room.step(id, 'end', { id: randomUUID(), disposition: 'completed' });
      if (!ended.ok) return ended;
    }
    const planned = open.filter((session) => session.status === 'planned' && ageMs(session) >= 0);
    for (const { id } of planned.filter((session) => ageMs(session) >= STALE_MS)) {
      const cancelled = await room.step(id, 'cancel', { id: randomUUID(), reason: 'Never started.' });
      if (!cancelled.ok) return cancelled;
    }
    return room.begin(planned.find((session) => ageMs(session) < STALE_MS) ?? null);
  }

  /** One signature at a time; who has signed already is told so, and the other one is next. */
  private async sign(room: TrainingRoom, { id }: Session): Promise<Answer<unknown>> {
    const { physician, therapist } = room.team;
    const meaning = 'I have reviewed this training record.';
    for (const { id: personId } of [physician, therapist]) {
      const answer = await room.call<Session>(personId, 'POST', `/api/sessions/${id}/sign`, {
        id: randomUUID(),
        meaning,
      });
      if (answer.ok || answer.code !== 'already-signed') {
        if (!answer.ok || answer.body.status === 'signed') this.closed.add(id);
        return answer;
      }
    }
    this.closed.add(id);
    return { ok: true, body: null };
  }
}

const ageMs = ({ startedAt, plannedAt }: Session) => Date.now() - Date.parse(startedAt ?? plannedAt);

function refusalOf(answer: Answer<unknown> | null): string | null {
  return answer === null || answer.ok ? null : `the server refused a step (${answer.code})`;
}

/** Without what was sent: a message of the driver or of fetch names addresses at most. */
function reasonOf(error: unknown): string {
  const { message, cause, code } = error as { message?: string; cause?: { code?: string }; code?: string };
  return cause?.code ?? code ?? message ?? 'unknown';
}
