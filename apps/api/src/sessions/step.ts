import { isCourseCommand, isRefusal, type SessionCommand } from '@tandem/domain';
import type { Session } from '@tandem/wire';
import type { FastifyReply } from 'fastify';
import { recordLoneAct } from '../audit/record.ts';
import type { Login } from '../auth/login.ts';
import type { StreamCommand } from '../log/fold.ts';
import type { Appended } from '../log/requests.ts';
import { RefusalError, refused } from '../refusal-error.ts';
import type { Services } from '../services.ts';
import { requireWritable } from './access.ts';
import { readSession } from './search.ts';
import { isFenced } from './team.ts';

/** Appends on behalf of a login. @throws RefusalError */
export async function append(
  services: Services,
  login: Login,
  streamId: string,
  command: StreamCommand,
): Promise<Appended> {
  try {
    const { clinicId, author: actor } = login;
    if (isFenced(login) && !isCourseCommand(command) && command.type !== 'plan')
      await services.inClinic(clinicId, (scope) => requireWritable(scope, login, streamId, command.type));
    const outcome = await services.writer.append({ clinicId, streamId, actor, command });
    if (isRefusal(outcome)) {
      // Two contents under one id: a device that is broken, or somebody who tries. Either is looked into later.
      if (outcome.refused === 'entry-id-reused')
        await recordLoneAct(services.inClinic, login, {
          action: 'entry-id-reused',
          targetId: streamId,
          outcome: 'refused',
        });
      throw new RefusalError(outcome);
    }
    return outcome;
  } catch (error) {
    const { code, constraint_name: constraint } = error as { code?: string; constraint_name?: string };
    if (constraint === 'one_session_in_progress_per_client') throw refused('patient-in-session');
    // A part of the plan vanished or never was: the check before the append raced with nothing but a foreign key.
    if (code === '23503') throw refused('not-found');
    throw error;
  }
}

/** One lifecycle call: append, then the session as it stands. 201 for a new step, 200 for a retry. */
export async function takeStep(
  services: Services,
  login: Login,
  reply: FastifyReply,
  sessionId: string,
  command: SessionCommand,
  newStatus = 201,
): Promise<Session> {
  const { appended } = await append(services, login, sessionId, command);
  const session = await services.inClinic(login.clinicId, (scope) => readSession(scope, login, sessionId));
  reply.code(appended > 0 ? newStatus : 200);
  return session as Session;
}
