import { isRefusal, type Refusal, refuse } from '@tandem/domain';
import { problemOf } from '@tandem/wire';
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import { codeOf, isCannotSave, isUnanswered } from '../db/cannot-save.ts';
import { RefusalError } from '../refusal-error.ts';

/** Errors of the HTTP layer, by their code, as refusals of the one table. */
const byCode: Readonly<Record<string, Refusal>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: refuse('malformed-json'),
  FST_ERR_CTP_EMPTY_JSON_BODY: refuse('malformed-json', {
    detail: 'The body is empty. Nothing was stored. Send JSON.',
  }),
  FST_ERR_CTP_BODY_TOO_LARGE: refuse('too-large'),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: refuse('not-json'),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: refuse('malformed-json'),
};

/** Two writers in each other's way: one of them goes again. */
const inTheWay = /^40/;

/**
 * Every error leaves as problem+json; what is not ours is logged without its text, which may hold what was typed.
 * @param saving takes note when the database refused to write
 */
export function errorHandling(app: FastifyInstance, saving: { failed(error: unknown): void }): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const refusal = refusalOf(error, request.routeOptions.config.tooLarge);
    saving.failed(error);
    if (error instanceof RefusalError) reply.headers(error.headers);
    if (ofTheServer.includes(refusal.refused)) {
      const { name } = error;
      const code = codeOf(error);
      request.log.error({ name, code, stack: stackWithoutMessage(error) }, 'request failed');
    }
    return sendRefusal(reply, refusal);
  });
}

const ofTheServer: readonly string[] = ['internal', 'unavailable', 'cannot-save'];

export function sendRefusal(reply: FastifyReply, refusal: Refusal): FastifyReply {
  const problem = problemOf(refusal);
  return reply
    .code(problem.status)
    .type('application/problem+json')
    .serializer((value: unknown) => JSON.stringify(value))
    .send(problem);
}

function refusalOf(error: FastifyError, tooLarge: string | undefined): Refusal {
  if (error instanceof RefusalError) return error.refusal;
  if (isRefusal(error)) return error;
  const code = codeOf(error);
  if (error.statusCode === 413 && tooLarge !== undefined) return refuse('too-large', { detail: tooLarge });
  const known = byCode[code];
  if (known !== undefined) return known;
  // A body with `__proto__` or another key that JSON parsers have been tricked with.
  if (error.statusCode === 400) return refuse('malformed-json');
  if (error.statusCode === 413) return refuse('too-large');
  if (error.statusCode === 415) return refuse('not-json');
  if (isCannotSave(error)) return refuse('cannot-save');
  return refuse(isUnanswered(error) || inTheWay.test(code) ? 'unavailable' : 'internal');
}

/** Where it happened, without what it says: driver errors carry statements and parameters. */
function stackWithoutMessage(error: Error): string[] {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 12);
}
