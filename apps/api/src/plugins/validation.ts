import { firstIssue, refuse } from '@tandem/domain';
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { RefusalError } from '../refusal-error.ts';

/**
 * Bodies, queries and params against their zod schema: unknown fields and wrong types are refused, nothing is
 * coerced. Replies are plain JSON: the types guarantee their shape and a test parses each with its schema,
 * which costs nothing per request.
 */
export function validation(app: FastifyInstance): void {
  // JSON is the only body there is; a text/plain one is what a cross-site form can send.
  app.removeContentTypeParser('text/plain');
  app.setValidatorCompiler<z.ZodType>(({ schema, httpPart }) => (value) => {
    const parsed = schema.safeParse(value);
    if (parsed.success) return { value: parsed.data };
    // An id in the address that is no id at all is as unknown as any other.
    if (httpPart === 'params') return { error: new RefusalError(refuse('not-found')) };
    const { field, sentence } = firstIssue(parsed.error);
    const index = /^entries\[(\d+)\]/.exec(field)?.[1];
    const more = index === undefined ? {} : { index: Number(index) };
    return { error: new RefusalError(refuse('invalid', { field, detail: sentence, ...more })) };
  });
  app.setSerializerCompiler(() => (value) => JSON.stringify(value));
}
