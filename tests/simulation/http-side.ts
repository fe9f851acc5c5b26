import type { Appended, CommittedStream } from '@tandem/api/log/requests.ts';
import { isRefusal, type Refusal, refuse, type SessionCommand } from '@tandem/domain';
import {
  addendumBodySchema,
  appendBodySchema,
  endBodySchema,
  problemOf,
  type ServedEntry,
  signBodySchema,
} from '@tandem/wire';
import type { MemoryLog } from './memory-log.ts';
import type { Person } from './people.ts';

export interface HttpRequest {
  readonly person: Person;
  /** Last part of the path. */
  readonly what: 'entries' | 'end' | 'sign' | 'addenda';
  readonly epoch: string;
  readonly body: string;
}

export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
}

export interface Handled {
  readonly answer: HttpAnswer;
  readonly committed: readonly CommittedStream[] | null;
}

/** The routes for entries and steps: schema, epoch, right, append, reply. What they do beside that is SQL. */
export function handle(log: MemoryLog, { person, what, epoch, body }: HttpRequest, clockMs: number): Handled {
  if (!log.answers) return refusal(refuse('unavailable'));
  const command = commandOf(what, JSON.parse(body));
  if (command === null) return refusal(refuse('invalid'));
  if (epoch !== log.epoch) return refusal(refuse('epoch-changed'));
  const outcome = log.append(person.author, command, clockMs);
  return isRefusal(outcome) ? refusal(outcome) : stored(log, outcome);
}

function stored({ clinicId, sessionId }: MemoryLog, { entries, appended }: Appended): Handled {
  const fresh = appended === 0 ? null : entries.slice(-appended);
  return {
    answer: {
      status: appended > 0 ? 201 : 200,
      body: JSON.stringify({ entries: entries as ServedEntry[] }),
    },
    committed: fresh === null ? null : [{ clinicId, streamId: sessionId, entries: fresh }],
  };
}

function refusal(refused: Refusal): Handled {
  const problem = problemOf(refused);
  return { answer: { status: problem.status, body: JSON.stringify(problem) }, committed: null };
}

function commandOf(what: HttpRequest['what'], json: unknown): SessionCommand | null {
  switch (what) {
    case 'entries': {
      const body = appendBodySchema.safeParse(json).data;
      return body === undefined ? null : { type: 'append', entries: body.entries };
    }
    case 'end': {
      const body = endBodySchema.safeParse(json).data;
      return body === undefined ? null : { type: 'end', ...body, endedAt: body.endedAt ?? null };
    }
    case 'sign': {
      const body = signBodySchema.safeParse(json).data;
      return body === undefined ? null : { type: 'sign', ...body };
    }
    case 'addenda': {
      const body = addendumBodySchema.safeParse(json).data;
      return body === undefined ? null : { type: 'addendum', ...body };
    }
  }
}
